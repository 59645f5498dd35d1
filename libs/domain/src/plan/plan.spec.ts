import type { DomainEvent } from '#libs/event-sourcing/pure';
import { DETAILS, DOCUMENT, plan, planScene, policies, project, RESPONSIBILITIES, version, yi } from '../testing.js';
import { monthIn } from '../days.js';
import {
  DECLARED,
  drafted,
  ENTRY,
  included,
  monthEnded,
  monthOpened,
  PLAN_EXAMPLES,
  type PlanExample,
  PRELIMINARY,
  published,
  ready,
} from './examples.js';
import { INITIAL_PLAN } from './state.js';
import { DEFAULT_POLICIES } from '../policy/defaults.js';
import type { MonthlyReportRules } from '../policy/monthly-report.js';
import { registered } from '../project/samples.js';
import { INITIAL_PROJECT, type ProjectState } from '../project/state.js';
import type { PlanEntry, PlanEvent } from './events.js';
import type { PlanCommand } from './commands.js';

const TARGETS = ENTRY.monthlyTargets!;

const projectHeld = (held: Partial<typeof RESPONSIBILITIES> = {}): ProjectState => ({
  ...INITIAL_PROJECT,
  exists: true,
  details: { ...INITIAL_PROJECT.details, name: [{ on: '2022-01-01', revision: 0, value: DETAILS.name }] },
  status: [{ on: '2022-01-01', revision: 0, value: 'PLANNED_START' }],
  responsibilities: project
    .given(registered(), {
      type: 'ResponsibilitiesAssigned',
      data: { occurredOn: '2022-01-01', responsibilities: { ...RESPONSIBILITIES, ...held } },
    })
    .state().responsibilities,
});
const others = { ...planScene.others, 'project-p1': projectHeld(), 'project-p2': projectHeld() };

const include = (change: Partial<PlanEntry> = {}): PlanCommand => ({ type: 'IncludeProject', ...ENTRY, ...change });
const publish: PlanCommand = { type: 'PublishPlan', approvedBy: '示例区政府', document: DOCUMENT };
const TICK = { type: 'Tick' } as const;

const examples = Object.values(PLAN_EXAMPLES) as PlanExample<PlanCommand['type']>[];

describe.each(examples)('$command.type', ({ given, command, by, now, event, again }) => {
  it('is recorded as one event', () => {
    plan
      .given(...given)
      .when(command, { actor: by, now })
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = plan.given(...given, event).when(command, { actor: by, now });
    if (again === 'nothing') outcome.thenNothing();
    else if (again === 'another') outcome.then(event);
    else outcome.thenRefused(again);
  });

  it('needs a plan', () => {
    if (command.type === 'DraftPlan') return;
    plan.given().when(command, { actor: by, now }).thenRefused('UNKNOWN_PLAN');
  });
});

describe('a plan', () => {
  const draft: PlanCommand = { type: 'DraftPlan', declared: DECLARED };

  it('is drafted once', () => {
    plan.given().when(draft).then(drafted);
    plan.given(drafted).when(draft).thenRefused('PLAN_EXISTS', { year: 2022 });
  });

  it('must be drafted before anything else', () => {
    for (const command of [include(), { type: 'RemoveProject', project: 'p1' } as const, publish])
      plan.given().when(command, { others }).thenRefused('UNKNOWN_PLAN');
  });

  it('takes a project in', () => {
    plan.given(drafted).when(include(), { others }).then(included(ENTRY));
  });

  it('takes the same line twice as once, and another line in its place', () => {
    plan.given(drafted, included(ENTRY)).when(include(), { others }).thenNothing();
    plan
      .given(drafted, included(ENTRY))
      .when(include({ totalInvestment: yi(6) }), { others })
      .then(included({ ...ENTRY, totalInvestment: yi(6) }));
  });

  it('takes in no project that is not registered', () => {
    plan
      .given(drafted)
      .when(include(), { others: { 'project-p1': INITIAL_PROJECT } })
      .thenRefused('UNKNOWN_PROJECT');
  });

  it('sums one currency only', () => {
    plan
      .given(drafted)
      .when(include(), { others: { 'project-p1': { ...projectHeld(), currency: 'USD' } } })
      .thenRefused('PLAN_COUNTS_CNY_ONLY', { currency: 'USD' });
  });

  it.each(['CONCEIVED', 'RESERVED'] as const)('takes in nobody whose preliminary work has not begun: %s', (value) => {
    const early: ProjectState = { ...projectHeld(), status: [{ on: '2022-01-01', revision: 0, value }] };
    const facts = { project: 'p1', status: value };
    const all = { ...others, 'project-p1': early };
    plan.given(drafted).when(include(), { others: all }).thenRefused('PRELIMINARY_WORK_NOT_BEGUN', facts);
    // Its stage may have been corrected since it was included.
    plan
      .given(...ready)
      .when(publish, { others: all })
      .thenRefused('PRELIMINARY_WORK_NOT_BEGUN', facts);
  });

  it('lets a project out again, once', () => {
    const remove: PlanCommand = { type: 'RemoveProject', project: 'p1' };
    const removed: PlanEvent = { type: 'PlanEntryRemoved', data: { year: 2022, project: 'p1' } };
    plan.given(drafted, included(ENTRY)).when(remove).then(removed);
    plan.given(drafted, included(ENTRY), removed).when(remove).thenRefused('UNKNOWN_ENTRY', { project: 'p1' });
  });

  it('changes only by batches once it is published', () => {
    const commands = [include(), { type: 'RemoveProject', project: 'p1' } as const, publish];
    for (const command of commands)
      plan
        .given(...ready, published())
        .when(command, { others, now: '2022-04-08T02:00:00.000Z' })
        .thenRefused('PLAN_PUBLISHED', { year: 2022 });
    plan
      .given(...ready, published())
      .when(draft, { others })
      .thenRefused('PLAN_EXISTS');
  });

  it('refuses personal data with its place', () => {
    plan
      .given(...ready)
      .when({ ...publish, document: { ...DOCUMENT, title: '张某13912345678' } }, { others })
      .thenRefused('PERSONAL_DATA_IN_TEXT', { place: '/document/title' });
  });
});

describe('a line', () => {
  it.each<[string, Partial<PlanEntry>, object]>([
    ['totalInvestment', { totalInvestment: -1 }, { field: 'totalInvestment' }],
    ['annualInvestment', { annualInvestment: 0.5 }, { field: 'annualInvestment' }],
    ['a monthly target', { monthlyTargets: [-1, 1, ...TARGETS.slice(2)] }, { field: 'monthlyTargets/0' }],
  ])('has no impossible %s', (_, change, facts) => {
    plan.given(drafted).when(include(change), { others }).thenRefused('AMOUNT_OUT_OF_RANGE', facts);
  });

  it('may leave its targets open until publication', () => {
    plan
      .given(drafted)
      .when(include({ monthlyTargets: null }), { others })
      .thenMatches({ type: 'PlanEntryIncluded' });
  });

  it.each<[string, number[], number]>([
    ['one 分 less', [...TARGETS.slice(0, 11), yi(0.1) - 1], -1],
    ['one 分 more', [...TARGETS.slice(0, 11), yi(0.1) + 1], 1],
    ['eleven months', TARGETS.slice(1), 0],
  ])('has twelve targets that sum to the annual investment, not %s', (_, monthlyTargets, difference) => {
    plan.given(drafted).when(include({ monthlyTargets }), { others }).thenRefused('TARGETS_DO_NOT_SUM', { difference });
  });

  it.each<Partial<PlanEntry>>([
    { annualInvestment: yi(1), monthlyTargets: null },
    { annualInvestment: 0, monthlyTargets: TARGETS.map(() => 0) },
  ])('of a preliminary project has no annual plan: %j', (change) => {
    plan
      .given(drafted)
      .when(include({ category: 'PRELIMINARY', ...change }), { others })
      .thenRefused('PRELIMINARY_HAS_NO_ANNUAL_PLAN');
  });
});

describe('publication', () => {
  it('names the approving body, the sums of the lines and the first month that is still to open', () => {
    plan
      .given(...ready)
      .when(publish, { others })
      .then(published('2022-04', '2022-04-14T16:00:00.000Z'));
  });

  it('is refused with each sum that is off and by how much', () => {
    plan
      .given(drafted, included({ ...ENTRY, totalInvestment: yi(5.25) }))
      .when(publish, { others })
      .thenRefused('PLAN_DOES_NOT_RECONCILE', {
        off: [
          expect.objectContaining({ total: 'construction/totalInvestment', differenceInYi: '0.25' }),
          expect.objectContaining({ total: 'preliminary/count', difference: -1 }),
          expect.objectContaining({ total: 'preliminary/totalInvestment', differenceInYi: '-3.00' }),
        ],
      });
  });

  it.each([
    ['a reporter', 'p2', { reporter: null }],
    ['a responsible unit', 'p1', { responsibleUnit: null }],
    ['a legal entity', 'p1', { legalEntity: null }],
    ['a lead authority', 'p1', { leadAuthority: null }],
  ])('needs %s', (_, id, open) => {
    plan
      .given(...ready)
      .when(publish, { others: { ...others, [`project-${id}`]: projectHeld(open) } })
      .thenRefused('PLAN_ENTRIES_INCOMPLETE', { count: 1, projects: [id] });
  });

  it('lets the places of a preliminary project stay open', () => {
    const open = projectHeld({ responsibleUnit: null, legalEntity: null, leadAuthority: null });
    plan
      .given(...ready)
      .when(publish, { others: { ...others, 'project-p2': open } })
      .thenMatches({ type: 'PlanPublished' });
  });

  it('needs monthly targets', () => {
    plan
      .given(drafted, included({ ...ENTRY, monthlyTargets: null }), included(PRELIMINARY))
      .when(publish, { others })
      .thenRefused('PLAN_ENTRIES_INCOMPLETE', { projects: ['p1'] });
  });

  it.each([
    ['before the year', '2021-12-20T02:00:00.000Z', '2022-01'],
    ['an instant before the opening', '2022-04-14T15:59:59.999Z', '2022-04'],
    ['at the opening', '2022-04-14T16:00:00.000Z', '2022-05'],
    ['on the last day of November', '2022-11-30T02:00:00.000Z', '2022-12'],
  ])('%s opens nothing that is over', (_, now, month) => {
    const early = policies({ 'monthly-report': [version(1, '2021-01-01', DEFAULT_POLICIES['monthly-report'].rules)] });
    const calendar = policies({ calendar: [version(1, '2021-01-01', DEFAULT_POLICIES.calendar.rules)] });
    const all = { ...others, ...early, 'policy-calendar': calendar['policy-calendar'] };
    plan
      .given(...ready)
      .when(publish, { others: all, now })
      .thenMatches({
        data: expect.objectContaining({ nextOpening: expect.objectContaining({ month }) as unknown }) as unknown,
      });
  });

  it('after December leaves the next months to this plan, until there is one of the next year', () => {
    plan
      .given(...ready)
      .when(publish, { others, now: '2022-12-16T02:00:00.000Z' })
      .then(published('2023-01'));
  });

  it.each(['monthly-report', 'calendar'] as const)('waits for the %s rules to be in force', (name) => {
    plan
      .given(...ready)
      .when(publish, { others: { ...others, [`policy-${name}`]: { versions: [] } } })
      .thenRefused('POLICY_NOT_IN_FORCE', { policy: name, day: '2022-04-07' });
  });
});

const { rules } = DEFAULT_POLICIES['monthly-report'];
/** The months that were opened, or left to the next plan, whatever was told of them beside. */
const opened =
  (...expected: object[]) =>
  (events: readonly DomainEvent[]): void => {
    const openings = (events as readonly PlanEvent[]).flatMap((event): object[] => {
      if (event.type === 'PlanSucceeded' || event.type === 'MonthEnded') return [event];
      if (event.type !== 'ReportingMonthOpened') return [];
      return [{ ...event, data: { ...event.data, notices: [], supplement: null } }];
    });
    expect(openings).toEqual(expected.map((each) => expect.objectContaining(each) as unknown));
  };

describe('a reporting month', () => {
  const given = plan.given(...ready, published());

  it('opens on the 15th in Shanghai, not an instant earlier', () => {
    given.when(TICK, { now: '2022-04-14T15:59:59.999Z' }).thenNothing();
    given.when(TICK, { now: '2022-04-14T16:00:00.000Z' }).thenSatisfies(opened(monthOpened('2022-04', '2022-05')));
  });

  it('opens once', () => {
    plan
      .given(...ready, published(), monthOpened('2022-04', '2022-05'), monthEnded('2022-04'))
      .when(TICK, { now: '2022-05-14T15:59:59.999Z' })
      .thenNothing();
  });

  it('opens with whatever is asked first, be it refused', () => {
    given.when(include(), { others, now: '2022-05-02T02:00:00.000Z' }).thenRefused('PLAN_PUBLISHED');
    plan
      .given(...ready, published(), monthOpened('2022-04', '2022-05'))
      .when(include(), { others, now: '2022-04-30T16:00:00.000Z' })
      .thenRefused('PLAN_PUBLISHED');
  });

  it('opens in its turn after a standstill, with the true times', () => {
    given
      .when(TICK, { now: '2022-06-20T00:00:00.000Z' })
      .thenSatisfies(opened(...opens('2022-04', '2022-05', '2022-06', '2022-07').slice(0, -1)));
  });

  /** Each month but the last as it is opened, and those of the year as they end. */
  const opens = (...months: string[]): PlanEvent[] =>
    months
      .slice(0, -1)
      .flatMap((month, index) => [
        monthOpened(month, months[index + 1] || null),
        ...(month < '2023' ? [monthEnded(month)] : []),
      ]);
  const year = Array.from({ length: 9 }, (_, index) => monthIn(2022, index + 4));
  const nextPlan = (publishedAt: string) => ({
    others: { ...planScene.others, 'plan-2023': { ...INITIAL_PLAN, year: 2023, publishedAt } },
  });

  it('of the next year is opened for the members of this one, while that year has no plan', () => {
    given
      .when(TICK, { now: '2023-03-01T00:00:00.000Z' })
      .thenSatisfies(opened(...opens(...year, '2023-01', '2023-02', '2023-03')));
  });

  it('is left to the plan of the next year from its publication on, even if that is noticed later', () => {
    const succeeded: PlanEvent = { type: 'PlanSucceeded', data: { year: 2022, month: '2023-02' } };
    given
      .when(TICK, { now: '2023-06-01T00:00:00.000Z', ...nextPlan('2023-02-14T16:00:00.000Z') })
      .thenSatisfies(opened(...opens(...year, '2023-01', '2023-02'), succeeded));
    plan
      .given(...ready, published(), ...opens(...year, '2023-01', '2023-02'), succeeded)
      .when(TICK, { now: '2023-06-01T00:00:00.000Z', ...nextPlan('2023-02-14T16:00:00.000Z') })
      .thenNothing();
  });

  it('is still of this plan where the next one was published an instant after the opening', () => {
    given
      .when(TICK, { now: '2023-02-20T00:00:00.000Z', ...nextPlan('2023-02-14T16:00:00.001Z') })
      .thenSatisfies(opened(...opens(...year, '2023-01', '2023-02', '2023-03')));
  });

  it('is opened for a year at most beyond its own', () => {
    const until = Array.from({ length: 12 }, (_, index) => monthIn(2023, index + 1));
    given.when(TICK, { now: '2024-06-01T00:00:00.000Z' }).thenSatisfies(opened(...opens(...year, ...until, '')));
  });

  it('ends with its last day, by the rules for lights of that day or by none', () => {
    const moment = '2022-04-30T16:00:00.000Z';
    const april = plan.given(...ready, published(), monthOpened('2022-04', '2022-05'));
    april.when(TICK, { now: '2022-04-30T15:59:59.999Z' }).thenNothing();
    april.when(TICK, { now: moment }).then(monthEnded('2022-04'));
    const { rules } = DEFAULT_POLICIES.lights;
    const under = (...from: string[]) => ({
      now: '2022-05-10T00:00:00.000Z',
      others: {
        ...planScene.others,
        ...policies({ lights: from.map((day, index) => version(index + 1, day, rules)) }),
      },
    });
    const ended = (policyVersion: number | null): PlanEvent =>
      ({
        type: 'MonthEnded',
        data: { ...monthEnded('2022-04').data, lights: policyVersion && { policyVersion, rules } },
      }) as PlanEvent;
    april.when(TICK, under('2022-01-01', '2022-04-30', '2022-05-01')).then(ended(2));
    april.when(TICK, under('2022-05-01')).then(ended(null));
  });

  it('of a plan that is not published never opens', () => {
    plan
      .given(...ready)
      .when(TICK, { now: '2022-12-31T00:00:00.000Z' })
      .thenNothing();
  });
});

describe('the rules of a month', () => {
  const under = (...versions: [string, Partial<MonthlyReportRules>][]) => ({
    ...planScene.others,
    ...policies({
      'monthly-report': versions.map(([from, change], index) => version(index + 1, from, { ...rules, ...change })),
    }),
  });
  const opening = (opensAt: string, dueAt: string, policyVersion: number) => ({
    data: expect.objectContaining({ month: '2022-04', opensAt, dueAt, policyVersion }) as unknown,
  });
  const given = plan.given(...ready, published());
  const at = (now: string, versions: Record<string, unknown>) => given.when(TICK, { now, others: versions });
  const now = '2022-04-30T00:00:00.000Z';

  it('are those in force on the day on which it opens, even if it is noticed later', () => {
    const versions = under(['2022-01-01', {}], ['2022-04-15', { dueDay: 20 }], ['2022-04-16', { dueDay: 28 }]);
    at(now, versions).thenSatisfies(opened(opening('2022-04-14T16:00:00.000Z', '2022-04-20T16:00:00.000Z', 2)));
  });

  it('that bring the opening forward hold from their own first day', () => {
    const versions = under(['2022-01-01', {}], ['2022-04-10', { openDay: 5 }]);
    at('2022-04-09T15:59:59.999Z', versions).thenNothing();
    at(now, versions).thenSatisfies(opened(opening('2022-04-09T16:00:00.000Z', '2022-04-25T16:00:00.000Z', 2)));
  });

  it('that put the opening off hold if the month is not open by then', () => {
    const versions = under(['2022-01-01', {}], ['2022-04-10', { openDay: 20 }]);
    at(now, versions).thenSatisfies(opened(opening('2022-04-19T16:00:00.000Z', '2022-04-25T16:00:00.000Z', 2)));
  });

  it('may have been adopted on the day of publication, in the middle of the month', () => {
    const others = {
      ...under(['2022-04-07', {}]),
      'policy-calendar': { versions: [version(1, '2022-04-07', DEFAULT_POLICIES.calendar.rules)] },
    };
    at(now, others).thenSatisfies(opened(opening('2022-04-14T16:00:00.000Z', '2022-04-25T16:00:00.000Z', 1)));
  });

  it('differ where one month has dates of its own', () => {
    const versions = under(['2022-01-01', { overrides: [{ month: '2022-04', openDay: 18, dueDay: 28 }] }]);
    at(now, versions).thenSatisfies(opened(opening('2022-04-17T16:00:00.000Z', '2022-04-28T16:00:00.000Z', 1)));
  });

  it.each<[MonthlyReportRules['figuresThrough'], boolean, string]>([
    ['MONTH_END_EXPECTED', true, '2022-04-30'],
    ['DUE_DAY', true, '2022-04-25'],
    ['DUE_DAY', false, '2022-04-25'],
  ])('let figures run through %s (inclusive: %s) until %s', (figuresThrough, inclusive, cutOff) => {
    at(now, under(['2022-01-01', { figuresThrough, inclusive }])).thenSatisfies(
      opened({ data: expect.objectContaining({ cutOff }) as unknown }),
    );
  });
});
