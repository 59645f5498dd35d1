import { recorded, type Scene, type Told } from '#libs/event-sourcing/testing';
import type { PlanEvent, ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../event-sourcing/src/memory-documents.js';
import {
  accepted,
  COMMENCED,
  ENTERED,
  EXAMPLES,
  OPENING,
  raised,
  registered,
  RESOLVED,
  submitted,
} from '../../domain/src/project/examples.js';
import { DOCUMENT, OFFICE, opened, RESPONSIBILITIES, yi } from '../../domain/src/testing.js';
import {
  blockerById,
  complianceOf,
  dashboardOn,
  listOn,
  openBlockers,
  openDeadlines,
  planOn,
  planWithLines,
  projectOn,
  rankingOn,
  VIEWS,
} from './index.js';

type AnyEvent = ProjectEvent | PlanEvent;
const scene: Scene = { stream: 'project-p1', now: '2022-05-16T02:00:00.000Z', actor: OFFICE };

function documentsAfter(...events: readonly Told<AnyEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded(events, scene)) documents.apply(event);
  return documents;
}

const of = (id: string, event: ProjectEvent): Told<ProjectEvent> => ({ ...event, stream: `project-${id}` });
const onPlan = (event: PlanEvent): Told<PlanEvent> => ({
  ...event,
  stream: 'plan-2022',
  recordedAt: '2022-04-07T02:00:00.000Z',
});
const none = {
  construction: { count: 2, totalInvestment: yi(10), annualInvestment: yi(2) },
  preliminary: { count: 1, totalInvestment: yi(3) },
};
const include = (project: string, category: 'NEW_START' | 'PRELIMINARY'): Told<PlanEvent> =>
  onPlan({
    type: 'PlanEntryIncluded',
    data: {
      year: 2022,
      entry: {
        project,
        category,
        totalInvestment: category === 'PRELIMINARY' ? yi(3) : yi(5),
        annualInvestment: category === 'PRELIMINARY' ? 0 : yi(1),
        monthlyTargets: category === 'PRELIMINARY' ? null : [...Array.from({ length: 11 }, () => 0), yi(1)],
      },
    },
  });
const { opensAt, dueAt } = opened('2022-05');

const drafted: Told<AnyEvent>[] = [
  of('p1', registered('PLANNED_START')),
  of('p2', registered('PLANNED_START', '2022-02-01')),
  of('p3', registered('PRELIMINARY')),
  ...['p1', 'p2'].map((id) =>
    of(id, {
      type: 'ResponsibilitiesAssigned',
      data: { occurredOn: '2022-01-01', responsibilities: RESPONSIBILITIES },
    }),
  ),
  of('p1', { type: 'OpeningFiguresRecorded', data: OPENING }),
  onPlan({ type: 'PlanDrafted', data: { year: 2022, declared: none } }),
  include('p1', 'NEW_START'),
  include('p2', 'NEW_START'),
  include('p3', 'PRELIMINARY'),
];
const published: Told<AnyEvent>[] = [
  ...drafted,
  onPlan({
    type: 'PlanPublished',
    data: {
      year: 2022,
      approvedBy: '示例区政府',
      document: DOCUMENT,
      totals: none,
      nextOpening: { month: '2022-05', opensAt },
    },
  }),
];
const year: Told<AnyEvent>[] = [
  ...published,
  of('p1', COMMENCED),
  onPlan({
    type: 'ReportingMonthOpened',
    data: {
      year: 2022,
      month: '2022-05',
      opensAt,
      dueAt,
      policyVersion: 1,
      cutOff: '2022-05-31',
      owing: ['p1', 'p2', 'p3'],
      calendarVersion: 1,
      notices: [],
      supplement: null,
      nextOpening: null,
    },
  }),
  of('p1', submitted({ month: yi(0.2), yearToDate: yi(0.5) })),
  of('p1', accepted({ month: yi(0.2), yearToDate: yi(0.5) })),
  of('p2', submitted({ month: yi(0.1), yearToDate: yi(0.1) })),
];

describe('a project', () => {
  const documents = documentsAfter(...year);

  it('exists from the earliest day of any of its facts', async () => {
    expect(await projectOn(documents, 'p2', '2021-12-31')).toBeUndefined();
    // Its responsibilities hold from the first of January on, its registration a month later.
    expect(await projectOn(documents, 'p2', '2022-01-01')).toMatchObject({ name: null, status: null });
    expect(await projectOn(documents, 'p2', '2022-02-01')).toMatchObject({ status: 'PLANNED_START' });
    expect(await projectOn(documents, 'p9')).toBeUndefined();
  });

  it('stands as it did on the day', async () => {
    expect(await projectOn(documents, 'p1', '2022-02-28')).toMatchObject({ status: 'PLANNED_START', reports: [] });
    expect(await projectOn(documents, 'p1', '2022-03-01')).toMatchObject({ status: 'UNDER_CONSTRUCTION' });
    expect(await projectOn(documents, 'p1', '2022-05-30')).toMatchObject({ reports: [] });
    expect(await projectOn(documents, 'p1', '2022-05-31')).toMatchObject({ reports: [{ month: '2022-05' }] });
    expect(await projectOn(documents, 'p1')).toMatchObject({ revision: 5, currency: 'CNY' });
  });
});

describe('the lists', () => {
  const list = (documents: MemoryDocuments, name: 'new-start' | 'ongoing' | 'preliminary', day?: string) =>
    listOn(documents, { list: name, year: 2022, ...(day && { day }), limit: 10 });
  const ids = async (...asked: Parameters<typeof list>) => (await list(...asked)).items.map(({ id }) => id);

  it('are empty while the plan is not published, and on the days before', async () => {
    expect(await list(documentsAfter(...drafted), 'new-start')).toEqual({
      planPublished: false,
      items: [],
      next: null,
    });
    expect(await list(documentsAfter(...year), 'new-start', '2022-04-06')).toMatchObject({ planPublished: false });
  });

  it('hold each member where its status puts it', async () => {
    const documents = documentsAfter(...year);
    expect(await ids(documents, 'new-start')).toEqual(['p2']);
    expect(await ids(documents, 'ongoing')).toEqual(['p1']);
    expect(await ids(documents, 'preliminary')).toEqual(['p3']);
  });

  it('come page by page', async () => {
    const documents = documentsAfter(...published);
    const first = await listOn(documents, { list: 'new-start', year: 2022, limit: 1 });
    expect(first).toMatchObject({ items: [{ id: 'p1' }], next: 'p1' });
    const second = await listOn(documents, { list: 'new-start', year: 2022, after: first.next!, limit: 1 });
    expect(second).toMatchObject({ items: [{ id: 'p2' }], next: null });
  });

  it('show accepted and pending apart', async () => {
    const documents = documentsAfter(...year);
    expect((await list(documents, 'ongoing')).items[0]).toMatchObject({
      completedAccepted: yi(0.5),
      completedPending: 0,
      completionRate: 0.5,
    });
    expect((await list(documents, 'new-start')).items[0]).toMatchObject({
      completedAccepted: 0,
      completedPending: yi(0.1),
    });
    expect((await list(documents, 'ongoing', '2022-05-30')).items[0]).toMatchObject({ completedAccepted: yi(0.3) });
  });

  it('mark who stands still', async () => {
    const documents = documentsAfter(...year, of('p1', EXAMPLES.Suspend.event));
    expect((await list(documents, 'ongoing')).items[0]).toMatchObject({ status: 'SUSPENDED', suspended: true });
  });
});

describe('the dashboard', () => {
  it('answers none before the plan is published', async () => {
    expect(await dashboardOn(documentsAfter(...drafted), 2022, 5)).toMatchObject({
      plan: { reason: 'PLAN_NOT_PUBLISHED' },
      figures: null,
    });
    expect(await dashboardOn(documentsAfter(...year), 2022, 4, '2022-04-06')).toMatchObject({ figures: null });
    expect(await dashboardOn(documentsAfter(), 2022, 5)).toMatchObject({ figures: null });
  });

  it('states rates, gap and coverage from raw amounts', async () => {
    const { figures, timeProgress } = await dashboardOn(documentsAfter(...year), 2022, 5);
    expect(timeProgress).toBe(0.4167);
    expect(figures!.construction).toEqual({
      count: 2,
      totalInvestment: yi(10),
      annualPlan: yi(2),
      targetToDate: 0,
      completedAccepted: yi(0.5),
      completedPending: yi(0.1),
      coverage: { reported: 2, of: 2 },
      completionRate: 0.25,
      targetRate: null,
      gapToTimeProgress: -16.67,
      ...{ startPlanned: 2, startDone: 1, startRateOfYear: 0.5, startDue: 0, startDueDone: 0, startRateToDate: null },
      ...{ finishPlanned: 0, finishDone: 0, finishRateOfYear: null },
      ...{ finishDue: 0, finishDueDone: 0, finishRateToDate: null },
      ...{ servicePlanned: 0, serviceDone: 0, serviceRateOfYear: null },
      ...{ serviceDue: 0, serviceDueDone: 0, serviceRateToDate: null },
    });
    expect(figures!.preliminary).toMatchObject({ count: 1, annualPlan: 0, completionRate: null });
  });

  it('of an earlier day of the month includes no period that had not been reached', async () => {
    const { day, figures } = await dashboardOn(documentsAfter(...year), 2022, 5, '2022-05-30');
    expect(day).toBe('2022-05-30');
    expect(figures!.construction).toMatchObject({
      completedAccepted: yi(0.3),
      completedPending: 0,
      coverage: { reported: 0, of: 2 },
    });
  });
});

describe('a ranking', () => {
  const kept = (id: string, responsibleUnit: string) =>
    of(id, {
      type: 'ResponsibilitiesAssigned',
      data: { occurredOn: '2022-01-02', responsibilities: { ...RESPONSIBILITIES, responsibleUnit } },
    });
  const documents = documentsAfter(...year, kept('p1', 'fast'), kept('p2', 'slow.1'));

  it('has the lowest completion rate first, and who has no plan to complete last', async () => {
    expect(await rankingOn(documents, 2022, 5, 'responsible')).toMatchObject({
      ...{ by: 'responsible', day: '2022-05-31', timeProgress: 0.4167 },
      items: [
        { rank: 1, name: 'slow.1', completionRate: 0, completedPending: yi(0.1) },
        { rank: 2, name: 'fast', completionRate: 0.5 },
        { rank: null, name: null, count: 1, completionRate: null },
      ],
    });
    expect((await rankingOn(documents, 2022, 5, 'authority')).items).toMatchObject([
      { rank: 1, name: 'authority', count: 2, completionRate: 0.25 },
      { rank: null, name: null },
    ]);
  });

  it('gives equal rates one rank, and knows on a day who it was then', async () => {
    expect((await rankingOn(documents, 2022, 5, 'town', '2022-05-30')).items).toMatchObject([{ rank: 1, count: 3 }]);
    const even = published.filter(({ type }) => type !== 'OpeningFiguresRecorded');
    const { items } = await rankingOn(documentsAfter(...even, kept('p2', 'slow.1')), 2022, 5, 'responsible');
    expect(items).toMatchObject([{ rank: 1, name: 'keeper' }, { rank: 1, name: 'slow.1' }, { rank: null }]);
  });

  it('ranks nobody before the plan is published', async () => {
    expect(await rankingOn(documentsAfter(...drafted), 2022, 5, 'leader')).toMatchObject({
      plan: { reason: 'PLAN_NOT_PUBLISHED' },
      items: [],
    });
  });
});

describe('the plan', () => {
  it('stands unpublished on the days before its publication', async () => {
    const documents = documentsAfter(...year);
    expect(await planOn(documents, 2022, '2022-04-06')).toMatchObject({ publishedOn: null, approvedBy: null });
    expect(await planOn(documents, 2022, '2022-04-07')).toMatchObject({ publishedOn: '2022-04-07' });
    expect(await planOn(documents, 2023)).toBeUndefined();
  });

  it('shows the sums of its lines beside what was declared', async () => {
    const plan = await planWithLines(documentsAfter(...drafted), 2022);
    expect(plan).toMatchObject({
      declared: none,
      lines: {
        construction: { count: 2, totalInvestment: yi(10), annualInvestment: yi(2) },
        preliminary: { count: 1, totalInvestment: yi(3), annualInvestment: 0 },
      },
    });
    expect(await planWithLines(documentsAfter(), 2022)).toBeUndefined();
  });
});

describe('the compliance of a month', () => {
  const documents = documentsAfter(...year);

  it('names who has not reported, by authority', async () => {
    const answer = await complianceOf(documents, { month: '2022-05', silentOnly: true, limit: 10 });
    expect(answer.items).toMatchObject([{ id: 'p3', leadAuthority: null, status: 'OWED' }]);
    expect(answer.byAuthority).toEqual({
      authority: { owed: 2, reported: 2, accepted: 1, late: 0, silent: 0 },
      '': { owed: 1, reported: 0, accepted: 0, late: 0, silent: 1 },
    });
  });

  it('counts by leader as well, whoever that was on the due day', async () => {
    const named = (on: string, linkedLeader: string) =>
      of('p2', { type: 'PersonsNamed', data: { occurredOn: on, personInCharge: null, linkedLeader } });
    const { byLeader } = await complianceOf(
      documentsAfter(...year, named('2022-03-01', 'leader.1'), named('2022-06-01', 'leader-2')),
      { month: '2022-05', silentOnly: false, limit: 1 },
    );
    expect(byLeader).toEqual({
      'leader.1': { owed: 1, reported: 1, accepted: 0, late: 0, silent: 0 },
      '': { owed: 2, reported: 1, accepted: 1, late: 0, silent: 1 },
    });
  });

  it('lists all who owe it', async () => {
    const answer = await complianceOf(documents, { month: '2022-05', silentOnly: false, limit: 2 });
    expect(answer).toMatchObject({ items: [{ id: 'p1' }, { id: 'p2' }], next: 'p2' });
  });
});

describe('open blockers', () => {
  const documents = documentsAfter(
    of('p1', registered()),
    of('p1', raised('b1')),
    of('p1', raised('b2')),
    of('p1', {
      ...EXAMPLES.EscalateBlocker.event,
      data: { ...EXAMPLES.EscalateBlocker.event.data, blocker: 'b2' },
    } as ProjectEvent),
    of('p1', raised('b3')),
    of('p1', { ...RESOLVED, data: { ...RESOLVED.data, blocker: 'b3' } }),
  );

  it('come with their level and the name of their project, without those that are resolved', async () => {
    const { items } = await openBlockers(documents, { limit: 10 });
    expect(items).toMatchObject([
      { id: 'b1', projectName: '示例道路', level: 'L1_LEGAL_ENTITY' },
      { id: 'b2', projectName: '示例道路', level: 'L2_SECTOR_AUTHORITY' },
    ]);
    expect(await blockerById(documents, 'b3')).toMatchObject({ status: 'RESOLVED' });
  });

  it('may be asked for by level', async () => {
    const { items } = await openBlockers(documents, { level: 'L2_SECTOR_AUTHORITY', limit: 10 });
    expect(items).toMatchObject([{ id: 'b2' }]);
  });
});

describe('open deadlines', () => {
  it('come in the order in which they fall due, those that wait for nothing left out', async () => {
    const documents = documentsAfter(
      ...year,
      of('p3', ENTERED),
      of('p3', raised('b1', '2022-05-23T16:00:00.000Z', null)),
    );
    const { items } = await openDeadlines(documents, { limit: 10 });
    const aprilEnds = '2022-04-30T16:00:00.000Z';
    expect(items).toEqual([
      { stream: 'plan-2022', nextDueAt: aprilEnds, clocks: { end: aprilEnds } },
      {
        stream: 'project-p3',
        nextDueAt: '2022-05-23T16:00:00.000Z',
        clocks: { 'report/2022-05': dueAt, 'blocker/b1/L1_LEGAL_ENTITY': '2022-05-23T16:00:00.000Z' },
      },
    ]);
    expect((await openDeadlines(documents, { by: '2022-05-23T15:59:59.999Z', limit: 10 })).items).toHaveLength(1);
    expect((await openDeadlines(documents, { by: '2022-05-23T16:00:00.000Z', limit: 10 })).items).toHaveLength(2);
  });
});
