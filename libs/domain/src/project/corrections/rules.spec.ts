import { idAt } from '#libs/event-sourcing/testing';
import { COLLEAGUE, DETAILS, DOCUMENT, OFFICE, project, RESPONSIBILITIES, yi } from '../../testing.js';
import type { CorrectionCommand, Replacement } from '../../corrections/commands.js';
import type { ProjectEvent } from '../events.js';
import { responsibilitiesOn } from '../responsibility/holdings.js';
import { COMMENCED, ENTERED, EXAMPLES, IN_SERVICE, OPENING, raised, registered, SUSPENDED } from '../examples.js';
import { COMPLETED } from '../samples.js';

type CorrectFact = Extract<CorrectionCommand, { type: 'CorrectFact' }>;

const correct = (place: number, replacement: Replacement | null): CorrectFact => ({
  type: 'CorrectFact',
  corrects: idAt(place),
  replacement,
  reason: '录入有误',
  document: DOCUMENT,
});
const commencedOn = (occurredOn: string): Replacement => ({
  command: 'RecordCommencement',
  fields: { occurredOn, document: DOCUMENT },
});

/** The state once the correction of the given events has been recorded. */
function after(given: ProjectEvent[], command: CorrectFact) {
  const outcome: ProjectEvent[] = [];
  project
    .given(...given)
    .when(command, { actor: OFFICE })
    .thenSatisfies((events) => outcome.push(...(events as ProjectEvent[])));
  return project.given(...given, ...outcome).state();
}

const days = (series: readonly { readonly on: string; readonly value: unknown }[]) =>
  series.map(({ on, value }) => [on, value]);

describe('a corrected fact', () => {
  it('holds from its day, and so does what followed it', () => {
    const { status } = after([registered(), COMMENCED, SUSPENDED], correct(1, commencedOn('2022-02-15')));
    expect(days(status)).toEqual([
      ['2022-01-01', 'PLANNED_START'],
      ['2022-02-15', 'UNDER_CONSTRUCTION'],
      ['2022-04-01', 'SUSPENDED'],
    ]);
  });

  it('keeps its place among facts of the same day', () => {
    const told = (amount: number): ProjectEvent => ({
      type: 'TotalInvestmentChanged',
      data: { occurredOn: '2022-05-02', amount, reason: null },
    });
    const fields = { occurredOn: '2022-05-02', amount: yi(6), reason: null };
    const { totalInvestment } = after(
      [registered(), told(yi(5)), told(yi(7))],
      correct(1, { command: 'ChangeTotalInvestment', fields }),
    );
    expect(days(totalInvestment)).toEqual([
      ['2022-05-02', yi(6)],
      ['2022-05-02', yi(7)],
    ]);
  });

  it('can be corrected again, and brought back once it was void', () => {
    const given = [registered(), COMMENCED];
    const voided: ProjectEvent = {
      type: 'FactCorrected',
      data: {
        ...EXAMPLES.CorrectFact.event.data,
        corrects: idAt(1),
        originalType: 'CommencementRecorded',
        replacement: null,
      } as Extract<ProjectEvent, { type: 'FactCorrected' }>['data'],
    };
    expect(days(project.given(...given, voided).state().status)).toEqual([['2022-01-01', 'PLANNED_START']]);
    project
      .given(...given, voided)
      .when(correct(1, null), { actor: OFFICE })
      .thenNothing();
    expect(days(after([...given, voided], correct(1, commencedOn('2022-03-02'))).status)).toEqual([
      ['2022-01-01', 'PLANNED_START'],
      ['2022-03-02', 'UNDER_CONSTRUCTION'],
    ]);
  });

  it('is decided by the rule that admitted it, over what stood before it', () => {
    const given = project.given(registered(), COMMENCED, SUSPENDED);
    const by = { actor: OFFICE };
    given.when(correct(1, commencedOn('2022-05-17')), by).thenRefused('FACT_IN_FUTURE');
    given.when(correct(1, commencedOn('2021-12-31')), by).thenRefused('STAGE_BEFORE_CURRENT');
    given.when(correct(1, commencedOn('2022-04-02')), by).thenRefused('STAGES_OUT_OF_ORDER');
    const unproven = {
      command: 'RecordCommencement',
      fields: { occurredOn: '2022-03-02', document: { ...DOCUMENT, sha256: null } },
    };
    given.when(correct(1, unproven), by).thenRefused('DOCUMENT_WITHOUT_FILE', { field: 'document' });
    given
      .when({ ...correct(1, null), document: { ...DOCUMENT, sha256: null } }, by)
      .thenRefused('DOCUMENT_WITHOUT_FILE');
  });

  it('is no fact of its own, so that a correction is corrected by naming the fact', () => {
    project
      .given(registered(), COMMENCED, EXAMPLES.CorrectFact.event)
      .when(correct(2, null), { actor: OFFICE })
      .thenRefused('UNKNOWN_FACT', { corrects: idAt(2) });
  });
});

describe('the registration', () => {
  const fields = {
    occurredOn: '2022-01-05',
    details: { ...DETAILS, name: '示例大道' },
    currency: 'USD',
    programme: null,
  };

  it('may be of another day, stage and currency, but never void', () => {
    const state = after(
      [registered()],
      correct(0, { command: 'RegisterProject', fields: { ...fields, status: 'RESERVED' } }),
    );
    expect(state).toMatchObject({ exists: true, currency: 'USD' });
    expect(days(state.details.name)).toEqual([['2022-01-05', '示例大道']]);
    expect(days(state.status)).toEqual([['2022-01-05', 'RESERVED']]);
  });

  it('stays ahead of the stages that followed', () => {
    project
      .given(registered(), COMMENCED)
      .when(correct(0, { command: 'RegisterProject', fields: { ...fields, status: 'COMPLETED' } }), { actor: OFFICE })
      .thenRefused('STAGES_OUT_OF_ORDER');
  });
});

describe('the begin of preliminary work', () => {
  const { ReserveProject, BeginPreliminaryWork } = EXAMPLES;
  const given = [registered('CONCEIVED'), ReserveProject.event, BeginPreliminaryWork.event];
  const begunOn = (occurredOn: string): Replacement => ({
    command: 'BeginPreliminaryWork',
    fields: { occurredOn, document: null },
  });

  it('may be of another day, or void', () => {
    expect(days(after(given, correct(2, begunOn('2022-02-20'))).status).at(-1)).toEqual(['2022-02-20', 'PRELIMINARY']);
    expect(days(after(given, correct(2, null)).status).at(-1)).toEqual(['2022-02-01', 'RESERVED']);
  });

  it('stays ahead of the plan that took the project in', () => {
    const member = project.given(...given, { ...ENTERED, recordedAt: '2022-04-07T02:00:00.000Z' });
    const refused = (replacement: Replacement | null) =>
      member.when(correct(2, replacement), { actor: OFFICE }).thenRefused('PRELIMINARY_WORK_NOT_BEGUN');
    refused(null);
    refused(begunOn('2022-04-08'));
    member.when(correct(2, begunOn('2022-02-20')), { actor: OFFICE }).thenMatches({ type: 'FactCorrected' });
  });
});

describe('units in charge of a preliminary project', () => {
  it('may be left open in a correction, though it has started since', () => {
    const assigned: ProjectEvent = {
      type: 'ResponsibilitiesAssigned',
      data: { occurredOn: '2022-02-01', responsibilities: RESPONSIBILITIES },
    };
    const open = { ...RESPONSIBILITIES, legalEntity: null };
    const { responsibilities } = after(
      [registered('PRELIMINARY'), assigned, COMMENCED],
      correct(1, { command: 'AssignResponsibilities', fields: { occurredOn: '2022-02-01', responsibilities: open } }),
    );
    expect(responsibilitiesOn(responsibilities, '2022-02-01')).toEqual(open);
  });
});

describe('opening figures', () => {
  const given: ProjectEvent[] = [registered(), { type: 'OpeningFiguresRecorded', data: OPENING }];

  it('are replaced, or taken back so that they can be recorded anew', () => {
    const replaced = after(
      given,
      correct(1, { command: 'RecordOpeningFigures', fields: { ...OPENING, yearToDate: yi(0.4) } }),
    );
    expect(replaced.openings).toMatchObject({ 2022: { yearToDate: yi(0.4) } });
    expect(after(given, correct(1, null)).openings).toEqual({});
  });

  it('never take the place of those of another year', () => {
    const next: ProjectEvent = { type: 'OpeningFiguresRecorded', data: { ...OPENING, year: 2023 } };
    project
      .given(...given, next)
      .when(correct(1, { command: 'RecordOpeningFigures', fields: { ...OPENING, year: 2023, yearToDate: 1 } }), {
        actor: OFFICE,
      })
      .thenRefused('OPENING_FIGURES_EXIST', { year: 2023 });
  });
});

describe('what was recorded because of a fact', () => {
  it('stands when the fact is corrected: a miss is marked', () => {
    const missed = (month: string): ProjectEvent => ({
      type: 'ReportMissed',
      data: { month, dueAt: '2022-05-25T16:00:00.000Z', policyVersion: 1 },
    });
    const given = [registered(), ENTERED, COMMENCED, missed('2022-04'), missed('2022-05'), COMPLETED, IN_SERVICE];
    const fields = { occurredOn: '2022-05-11', document: null };
    const { reports } = after(given, correct(6, { command: 'PutInService', fields }));
    expect(reports['2022-05']).toMatchObject({ status: 'MISSED', basisCorrected: true });
    expect(reports['2022-04']).not.toHaveProperty('basisCorrected');
  });

  it('stands when a blocker was raised otherwise: its level and its clock', () => {
    const fields = { occurredOn: '2022-05-10', category: 'FUNDS', description: '资金未到位' };
    const before = project.given(registered(), raised()).state();
    const { blockers } = after([registered(), raised()], correct(1, { command: 'RaiseBlocker', fields }));
    expect(blockers['new-blocker']).toEqual({ ...before.blockers['new-blocker'], basisCorrected: true });
  });
});

describe('a proposal', () => {
  const { given, command } = EXAMPLES.ConfirmCorrection;

  it('changes nothing before it is confirmed', () => {
    const [, fact] = given;
    expect(days(project.given(...given).state().totalInvestment)).toEqual([
      ['2022-05-10', (fact as Extract<ProjectEvent, { type: 'TotalInvestmentChanged' }>).data.amount],
    ]);
  });

  it('is checked again when it is confirmed', () => {
    const proposal: ProjectEvent = {
      type: 'CorrectionProposed',
      data: { ...correct(1, commencedOn('2022-04-15')), correction: 'new-correction' },
    };
    project
      .given(registered(), COMMENCED, proposal, SUSPENDED)
      .when(command, { actor: COLLEAGUE })
      .thenRefused('STAGES_OUT_OF_ORDER');
  });

  it('that was confirmed is not declined any more', () => {
    project
      .given(...given, EXAMPLES.ConfirmCorrection.event)
      .when(EXAMPLES.DeclineCorrection.command, { actor: COLLEAGUE })
      .thenRefused('CORRECTION_DECIDED');
  });
});
