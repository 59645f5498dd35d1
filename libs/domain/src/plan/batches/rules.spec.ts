import { assignable, DOCUMENT, plan, planScene, yi } from '../../testing.js';
import { UNREPORTED } from '../../project/reports/state.js';
import { INITIAL_PROJECT, type ProjectState } from '../../project/state.js';
import { ENTRY, monthEnded, PRELIMINARY, published, ready } from '../examples.js';
import type { BatchLine, ControlTotals, MovedFigures, PlanEntry } from '../events.js';

/** After the close of June: six months of the year are over. */
const JULY = '2022-07-05T02:00:00.000Z';
/** Nothing more falls due in the plan. */
const given = plan.given(...ready, published(null), monthEnded('2022-12'));
const reason = '示例';

const totals = (construction: [number, number, number], preliminary: [number, number]): ControlTotals => ({
  construction: {
    count: construction[0],
    totalInvestment: yi(construction[1]),
    annualInvestment: yi(construction[2]),
  },
  preliminary: { count: preliminary[0], totalInvestment: yi(preliminary[1]) },
});
const invested = (yearToDate: number, toLastYearEnd: number, status?: 'SUBMITTED'): ProjectState => ({
  ...assignable(),
  openings: { 2022: { revision: 2, through: '2022-03', yearToDate, toLastYearEnd } },
  reports: status
    ? {
        '2022-05': {
          ...{ ...UNREPORTED, month: '2022-05', cutOff: '2022-05-31', status, reporter: 'reporter-1' },
          ...{ figures: { month: 1, yearToDate: yearToDate + 1 }, accepted: null },
        },
      }
    : {},
});
const apply = (lines: BatchLine[], declared: ControlTotals, others: Record<string, unknown> = {}, now = JULY) =>
  given.when(
    { type: 'ApplyBatch', lines, declared, approvedBy: '示例区政府', document: DOCUMENT },
    { now, others: { ...planScene.others, ...others } },
  );
const thenResults = (outcome: ReturnType<typeof apply>, results: object[], moved: MovedFigures[] = []) =>
  outcome.thenMatches({ data: expect.objectContaining({ version: 2, results, moved }) as unknown });

const targets = (...months: number[]) => months.map(yi);
/** 0.1 亿元 from April to June, as it was planned, and then 0.2. */
const RAISED = targets(0, 0, 0, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2);
const raise: BatchLine = {
  kind: 'AMOUNT',
  project: 'p1',
  totalInvestment: yi(6),
  annualInvestment: yi(1.5),
  remainingTargets: RAISED.slice(6),
  reason,
};
const line = (project: string, change: Partial<PlanEntry> = {}): PlanEntry => ({ ...ENTRY, project, ...change });

describe('a batch', () => {
  it('is refused unless the old lines and its changes add up to the new totals', () => {
    apply([raise], totals([1, 6, 1.5], [1, 3])).thenMatches({ type: 'BatchApplied' });
    apply([raise], totals([1, 6.01, 1.5], [1, 3])).thenRefused('PLAN_DOES_NOT_RECONCILE', {
      off: [{ total: 'construction/totalInvestment', difference: -yi(0.01) }],
    });
    apply([raise], totals([2, 6, 1.5], [1, 3])).thenRefused('PLAN_DOES_NOT_RECONCILE', {
      off: [{ total: 'construction/count', declared: 2, lines: 1 }],
    });
  });

  it('changes a published plan only', () => {
    const command = { type: 'ApplyBatch', lines: [raise], declared: totals([1, 6, 1.5], [1, 3]) } as const;
    plan
      .given(...ready)
      .when({ ...command, approvedBy: '示例区政府', document: DOCUMENT })
      .thenRefused('PLAN_NOT_PUBLISHED', { year: 2022 });
  });

  it('names each project in one line', () => {
    apply([raise, { kind: 'DELIST', project: 'p1', reason }], totals([0, 0, 0], [1, 3])).thenRefused(
      'PROJECT_IN_TWO_LINES',
      { project: 'p1' },
    );
  });

  it('needs its approval as a file', () => {
    given
      .when({
        ...{ type: 'ApplyBatch', lines: [raise], declared: totals([1, 6, 1.5], [1, 3]), approvedBy: '示例区政府' },
        document: { ...DOCUMENT, sha256: null },
      })
      .thenRefused('DOCUMENT_WITHOUT_FILE', { field: 'document' });
  });
});

describe('调入', () => {
  const admit: BatchLine = { kind: 'ADMIT', entry: line('p3'), reason };

  it('takes a registered project in, with all that publication asks of it', () => {
    thenResults(apply([admit], totals([2, 10, 1.8], [1, 3])), [{ project: 'p3', entry: line('p3') }]);
    const refused = (state: ProjectState) => apply([admit], totals([2, 10, 1.8], [1, 3]), { 'project-p3': state });
    refused(INITIAL_PROJECT).thenRefused('UNKNOWN_PROJECT');
    refused({ ...assignable(), currency: 'USD' }).thenRefused('PLAN_COUNTS_CNY_ONLY');
    const status: ProjectState['status'] = [{ on: '2022-01-01', revision: 0, value: 'RESERVED' }];
    refused({ ...assignable(), status }).thenRefused('PRELIMINARY_WORK_NOT_BEGUN', { project: 'p3' });
    refused(assignable({ reporter: null })).thenRefused('PLAN_ENTRIES_INCOMPLETE', { projects: ['p3'] });
  });

  it('takes no member in again', () => {
    apply([{ ...admit, entry: ENTRY }], totals([1, 5, 0.9], [1, 3])).thenRefused('ENTRY_EXISTS', { project: 'p1' });
  });
});

it('调出 takes a member out, and nobody else', () => {
  const delist: BatchLine = { kind: 'DELIST', project: 'p2', reason };
  thenResults(apply([delist], totals([1, 5, 0.9], [0, 0])), [{ project: 'p2', entry: null }]);
  apply([{ ...delist, project: 'p3' }], totals([1, 5, 0.9], [0, 0])).thenRefused('UNKNOWN_ENTRY', { project: 'p3' });
});

describe('调额', () => {
  it('brings new targets for the months that are not over; past months stay', () => {
    thenResults(apply([raise], totals([1, 6, 1.5], [1, 3])), [
      {
        project: 'p1',
        entry: line('p1', { totalInvestment: yi(6), annualInvestment: yi(1.5), monthlyTargets: RAISED }),
      },
    ]);
  });

  it.each([
    ['the first instant of July', '2022-06-30T16:00:00.000Z', 6],
    ['the last instant of June', '2022-06-30T15:59:59.999Z', 7],
    ['the year after', '2023-01-02T02:00:00.000Z', 0],
    ['the year before', '2021-12-30T02:00:00.000Z', 12],
  ])('at %s there are %d months left', (_, now, left) => {
    const at = (count: number) => {
      const kept = ENTRY.monthlyTargets!.slice(0, 12 - left).reduce((sum, target) => sum + target, 0);
      const remainingTargets = Array.from({ length: count }, () => yi(0.2));
      const annualInvestment = kept + count * yi(0.2);
      const declared = totals([1, 6, annualInvestment / yi(1)], [1, 3]);
      return apply([{ ...raise, annualInvestment, remainingTargets } as BatchLine], declared, {}, now);
    };
    at(left).thenMatches({ type: 'BatchApplied' });
    at(left + 1).thenRefused('TARGETS_DO_NOT_SUM');
  });
});

describe('转列', () => {
  const reclassify = (project: string, category: PlanEntry['category']): BatchLine => ({
    kind: 'RECLASSIFY',
    project,
    category,
    totalInvestment: yi(3),
    annualInvestment: yi(0.6),
    remainingTargets: RAISED.slice(6).map(() => yi(0.1)),
    reason,
  });

  it('makes a preliminary project a new start, without targets for the months that are over', () => {
    const entry = line('p2', {
      totalInvestment: yi(3),
      annualInvestment: yi(0.6),
      monthlyTargets: targets(0, 0, 0, 0, 0, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
    });
    thenResults(apply([reclassify('p2', 'NEW_START')], totals([2, 8, 1.5], [0, 0])), [{ project: 'p2', entry }]);
  });

  it('makes a new start one that goes on, and never the other way round', () => {
    const on = { ...reclassify('p1', 'CARRIED_OVER'), annualInvestment: yi(0.9) } as BatchLine;
    apply([on], totals([1, 3, 0.9], [1, 3])).thenMatches({ type: 'BatchApplied' });
    apply([reclassify('p1', 'PRELIMINARY')], totals([0, 0, 0], [2, 6])).thenRefused('RECLASSIFICATION_NOT_POSSIBLE');
  });
});

describe('合并', () => {
  const merge = (into: PlanEntry): BatchLine => ({ kind: 'MERGE', projects: ['p1', 'p2'], into, reason });
  const others = { 'project-p1': invested(yi(0.2), yi(1)), 'project-p2': invested(yi(0.1), yi(0.5)) };

  it('moves the cumulative figures once, into one of the projects', () => {
    thenResults(
      apply([merge(line('p1', { totalInvestment: yi(8) }))], totals([1, 8, 0.9], [0, 0]), others),
      [
        { project: 'p2', entry: null },
        { project: 'p1', entry: line('p1', { totalInvestment: yi(8) }) },
      ],
      [
        { project: 'p2', counterparts: ['p1'], yearToDate: -yi(0.1), toLastYearEnd: -yi(0.5) },
        { project: 'p1', counterparts: ['p2'], yearToDate: yi(0.1), toLastYearEnd: yi(0.5) },
      ],
    );
  });

  it('or into a new one', () => {
    thenResults(
      apply([merge(line('p3', { totalInvestment: yi(8) }))], totals([1, 8, 0.9], [0, 0]), others),
      [
        { project: 'p1', entry: null },
        { project: 'p2', entry: null },
        { project: 'p3', entry: line('p3', { totalInvestment: yi(8) }) },
      ],
      [
        { project: 'p1', counterparts: ['p3'], yearToDate: -yi(0.2), toLastYearEnd: -yi(1) },
        { project: 'p2', counterparts: ['p3'], yearToDate: -yi(0.1), toLastYearEnd: -yi(0.5) },
        { project: 'p3', counterparts: ['p1', 'p2'], yearToDate: yi(0.2) + yi(0.1), toLastYearEnd: yi(1.5) },
      ],
    );
  });

  it('leaves the targets of past months as they were, together', () => {
    const monthlyTargets = targets(0, 0, 0.1, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    apply([merge(line('p1', { monthlyTargets }))], totals([1, 5, 0.9], [0, 0]), others).thenRefused(
      'PAST_TARGETS_STAY',
      { project: 'p1' },
    );
  });

  it('waits for reports that may still change, and takes two projects at least', () => {
    const waiting = { ...others, 'project-p2': invested(yi(0.1), 0, 'SUBMITTED') };
    const into = line('p1', { totalInvestment: yi(8) });
    apply([merge(into)], totals([1, 8, 0.9], [0, 0]), waiting).thenRefused('REPORT_AWAITS_REVIEW', { project: 'p2' });
    apply([{ ...merge(into), projects: ['p1', 'p1'] } as BatchLine], totals([1, 8, 0.9], [1, 3])).thenRefused(
      'TOO_FEW_PROJECTS',
    );
  });
});

describe('拆分', () => {
  const half = (project: string) =>
    line(project, {
      totalInvestment: yi(2.5),
      annualInvestment: yi(0.45),
      monthlyTargets: ENTRY.monthlyTargets!.map((target) => target / 2),
    });
  const split = (...parts: [string, number, number][]): BatchLine => ({
    kind: 'SPLIT',
    project: 'p1',
    into: parts.map(([project, yearToDate, toLastYearEnd]) => ({
      entry: half(project),
      yearToDate: yi(yearToDate),
      toLastYearEnd: yi(toLastYearEnd),
    })),
    reason,
  });
  const others = { 'project-p1': invested(yi(0.3), yi(1)) };

  it('divides the cumulative figures between its parts, one of which may be the project itself', () => {
    thenResults(
      apply([split(['p1', 0.2, 0.5], ['p3', 0.1, 0.5])], totals([2, 5, 0.9], [1, 3]), others),
      [
        { project: 'p1', entry: half('p1') },
        { project: 'p3', entry: half('p3') },
      ],
      [
        { project: 'p1', counterparts: ['p3'], yearToDate: -yi(0.1), toLastYearEnd: -yi(0.5) },
        { project: 'p3', counterparts: ['p1'], yearToDate: yi(0.1), toLastYearEnd: yi(0.5) },
      ],
    );
    thenResults(
      apply([split(['p3', 0.2, 0.5], ['p4', 0.1, 0.5])], totals([2, 5, 0.9], [1, 3]), others),
      [
        { project: 'p1', entry: null },
        { project: 'p3', entry: half('p3') },
        { project: 'p4', entry: half('p4') },
      ],
      [
        { project: 'p1', counterparts: ['p3', 'p4'], yearToDate: -yi(0.3), toLastYearEnd: -yi(1) },
        { project: 'p3', counterparts: ['p1'], yearToDate: yi(0.2), toLastYearEnd: yi(0.5) },
        { project: 'p4', counterparts: ['p1'], yearToDate: yi(0.1), toLastYearEnd: yi(0.5) },
      ],
    );
  });

  it.each<[string, [string, number, number][], string]>([
    ['loses nothing of the year', [['p1', 0.2, 0.5], ['p3', 0, 0.5]], 'SPLIT_LOSES_FIGURES'], // prettier-ignore
    ['invents nothing of the years before', [['p1', 0.2, 0.5], ['p3', 0.1, 0.6]], 'SPLIT_LOSES_FIGURES'], // prettier-ignore
    ['has two parts at least', [['p1', 0.3, 1]], 'TOO_FEW_PROJECTS'],
    ['has parts that are not members yet', [['p1', 0.2, 0.5], ['p2', 0.1, 0.5]], 'ENTRY_EXISTS'], // prettier-ignore
    ['has different parts', [['p3', 0.2, 0.5], ['p3', 0.1, 0.5]], 'PROJECT_IN_TWO_LINES'], // prettier-ignore
  ])('%s', (_, parts, code) => {
    apply([split(...parts)], totals([2, 5, 0.9], [1, 3]), others).thenRefused(code);
  });
});

it('更正 may change the months that are over as well', () => {
  const entry = line('p1', { monthlyTargets: targets(0.1, 0.1, 0.1, 0, 0, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1) });
  thenResults(apply([{ kind: 'CORRECT', entry, reason }], totals([1, 5, 0.9], [1, 3])), [{ project: 'p1', entry }]);
});

it('preliminary projects have no targets to change', () => {
  const line: BatchLine = {
    kind: 'AMOUNT',
    project: PRELIMINARY.project,
    totalInvestment: yi(4),
    annualInvestment: 0,
    remainingTargets: null,
    reason,
  };
  thenResults(apply([line], totals([1, 5, 0.9], [1, 4])), [
    { project: 'p2', entry: { ...PRELIMINARY, totalInvestment: yi(4) } },
  ]);
});
