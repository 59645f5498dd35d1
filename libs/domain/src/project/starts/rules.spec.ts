import { COLLEAGUE, DETAILS, DOCUMENT, OFFICE, planWith, project } from '../../testing.js';
import { DEFAULT_POLICIES } from '../../policy/defaults.js';
import {
  COMMENCED,
  commencementReported,
  ENTERED,
  EXAMPLES,
  granted,
  registered,
  scheduled,
  startPlanned,
  waiverProposed,
} from '../examples.js';
import type { ProjectEvent } from '../events.js';
import { startChecklist } from './checklist.js';

const TICK = { type: 'Tick' } as const;
const ITEMS = scheduled().data.inputs.checklist;
const all = ITEMS.map((kind) => granted(kind, '2022-05-10', null));
const waived: ProjectEvent[] = [waiverProposed, { type: 'WaiverConfirmed', data: { approval: 'PROPOSAL' } }];
const confirm = (...given: ProjectEvent[]) =>
  project.given(registered(), ...given).when({ type: 'ConfirmCommencement' }, { actor: OFFICE });
const started = (missing: readonly string[]) => ({
  type: 'CommencementRecorded',
  data: expect.objectContaining({
    occurredOn: '2022-05-12',
    irregular: missing.length > 0,
    missing,
    checklistVersion: 1,
  }) as object,
});

describe('a reported start', () => {
  it('is regular where every item of the checklist held on that day', () => {
    confirm(...all, commencementReported()).thenMatches(started([]));
  });

  it('is irregular where a statutory item did not hold on that day, though it came later or ended before', () => {
    const late = [...all.slice(0, -1), granted('CONSTRUCTION_PERMIT', '2022-05-13', null)];
    confirm(...late, commencementReported()).thenMatches(started(['CONSTRUCTION_PERMIT']));
    const over = { until: '2022-05-11', warnOn: '2022-05-10' };
    const ended = [...all.slice(0, -1), granted('CONSTRUCTION_PERMIT', '2022-02-11', over)];
    confirm(...ended, commencementReported()).thenMatches(
      { type: 'ApprovalExpiring' },
      { type: 'ApprovalExpired' },
      started(['CONSTRUCTION_PERMIT']),
    );
  });

  it('is regular on the last day of a permit, though that has expired since', () => {
    const over = { until: '2022-05-12', warnOn: '2022-05-10' };
    const ended = [...all.slice(0, -1), granted('CONSTRUCTION_PERMIT', '2022-02-12', over)];
    confirm(...ended, commencementReported()).thenMatches(
      { type: 'ApprovalExpiring' },
      { type: 'ApprovalExpired' },
      started([]),
    );
  });

  it('needs the other items, or that two persons waive them', () => {
    confirm(...all.slice(1), commencementReported()).thenRefused('START_ITEMS_MISSING', { missing: ['PROPOSAL'] });
    confirm(...all.slice(1), waiverProposed, commencementReported()).thenRefused('START_ITEMS_MISSING');
    confirm(...all.slice(1), ...waived, commencementReported()).thenMatches(started([]));
  });

  it('may be reported anew with another day until it is confirmed', () => {
    const { command } = EXAMPLES.ReportCommencement;
    const given = project.given(registered(), ...all, commencementReported());
    given.when({ ...command, occurredOn: '2022-05-13' }).then(commencementReported('2022-05-13'));
    confirm(...all, commencementReported(), COMMENCED).thenRefused('PROJECT_ALREADY_STARTED');
  });

  it('may lie before the planned day, but not before it was a new start', () => {
    const { command } = EXAMPLES.ReportCommencement;
    project.given(registered(), startPlanned()).when(command).thenMatches({ type: 'CommencementReported' });
    project
      .given(registered('PLANNED_START', '2022-05-13'))
      .when(command)
      .thenRefused('STAGE_BEFORE_CURRENT', { since: '2022-05-13' });
  });

  it('needs its evidence as a file', () => {
    project
      .given(registered())
      .when({ ...EXAMPLES.ReportCommencement.command, document: { ...DOCUMENT, sha256: null } })
      .thenRefused('DOCUMENT_WITHOUT_FILE');
  });
});

describe('a waiver', () => {
  it('is confirmed by a second person', () => {
    const given = project.given(registered(), waiverProposed);
    given.when({ type: 'ConfirmWaiver', approval: 'PROPOSAL' }).thenRefused('WAIVER_NEEDS_TWO');
    given
      .when({ type: 'ConfirmWaiver', approval: 'PROPOSAL' }, { actor: COLLEAGUE })
      .thenMatches({ type: 'WaiverConfirmed' });
  });

  it.each(ITEMS.slice(1))('is refused for %s, which the law asks for', (approval) => {
    project
      .given(registered())
      .when({ type: 'ProposeWaiver', approval, reason: '赶工期' })
      .thenRefused('STATUTORY_NOT_WAIVABLE');
  });

  it('comes too late after the start', () => {
    project.given(registered(), COMMENCED).when(EXAMPLES.ProposeWaiver.command).thenRefused('PROJECT_ALREADY_STARTED');
  });
});

describe('the start checklist', () => {
  const { lists } = DEFAULT_POLICIES.checklists.rules;
  const own = { investmentType: 'GOVERNMENT', sector: 'transport', items: [{ approval: 'EIA', statutory: true }] };
  const rules = { lists: [...lists, own] } as typeof DEFAULT_POLICIES.checklists.rules;
  const of = (sector: string) =>
    startChecklist(
      project
        .given({ ...registered(), data: { ...registered().data, details: { ...DETAILS, sector } } } as ProjectEvent)
        .state(),
      rules,
      '2022-05-12',
    ).items.length;

  it('is that of the sector, or else the general one of the investment type', () => {
    expect(of('transport')).toBe(1);
    expect(of('energy')).toBe(ITEMS.length);
  });

  it('names what is missing, statutory or not', () => {
    const state = project.given(registered(), ...all.slice(2), ...waived).state();
    expect(startChecklist(state, DEFAULT_POLICIES.checklists.rules, '2022-05-12')).toMatchObject({
      items: expect.arrayContaining([
        { approval: 'PROPOSAL', statutory: false, holds: false, waived: true },
        { approval: 'EIA', statutory: true, holds: true, waived: false },
      ]) as object,
      missing: ['FEASIBILITY'],
      unwaived: [],
    });
  });
});

describe('a preliminary project', () => {
  const { given, command } = EXAMPLES.PlanNewStart;
  const without = (type: ProjectEvent['type']) => project.given(...given.filter((event) => event.type !== type));

  it.each([
    ['ResponsibilitiesAssigned', 'PLACES_LEFT_OPEN'],
    ['MilestonesScheduled', 'PLANNED_START_MISSING'],
    ['PlanEntered', 'NOT_IN_ANNUAL_PLAN'],
    ['BackwardScheduleAdopted', 'BACKWARD_SCHEDULE_MISSING'],
  ] as const)('becomes no new start without %s', (type, code) => {
    without(type).when(command, { actor: OFFICE }).thenRefused(code);
  });

  it('becomes none where the plan has it among the preliminary ones, or another planned day', () => {
    const entered: ProjectEvent = {
      type: 'PlanEntered',
      data: { year: 2022, category: 'PRELIMINARY', annualInvestment: 0, monthlyTargets: null, sourceRevision: 9 },
    };
    project
      .given(...given, entered)
      .when(command)
      .thenRefused('NOT_IN_ANNUAL_PLAN', { category: 'PRELIMINARY' });
    project
      .given(...given, startPlanned('2022-12-02'))
      .when(command)
      .thenRefused('BACKWARD_SCHEDULE_MISSING');
  });

  it('is a new start from the day on which that is recorded', () => {
    const { status } = project.given(...given, EXAMPLES.PlanNewStart.event).state();
    expect(status.map(({ on, value }) => [on, value])).toEqual([
      ['2022-01-01', 'PRELIMINARY'],
      ['2022-05-16', 'PLANNED_START'],
    ]);
  });
});

describe('a planned start', () => {
  const ENTERED_LATE = { ...ENTERED, recordedAt: '2022-05-20T16:00:00.000Z' };
  const given = [registered(), ENTERED, startPlanned('2022-05-20')];
  const overdue = (plannedStart: string): ProjectEvent => ({ type: 'StartOverdue', data: { plannedStart } });

  it('is overdue when its day is over, once, and stays a new start', () => {
    project
      .given(...given)
      .when(TICK, { now: '2022-05-20T15:59:59.999Z' })
      .thenNothing();
    project
      .given(...given)
      .when(TICK, { now: '2022-05-20T16:00:00.000Z' })
      .then(overdue('2022-05-20'));
    const after = project.given(...given, overdue('2022-05-20'));
    after.when(TICK, { now: '2022-05-25T00:00:00.000Z' }).thenNothing();
    expect(after.state().status.at(-1)!.value).toBe('PLANNED_START');
  });

  it('that was put off is overdue again after its new day', () => {
    const moved = { type: 'MilestoneRescheduled', data: EXAMPLES.RescheduleMilestone.event.data } as ProjectEvent;
    project
      .given(...given, overdue('2022-05-20'), moved)
      .when(TICK, { now: '2022-09-30T16:00:00.000Z', others: { 'plan-2022': planWith() } })
      .thenMatches({ data: { plannedStart: '2022-09-30' } });
  });

  it.each([
    ['outside a plan', [registered(), startPlanned('2022-05-20')]],
    ['once construction has begun', [...given, COMMENCED]],
    ['of a preliminary project', [registered('PRELIMINARY'), ENTERED, startPlanned('2022-05-20')]],
    ['without a day', [registered(), ENTERED]],
    ['that was over before it entered the plan', [...given.slice(0, 1), startPlanned('2022-05-20'), ENTERED_LATE]],
  ])('is not overdue %s', (_, events) => {
    project
      .given(...events)
      .when(TICK, { now: '2022-05-21T00:00:00.000Z' })
      .thenNothing();
  });
});
