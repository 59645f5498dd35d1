import { type ProjectCommand, projectDecider } from '#libs/domain';
import type { Row } from './columns.js';
import { commandsOf, projectIdOf, registrationOf } from './commands.js';
import { exampleRow } from '../../../../../test/fixtures/nyc-row.js';

const full = exampleRow({
  description: 'Text',
  category: 'Sewers',
  borough: 'Example Borough',
  clientAgency: 'EX2',
  phase: 'Design',
  designStart: '2013-09-23',
  completion: '2020-01-14',
  budget: 18298096037,
});
const bodies = (row: Row): unknown[] => commandsOf(row).map(({ command }) => command);

describe('the commands of a row', () => {
  it('say all that it holds as facts of its reporting date', () => {
    expect(bodies(full)).toEqual([
      {
        type: 'ChangeDetails',
        occurredOn: '2015-02-01',
        changes: {
          name: 'Example works',
          description: 'Text',
          sector: 'Sewers',
          town: 'Example Borough',
          managingUnit: 'EX1',
          clientUnit: 'EX2',
          landArea: null,
          remark: null,
        },
      },
      { type: 'ChangeTotalInvestment', occurredOn: '2015-02-01', amount: 18298096037, reason: null },
      {
        type: 'ScheduleMilestones',
        occurredOn: '2015-02-01',
        dates: { DESIGN_START: '2013-09-23', COMPLETION: '2020-01-14' },
      },
      { type: 'ReportSourcePhase', occurredOn: '2015-02-01', phase: 'Design' },
    ]);
  });

  it('say of an empty cell that it is empty', () => {
    expect(bodies(exampleRow({}))).toMatchObject([
      { changes: { description: null, sector: null, town: null, clientUnit: null } },
      { amount: null },
      { dates: { DESIGN_START: null, COMPLETION: null } },
      { phase: null },
    ]);
  });

  it('are the same commands at each import, and others for another row', () => {
    const ids = (row: Row): string[] => commandsOf(row).map(({ commandId }) => commandId);
    expect(commandsOf({ ...full, line: 99 })).toEqual(commandsOf(full));
    const all = [...ids(full), ...ids({ ...full, on: '2015-08-01' }), ...ids({ ...full, pid: '4' })];
    expect(new Set(all).size).toBe(12);
  });
});

describe('the registration of a project', () => {
  it('takes the details and leaves the phase a reported fact', () => {
    const { stream, command, actor } = registrationOf(full);
    expect(stream).toBe(`project-${projectIdOf('3')}`);
    expect(actor).toEqual({ id: 'import:nyc-capital-projects', role: 'LG_OFFICE', unit: null });
    expect(command).toMatchObject({
      type: 'RegisterProject',
      occurredOn: '2015-02-01',
      details: { name: 'Example works', sector: 'Sewers', nature: null, investmentType: null },
      status: 'CONCEIVED',
      currency: 'USD',
      programme: 'nyc-capital-projects',
    });
  });

  it('is a command that the rules take', () => {
    const at = { now: '2024-01-01T00:00:00.000Z', actor: registrationOf(full).actor, stream: '', newId: () => '' };
    const command = registrationOf(full).command as ProjectCommand;
    const stateOf = (): never => {
      throw new Error('reads no other stream');
    };
    expect(projectDecider.decide(command, projectDecider.initial, { ...at, stateOf })).toHaveLength(1);
  });
});
