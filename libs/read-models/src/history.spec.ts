import fc from 'fast-check';
import { type AnyView, fold, type Recorded } from '#libs/event-sourcing/pure';
import { viewed } from '#libs/event-sourcing/testing';
import { addDays, lastDayOf, monthIn, monthNumber, monthOf, type ProjectEvent, type Status } from '#libs/domain';
import { MemoryDocuments } from '../../event-sourcing/src/memory-documents.js';
import { yi } from '../../domain/src/testing.js';
import { dashboardOn, LISTS, listOn, projectOn, VIEWS } from './index.js';
import { ANNUAL, history, type Life, lives, monthOfReport, order, PUBLISHED_ON, TARGETS } from './lives.js';

function folded(events: readonly Recorded[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of events) documents.apply(event);
  return documents;
}

/** All that can be asked about a day. */
async function answersOn(documents: MemoryDocuments, asked: string) {
  const projects = await Promise.all(['p0', 'p1', 'p2'].map((id) => projectOn(documents, id, asked)));
  const lists = await Promise.all(LISTS.map((list) => listOn(documents, { list, year: 2022, day: asked, limit: 10 })));
  const dashboard = await dashboardOn(documents, 2022, monthNumber(monthOf(asked)), asked);
  return { projects, lists, dashboard };
}

const dayOfYear = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2022-01-01', days));
const dayAfterPublication = fc.integer({ min: 0, max: 268 }).map((days) => addDays(PUBLISHED_ON, days));

describe('as-of answers', () => {
  it('do not depend on the order in which facts were recorded', async () => {
    await fc.assert(
      fc.asyncProperty(lives, order, order, dayOfYear, async (all, one, other, asked) => {
        expect(await answersOn(folded(history(all, one)), asked)).toEqual(
          await answersOn(folded(history(all, other)), asked),
        );
      }),
      { numRuns: 40 },
    );
  });
});

/** What stands of a project on a day, straight from what was told of it. */
function naiveOn({ category, opening, months, registered, facts }: Life, asked: string) {
  const statuses: Partial<Record<ProjectEvent['type'], Status>> = {
    ProjectReserved: 'RESERVED',
    PreliminaryWorkBegun: 'PRELIMINARY',
    CommencementRecorded: 'UNDER_CONSTRUCTION',
    ResumptionReported: 'UNDER_CONSTRUCTION',
    SuspensionReported: 'SUSPENDED',
    ProjectCompleted: 'COMPLETED',
    ProjectPutInService: 'IN_SERVICE',
    ProjectCancelled: 'CANCELLED',
  };
  const known = [registered, ...facts]
    .flatMap((event) => ('occurredOn' in event.data ? [{ event, on: event.data.occurredOn }] : []))
    .filter(({ on }) => on <= asked)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  let status: Status | undefined;
  let sector: string | null = null;
  let [town, authority, responsible, leader] = ['', '', '', ''];
  let plannedStart: string | null = null;
  for (const { event } of known) {
    if (event.type === 'ProjectRegistered') status = event.data.status;
    else status = statuses[event.type] ?? status;
    if (event.type === 'ProjectRegistered') sector = event.data.details.sector;
    if (event.type === 'ProjectDetailsChanged') sector = event.data.changes.sector ?? null;
    if (event.type === 'ProjectRegistered') town = event.data.details.town!;
    if (event.type === 'ResponsibilitiesAssigned') [authority, responsible] = ['authority', 'keeper'];
    if (event.type === 'PersonsNamed') leader = 'leader';
    if (event.type === 'MilestonesScheduled') plannedStart = event.data.dates.COMMENCEMENT ?? null;
    if (event.type === 'MilestoneRescheduled') plannedStart = event.data.to;
  }
  const plan = category === 'PRELIMINARY' ? { annual: 0, target: 0 } : { annual: ANNUAL, target: 0 };
  let accepted = asked >= '2022-03-31' ? opening : 0;
  let latest = accepted;
  TARGETS.forEach((target, index) => {
    if (category !== 'PRELIMINARY' && lastDayOf(monthIn(2022, index + 1)) <= asked) plan.target += target;
  });
  months.forEach((report, index) => {
    if (!report || lastDayOf(monthOfReport(index)) > asked) return;
    if (report.review !== 'RETURNED') latest = report.yearToDate;
    if (report.review === 'ACCEPTED') accepted = report.yearToDate;
  });
  const reported = months.some((report, index) => {
    const month = monthOfReport(index);
    return report && month === monthOf(asked) && lastDayOf(month) <= asked;
  });
  const figures = category === 'PRELIMINARY' ? { accepted: 0, pending: 0 } : { accepted, pending: latest - accepted };
  const isStart = category === 'NEW_START' ? 1 : 0;
  const begun: (Status | undefined)[] = ['UNDER_CONSTRUCTION', 'SUSPENDED', 'COMPLETED', 'IN_SERVICE'];
  const starts = {
    startPlanned: isStart,
    startDue: plannedStart !== null && plannedStart <= asked ? isStart : 0,
    startDone: begun.includes(status) ? isStart : 0,
  };
  const held = { status, sector: sector ?? '', town, authority, responsible, leader, category };
  return { ...held, ...plan, ...figures, ...starts, reported: reported ? 1 : 0 };
}

type Naive = ReturnType<typeof naiveOn>;
const totalled = (rows: readonly Naive[]) => {
  const sum = (of: (row: Naive) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    count: rows.length,
    totalInvestment: rows.length * yi(5),
    annualPlan: sum(({ annual }) => annual),
    completedAccepted: sum(({ accepted }) => accepted),
    completedPending: sum(({ pending }) => pending),
    coverage: { reported: sum(({ reported }) => reported), of: rows.length },
    startPlanned: sum(({ startPlanned }) => startPlanned),
    startDue: sum(({ startDue }) => startDue),
    startDone: sum(({ startDone }) => startDone),
    startDueDone: sum(({ startDue, startDone }) => startDue * startDone),
  };
};

describe('the dashboard of a day', () => {
  it('is the sum of what stands of each project on that day', async () => {
    await fc.assert(
      fc.asyncProperty(lives, order, dayAfterPublication, async (all, recording, asked) => {
        const documents = folded(history(all, recording));
        const { figures } = await dashboardOn(documents, 2022, monthNumber(monthOf(asked)), asked);
        const rows = all.map((each) => naiveOn(each, asked)).filter(({ status }) => status !== undefined);
        const of = (pick: (row: Naive) => boolean) => expect.objectContaining(totalled(rows.filter(pick))) as unknown;
        const ongoing: (Status | undefined)[] = ['UNDER_CONSTRUCTION', 'SUSPENDED'];
        const listed: (Status | undefined)[] = [...ongoing, 'PLANNED_START', 'PRELIMINARY'];
        const by = (valueOf: (row: Naive) => string) =>
          Object.fromEntries(rows.map(valueOf).map((value) => [value, of((row) => valueOf(row) === value)]));
        expect(figures).toEqual({
          construction: of(({ category }) => category !== 'PRELIMINARY'),
          preliminary: of(({ category }) => category === 'PRELIMINARY'),
          byList: {
            'new-start': of(({ status }) => status === 'PLANNED_START'),
            ongoing: of(({ status }) => ongoing.includes(status)),
            preliminary: of(({ status }) => status === 'PRELIMINARY'),
            none: of(({ status }) => !listed.includes(status)),
          },
          bySector: Object.fromEntries(
            [...new Set(Object.keys(figures!.bySector)), ...rows.map(({ sector }) => sector)].map((sector) => [
              sector,
              of((row) => row.sector === sector),
            ]),
          ),
          byTown: by(({ town }) => town),
          byAuthority: by(({ authority }) => authority),
          byResponsible: by(({ responsible }) => responsible),
          byLeader: by(({ leader }) => leader),
          bySource: {},
          matrix: Object.fromEntries(
            rows.map(({ sector }) => {
              const own = rows.filter((row) => row.sector === sector);
              const cellOf = (town: string) => of((row) => row.sector === sector && row.town === town);
              return [sector, Object.fromEntries(own.map(({ town }) => [town, cellOf(town)]))];
            }),
          ),
        });
        const target = rows.reduce((sum, row) => sum + (row.category === 'PRELIMINARY' ? 0 : row.target), 0);
        if (target === 0) expect(figures!.construction.targetRate).toBeNull();
        else expect(figures!.construction.targetRate).toBeCloseTo(figures!.construction.completedAccepted / target, 3);
      }),
    );
  });

  it('shows of each list the sums of its rows, and no project is on two lists', async () => {
    await fc.assert(
      fc.asyncProperty(lives, order, dayAfterPublication, async (all, recording, asked) => {
        const { lists, dashboard } = await answersOn(folded(history(all, recording)), asked);
        lists.forEach(({ items }, index) => {
          const sum = (of: (item: (typeof items)[number]) => number) =>
            items.reduce((total, item) => total + of(item), 0);
          expect(dashboard.figures!.byList[LISTS[index]!]).toMatchObject({
            count: items.length,
            totalInvestment: sum(({ totalInvestment }) => totalInvestment),
            annualPlan: sum(({ annualInvestment }) => annualInvestment),
            completedAccepted: sum(({ completedAccepted }) => completedAccepted),
            completedPending: sum(({ completedPending }) => completedPending),
          });
        });
        const ids = lists.flatMap(({ items }) => items.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

/** The documents after these batches, each delivered as often as told, as they would be stored. */
async function delivered(view: AnyView, batches: readonly (readonly Recorded[])[], times: number) {
  const stored = new Map<string, { position: number; state: object | null }>();
  for (const batch of batches)
    for (let time = 0; time < times; time++) {
      const load = (keys: string[]) => Promise.resolve(new Map([...stored].filter(([key]) => keys.includes(key))));
      const upTo = batch.at(-1)!.position;
      for (const { key, state } of await fold(view, batch, load))
        if ((stored.get(key)?.position ?? -1) < upTo) stored.set(key, { position: upTo, state });
    }
  return Object.fromEntries([...stored].flatMap(([key, { state }]) => (state ? [[key, state]] : [])));
}

describe.each(VIEWS.map((view) => [view.name, view] as const))('%s', (_, view) => {
  const batches = (events: readonly Recorded[], size: number): Recorded[][] =>
    events.length === 0 ? [] : [events.slice(0, size), ...batches(events.slice(size), size)];

  it('does not change when every batch is delivered again', async () => {
    await fc.assert(
      fc.asyncProperty(lives, order, fc.integer({ min: 1, max: 12 }), async (all, recording, size) => {
        const split = batches(history(all, recording), size);
        expect(await delivered(view, split, 2)).toEqual(await delivered(view, split, 1));
      }),
      { numRuns: 10 },
    );
  });

  it('is the same folded batch by batch and from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(lives, order, async (all, recording) => {
        const events = history(all, recording);
        expect(Object.fromEntries(folded(events).all(view))).toEqual(Object.fromEntries(await viewed(view, events)));
      }),
      { numRuns: 10 },
    );
  });
});
