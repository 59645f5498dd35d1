import fc from 'fast-check';
import { addDays } from '../../days.js';
import { DOCUMENT, OFFICE, planWith, project, REPORTER, RESPONSIBILITIES, standing } from '../../testing.js';
import type { UnitState } from '../../unit/state.js';
import { ASSIGNED, EXAMPLES, FIGURES, MEMBER, registered, submit } from '../examples.js';
import type { ProjectEvent } from '../events.js';
import type { ResponsibilityCommand } from './commands.js';
import { responsibilitiesOn } from './holdings.js';

const by = { actor: OFFICE };
const assign = (change: Partial<typeof RESPONSIBILITIES> = {}, occurredOn = '2022-05-16'): ResponsibilityCommand => ({
  type: 'AssignResponsibilities',
  occurredOn,
  responsibilities: { ...RESPONSIBILITIES, ...change },
});

describe('in a published plan', () => {
  it.each([
    ['legalEntity', { legalEntity: 'another' }],
    ['leadAuthority', { leadAuthority: 'another' }],
  ])('the %s is not changed without a document', (field, change) => {
    const others = { 'unit-another': standing, ...units('keeper', 'builder', 'authority', 'helper') };
    project
      .given(...MEMBER)
      .when(assign(change), { ...by, others: { ...plan, ...others } })
      .thenRefused('CHANGE_NEEDS_DOCUMENT', { field });
    project
      .given(registered(), ASSIGNED)
      .when(assign(change), { ...by, others })
      .thenMatches({ type: 'ResponsibilitiesAssigned' });
  });

  it('supporting units come and go', () => {
    project
      .given(...MEMBER)
      .when(assign({ supportingUnits: [] }), by)
      .thenMatches({ type: 'ResponsibilitiesAssigned' });
  });

  it('the name is not changed without a document', () => {
    project
      .given(...MEMBER)
      .when({ type: 'ChangeDetails', occurredOn: '2022-05-16', changes: { name: '示例大道' } }, by)
      .thenRefused('CHANGE_NEEDS_DOCUMENT', { field: 'changes/name' });
    project
      .given(...MEMBER)
      .when(EXAMPLES.RenameProject.command, by)
      .then(EXAMPLES.RenameProject.event);
  });
});

const plan = { 'plan-2022': planWith() };
const units = (...names: string[]) => Object.fromEntries(names.map((name) => [`unit-${name}`, standing]));

describe('a unit that was merged', () => {
  const merged = (on: string): UnitState => ({ ...standing, merged: { on, revision: 1, value: 'successor' } });
  const change = (occurredOn: string, unit: UnitState) =>
    project
      .given(registered(), ASSIGNED)
      .when(
        { type: 'ChangeLegalEntity', occurredOn, legalEntity: 'gone', document: DOCUMENT },
        { ...by, others: { 'unit-gone': unit } },
      );

  it('takes no place from then on', () => {
    change('2022-05-01', merged('2022-05-01')).thenRefused('UNIT_MERGED', { into: 'successor', on: '2022-05-01' });
  });

  it('held one before, and is succeeded in it at once', () => {
    change('2022-04-30', merged('2022-05-01')).thenMatches(
      { type: 'LegalEntityChanged' },
      { type: 'UnitSucceeded', data: { occurredOn: '2022-05-01', from: 'gone', to: 'successor' } },
    );
  });
});

describe('the named reporter', () => {
  const handedOver = EXAMPLES.HandOverOfficer.event;
  const successor = { ...REPORTER, id: 'reporter-2' };

  it('alone reports, whoever else works for the same unit', () => {
    project
      .given(...MEMBER)
      .when(submit(FIGURES))
      .thenMatches({ type: 'ReportSubmitted' });
    project
      .given(...MEMBER)
      .when(submit(FIGURES), { actor: successor })
      .thenRefused('NOT_THE_NAMED_REPORTER');
    project.given(registered(), MEMBER[2]!).when(submit(FIGURES)).thenRefused('NOT_THE_NAMED_REPORTER');
  });

  it('is whoever the duty was handed over to', () => {
    const given = project.given(...MEMBER, handedOver);
    given.when(submit(FIGURES)).thenRefused('NOT_THE_NAMED_REPORTER');
    given.when(submit(FIGURES), { actor: successor }).thenMatches({ type: 'ReportSubmitted' });
  });

  it('is appointed where nobody was named', () => {
    const appoint = { type: 'AppointOfficer', occurredOn: '2022-05-16', duty: 'REPORTING', officer: 'r' } as const;
    const given = project.given(registered());
    given.when(appoint, by).thenMatches({ type: 'OfficerAppointed' });
    project.given(registered(), ASSIGNED).when(appoint, by).thenRefused('DUTY_IS_HELD', { duty: 'REPORTING' });
  });
});

describe('who holds a place on a day', () => {
  const day = fc.integer({ min: 0, max: 100 }).map((days) => addDays('2022-01-02', days));
  const unit = fc.constantFrom('a', 'b', 'c');
  const told = fc.record({ on: day, unit });
  /** Each unit is merged at most once, into one that is not merged before: a into b, b into c. */
  const mergers = fc.record({ a: fc.option(day), b: fc.option(day) });

  it('is whoever was put there last, or whoever stands in their place since, in whatever order it was told', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(told, { selector: ({ on }) => on, maxLength: 6 }),
        mergers,
        fc.boolean(),
        day,
        (changes, merged, mergersFirst, asked) => {
          const placed = changes.map(({ on, unit }): ProjectEvent => ({
            type: 'LegalEntityChanged',
            data: { occurredOn: on, legalEntity: unit, document: DOCUMENT },
          }));
          const succeeded = (
            [
              ['a', 'b', merged.a],
              ['b', 'c', merged.b],
            ] as const
          ).flatMap(([from, to, on]): ProjectEvent[] =>
            on === null ? [] : [{ type: 'UnitSucceeded', data: { occurredOn: on, from, to } }],
          );
          const events = mergersFirst ? [...succeeded, ...placed] : [...placed, ...succeeded];
          const { responsibilities } = project.given(registered(), ...events).state();

          let expected = changes.filter(({ on }) => on <= asked).sort((x, y) => (x.on < y.on ? 1 : -1))[0]?.unit;
          if (expected === 'a' && merged.a !== null && merged.a <= asked) expected = 'b';
          if (expected === 'b' && merged.b !== null && merged.b <= asked) expected = 'c';
          expect(responsibilitiesOn(responsibilities, asked)?.legalEntity).toBe(expected);
        },
      ),
    );
  });

  it('ends where two units were merged into each other at the same moment', () => {
    const swap = (from: string, to: string): ProjectEvent => ({
      type: 'UnitSucceeded',
      data: { occurredOn: '2022-05-01', from, to },
    });
    const { responsibilities } = project
      .given(registered(), ASSIGNED, swap('keeper', 'builder'), swap('builder', 'keeper'))
      .state();
    expect(['keeper', 'builder']).toContain(responsibilitiesOn(responsibilities)?.legalEntity);
  });
});
