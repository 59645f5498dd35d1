import { recorded, type Scene, type Told } from '#libs/event-sourcing/testing';
import type { PlanEntry, PlanEvent, ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { accepted, EXAMPLES, registered, submitted } from '../../../domain/src/project/examples.js';
import {
  AFTERWARDS,
  batchApplied,
  closed,
  drafted,
  ENTRY,
  included,
  monthOpened,
  PRELIMINARY,
  published,
  RECLASSIFIED,
} from '../../../domain/src/plan/examples.js';
import { DETAILS, OFFICE, yi } from '../../../domain/src/testing.js';
import { dashboardOn, listOn, planBalance, planDifference, planOn, planWithLines, VIEWS } from '../index.js';

type AnyEvent = ProjectEvent | PlanEvent;
const scene: Scene = { stream: 'project-p1', now: '2022-05-16T02:00:00.000Z', actor: OFFICE };
const of = (id: string, event: ProjectEvent): Told<ProjectEvent> => ({ ...event, stream: `project-${id}` });
const onPlan = (event: PlanEvent, day = '2022-04-07'): Told<PlanEvent> => ({
  ...event,
  stream: 'plan-2022',
  recordedAt: `${day}T02:00:00.000Z`,
});
function documentsAfter(...events: readonly Told<AnyEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded(events, scene)) documents.apply(event);
  return documents;
}

const elsewhere = { ...registered('PRELIMINARY'), data: { ...registered('PRELIMINARY').data, details: { ...DETAILS, town: '示例.镇|二' } } } as ProjectEvent; // prettier-ignore
const begun = [
  of('p1', registered()),
  of('p2', elsewhere),
  ...[drafted, included(ENTRY), included(PRELIMINARY), published()].map((event) => onPlan(event)),
];
const delisted: PlanEvent = {
  type: 'BatchApplied',
  data: {
    ...batchApplied.data,
    version: 3,
    lines: [{ kind: 'DELIST', project: 'p1', reason: '示例' }],
    results: [{ project: 'p1', entry: null }],
    declared: { ...AFTERWARDS, construction: { count: 1, totalInvestment: yi(3), annualInvestment: yi(0.9) } },
  },
};
const changed = documentsAfter(...begun, onPlan(batchApplied, '2022-05-03'), onPlan(delisted, '2022-06-06'));

describe('a plan that batches changed', () => {
  it('shows the version of the day asked for, with the sums of its lines', async () => {
    const [april, may, june] = await Promise.all(
      ['2022-04-30', '2022-05-31', '2022-06-30'].map((day) => planWithLines(changed, 2022, day)),
    );
    expect([april!.version, may!.version, june!.version]).toEqual([1, 2, 3]);
    expect(april!.lines.preliminary).toMatchObject({ count: 1, totalInvestment: yi(3) });
    expect(may).toMatchObject({
      declared: AFTERWARDS,
      publishedOn: '2022-04-07',
      lines: {
        construction: { count: 2, totalInvestment: yi(8), annualInvestment: yi(1.8) },
        preliminary: { count: 0 },
      },
    });
    expect(june!.lines.construction).toEqual({ count: 1, totalInvestment: yi(3), annualInvestment: yi(0.9) });
  });

  it('has its members on the lists and the dashboard of each day', async () => {
    const listed = async (list: 'new-start' | 'preliminary', day: string) =>
      (await listOn(changed, { list, year: 2022, day, limit: 9 })).items.map(({ id, category }) => [id, category]);
    expect(await listed('new-start', '2022-05-31')).toEqual([['p1', 'NEW_START']]);
    expect(await listed('preliminary', '2022-04-30')).toEqual([['p2', 'PRELIMINARY']]);
    expect(await listed('preliminary', '2022-05-31')).toEqual([['p2', 'NEW_START']]);
    expect(await listed('new-start', '2022-06-30')).toEqual([]);
    for (const [month, construction, preliminary] of [
      [4, 1, 1],
      [5, 2, 0],
      [6, 1, 0],
    ] as const)
      // prettier-ignore
      expect((await dashboardOn(changed, 2022, month)).figures).toMatchObject({
        construction: { count: construction },
        preliminary: { count: preliminary },
      });
  });

  it('tells what is different between two versions, either way', async () => {
    const line = (entry: PlanEntry) => ({ ...entry });
    expect(await planDifference(changed, 2022, 1, 3)).toMatchObject({
      from: { version: 1, on: '2022-04-07' },
      to: { version: 3, on: '2022-06-06' },
      admitted: [],
      left: [line(ENTRY)],
      changed: [{ project: 'p2', before: line(PRELIMINARY), after: line(RECLASSIFIED) }],
      totals: { after: { construction: { count: 1 } } },
    });
    expect(await planDifference(changed, 2022, 3, 2)).toMatchObject({ admitted: [line(ENTRY)], left: [], changed: [] });
    expect(await planDifference(changed, 2022, 1, 4)).toBeUndefined();
    expect(await planDifference(changed, 2023, 1, 1)).toBeUndefined();
  });

  it('is spread over sectors and towns, whatever a town is called', async () => {
    const cell = { sector: 'transport', construction: 1, preliminary: 0 };
    expect((await planBalance(changed, 2022, '2022-05-31'))!.cells).toEqual([
      { ...cell, town: '示例.镇|二', totalInvestment: yi(3), annualInvestment: yi(0.9) },
      { ...cell, town: '示例镇', totalInvestment: yi(5), annualInvestment: yi(0.9) },
    ]);
    expect((await planBalance(changed, 2022, '2022-06-30'))!.cells).toHaveLength(1);
    expect(await planBalance(changed, 2022, '2022-04-06')).toMatchObject({ reason: 'PLAN_NOT_PUBLISHED', cells: null });
    expect(await planBalance(changed, 2023)).toBeUndefined();
  });
});

describe('a closed month', () => {
  const figures = (yearToDate: number) => ({ month: yi(0.1), yearToDate: yi(yearToDate) });
  const signed = [
    ...begun,
    of('p1', submitted(figures(0.1))),
    of('p1', accepted(figures(0.1))),
    onPlan(monthOpened('2022-05', null)),
    onPlan(closed('2022-05'), '2022-06-03'),
  ];

  it('keeps what was signed; later changes show as the difference', async () => {
    const amended = [
      {
        type: 'ReportAmended',
        data: { ...EXAMPLES.AmendReport.event.data, month: '2022-05', figures: figures(0.3) },
      } as ProjectEvent,
      accepted(figures(0.3)),
    ].map((event) => of('p1', event));
    const closings = async (...events: Told<AnyEvent>[]) =>
      (await planWithLines(documentsAfter(...signed, ...events), 2022))!.closings;
    const closing = { month: '2022-05', on: '2022-06-03', signed: yi(0.1) };
    expect(await closings()).toEqual([{ ...closing, standing: yi(0.1), difference: 0 }]);
    expect(await closings(...amended)).toEqual([{ ...closing, standing: yi(0.3), difference: yi(0.2) }]);
    expect((await planOn(documentsAfter(...signed), 2022, '2022-06-02'))!.closings).toEqual([]);
  });
});
