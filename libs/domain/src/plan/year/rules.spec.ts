import { UNREPORTED } from '../../project/reports/state.js';
import { GrowingMap } from '#libs/event-sourcing/pure';
import { assignable, DOCUMENT, plan, planScene, project, yi } from '../../testing.js';
import { ENTERED, registered } from '../../project/samples.js';
import type { ProjectState } from '../../project/state.js';
import {
  closed,
  decemberClosed,
  ENTRY,
  monthEnded,
  monthOpened,
  PLAN_EXAMPLES,
  PRELIMINARY,
  published,
  ready,
  yearClosed,
} from '../examples.js';
import { DISPOSITIONS, type Category, type Disposition, type PlanEntry } from '../events.js';
import { INITIAL_PLAN, type PlanState } from '../state.js';

const NEW_YEAR = '2023-01-05T02:00:00.000Z';
const december = [
  ...[...ready, published('2022-11'), monthOpened('2022-11', '2022-12'), monthOpened('2022-12', null)],
  monthEnded('2022-12'),
];

describe('closing months', () => {
  const close = (month: string) => ({ type: 'CloseMonth', month }) as const;

  it('goes in their order, each once its reports are due, and once', () => {
    const at = (now: string) => ({ now });
    plan
      .given(...december)
      .when(close('2022-12'), at(NEW_YEAR))
      .thenRefused('EARLIER_MONTH_OPEN', { month: '2022-11' });
    plan
      .given(...december)
      .when(close('2022-11'), at('2022-11-25T15:59:59.999Z'))
      .thenRefused('MONTH_NOT_DUE');
    plan
      .given(...december)
      .when(close('2022-11'), at('2022-11-25T16:00:00.000Z'))
      .then(closed('2022-11'));
    const given = plan.given(...december, closed('2022-11'));
    given.when(close('2022-11'), at(NEW_YEAR)).thenNothing();
    given.when(close('2022-12'), at(NEW_YEAR)).then(closed('2022-12'));
    given.when(close('2022-10'), at(NEW_YEAR)).thenRefused('MONTH_NOT_OPEN');
  });
});

describe('closing the year', () => {
  const reported = (through: number, yearToDate: number): ProjectState => ({
    ...assignable(),
    openings: { 2022: { revision: 2, through: '2022-11', yearToDate: 0, toLastYearEnd: through } },
    reports: {
      '2022-12': {
        ...{
          ...UNREPORTED,
          month: '2022-12',
          cutOff: '2022-12-31',
          status: 'ACCEPTED',
          reporter: 'reporter-1',
        },
        ...{ figures: { month: yearToDate, yearToDate }, accepted: { month: yearToDate, yearToDate } },
      },
    },
  });
  const others = {
    ...planScene.others,
    'project-p1': reported(yi(2), yi(0.8)),
    'project-p2': reported(yi(1), yi(0.1)),
  };
  const given = plan.given(...decemberClosed);
  const bases = (p1: number, p2: number) => ({
    type: 'YearClosed',
    data: { year: 2022, bases: [{ project: 'p1', toYearEnd: p1 }, { project: 'p2', toYearEnd: p2 }] }, // prettier-ignore
  });

  it('fixes what was invested up to its end, without the expenses of preliminary projects', () => {
    given.when({ type: 'CloseYear' }, { now: NEW_YEAR, others }).then(bases(yi(2.8), yi(1)));
  });

  it('builds on what the year before had fixed', () => {
    const before: PlanState = { ...INITIAL_PLAN, closedOn: '2022-01-28', bases: new Map([['p1', yi(3)]]) };
    given
      .when({ type: 'CloseYear' }, { now: NEW_YEAR, others: { ...others, 'plan-2021': before } })
      .then(bases(yi(3.8), yi(1)));
  });

  it('leaves adjustments of the base as the only change', () => {
    const { command } = PLAN_EXAMPLES.AdjustBase;
    const after = plan.given(...decemberClosed, yearClosed);
    after.when({ ...command, toYearEnd: -1 }, { now: NEW_YEAR }).thenRefused('AMOUNT_OUT_OF_RANGE');
    after.when({ ...command, project: 'p3' }, { now: NEW_YEAR }).thenRefused('UNKNOWN_ENTRY', { project: 'p3' });
    after
      .when({ ...command, document: { ...DOCUMENT, sha256: null } }, { now: NEW_YEAR })
      .thenRefused('DOCUMENT_WITHOUT_FILE');
  });

  it('holds the next opening figures to that base', () => {
    const record = (toLastYearEnd: number) =>
      project.given(registered(), ENTERED).when(
        {
          ...{ type: 'RecordOpeningFigures', year: 2023, through: '2023-02', yearToDate: 0, toLastYearEnd },
          evidence: DOCUMENT,
        },
        { others: { 'plan-2022': { ...INITIAL_PLAN, bases: new Map([['p1', yi(2.8)]]) } } },
      );
    record(yi(2.8)).thenMatches({ type: 'OpeningFiguresRecorded' });
    record(yi(2.7)).thenRefused('BASE_IS_FIXED', { field: 'toLastYearEnd', base: yi(2.8) });
  });
});

describe('the dispositions of a year', () => {
  const record = (...dispositions: [project: string, disposition: Disposition][]) =>
    ({
      type: 'RecordDispositions',
      dispositions: dispositions.map(([project, disposition]) => ({ project, disposition })),
    }) as const;
  const given = plan.given(...ready, published(null));

  it('are of members, one for each, and may be told anew until the next plan is published', () => {
    given.when(record(['p3', 'CARRY_ON'])).thenRefused('UNKNOWN_ENTRY', { project: 'p3' });
    given.when(record(['p1', 'CARRY_ON'], ['p1', 'DELISTED'])).thenRefused('PROJECT_IN_TWO_LINES');
    const told = plan.given(...ready, published(null), PLAN_EXAMPLES.RecordDispositions.event);
    told.when(record(['p1', 'CARRY_ON'])).thenMatches({ type: 'DispositionsRecorded' });
    told
      .when(record(['p1', 'CARRY_ON']), {
        others: { ...planScene.others, 'plan-2023': { ...INITIAL_PLAN, publishedAt: '2023-04-06T02:00:00.000Z' } },
      })
      .thenRefused('PLAN_PUBLISHED', { year: 2023 });
  });

  it.each(['COMPLETED', 'CANCELLED'] as const)('%s is what became of the project already', (disposition) => {
    given.when(record(['p1', disposition])).thenRefused('DISPOSITION_UNFOUNDED', { status: 'PLANNED_START' });
    const state: ProjectState = { ...assignable(), status: [{ on: '2022-11-01', revision: 5, value: disposition }] };
    given
      .when(record(['p1', disposition]), { others: { ...planScene.others, 'project-p1': state } })
      .thenMatches({ type: 'DispositionsRecorded' });
  });

  /** The category under which a plan must have a member of the year before; null is that it must not. */
  const NEXT: Record<Disposition, Category | null> = {
    CARRY_ON: 'CARRIED_OVER',
    CARRY_START: 'NEW_START',
    BACK_TO_PRELIMINARY: 'PRELIMINARY',
    COMPLETED: null,
    DELISTED: null,
    CANCELLED: null,
  };
  const LINES: Record<Category, PlanEntry> = {
    NEW_START: ENTRY,
    CARRIED_OVER: { ...ENTRY, category: 'CARRIED_OVER' },
    PRELIMINARY: { ...PRELIMINARY, project: 'p1' },
  };
  const categories = [...(Object.keys(LINES) as Category[]), null];

  it.each(DISPOSITIONS.flatMap((disposition) => categories.map((category) => [disposition, category] as const)))(
    '%s is kept to by a next plan in which the member is %s, or it is not published',
    (disposition, category) => {
      const lines = category === null ? [] : [LINES[category]];
      const before: PlanState = {
        ...INITIAL_PLAN,
        publishedAt: '2021-04-01T02:00:00.000Z',
        entries: new GrowingMap(new Map([['p1', ENTRY]])),
        dispositions: new Map([['p1', disposition]]),
      };
      const construction = lines.filter((line) => line.category !== 'PRELIMINARY');
      const declared = {
        construction: { count: construction.length, totalInvestment: 0, annualInvestment: 0 },
        preliminary: { count: lines.length - construction.length, totalInvestment: 0 },
      };
      for (const { totalInvestment, annualInvestment } of construction) {
        declared.construction.totalInvestment += totalInvestment;
        declared.construction.annualInvestment += annualInvestment;
      }
      if (category === 'PRELIMINARY') declared.preliminary.totalInvestment = PRELIMINARY.totalInvestment;
      const outcome = plan
        .given(
          { type: 'PlanDrafted', data: { year: 2022, declared } },
          ...lines.map((entry) => ({ type: 'PlanEntryIncluded', data: { year: 2022, entry } }) as const),
        )
        .when(PLAN_EXAMPLES.PublishPlan.command, { others: { ...planScene.others, 'plan-2021': before } });
      if (NEXT[disposition] === category) outcome.thenMatches({ type: 'PlanPublished' });
      else outcome.thenRefused('PLAN_AGAINST_DISPOSITIONS', { projects: ['p1'] });
    },
  );
});

it('rolling forward names each project once, within the window', () => {
  const roll = (...years: number[]) =>
    ({ type: 'RollPlanForward', lines: years.map((plannedYear) => ({ project: 'p1', plannedYear })) }) as const;
  plan
    .given(...ready)
    .when(roll(2021))
    .thenRefused('YEAR_OUTSIDE_WINDOW', { from: 2022, through: 2024 });
  plan
    .given(...ready)
    .when(roll(2022, 2023))
    .thenRefused('PROJECT_IN_TWO_LINES');
  plan
    .given(...ready)
    .when(roll(2024))
    .thenMatches({ type: 'PlanRolledForward' });
});
