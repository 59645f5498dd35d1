import fc from 'fast-check';
import { recorded, type Told } from '#libs/event-sourcing/testing';
import {
  type BulletinEvent,
  type BulletinLine,
  lastDayOf,
  monthIn,
  type PlanEvent,
  type ProjectEvent,
} from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { bulletinDrafted, CONTENT, ISSUED, PUBLISHED } from '../../../domain/src/bulletin/examples.js';
import { DECLARED, published } from '../../../domain/src/plan/examples.js';
import { registered, submitted } from '../../../domain/src/project/samples.js';
import { bulletinScene, DETAILS } from '../../../domain/src/testing.js';
import {
  bulletinById,
  bulletinFiguresOn,
  bulletinsPage,
  dashboardOn,
  type Reader,
  reproducedFrom,
  VIEWS,
} from '../index.js';

type AnyEvent = BulletinEvent | PlanEvent | ProjectEvent;

function documentsAfter(...events: readonly Told<AnyEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded(events, bulletinScene)) documents.apply(event);
  return documents;
}

const onPlan = (event: PlanEvent): Told<AnyEvent> => ({
  ...event,
  stream: 'plan-2022',
  recordedAt: '2022-04-07T02:00:00.000Z',
});

interface Member {
  readonly town: string | null;
  readonly movesTo: string | null;
  readonly category: 'NEW_START' | 'CARRIED_OVER' | 'PRELIMINARY';
  readonly annual: number;
  /** Of each month from January on: 分, or null without a report. */
  readonly months: readonly (number | null)[];
  /** Whether reports were accepted; those that were not count for nothing. */
  readonly accepted: readonly boolean[];
}

type Registered = Extract<ProjectEvent, { type: 'ProjectRegistered' }>;

/** A project of a year's plan and what it reported. */
function lifeOf({ town, movesTo, category, annual, months, accepted }: Member, index: number): Told<AnyEvent>[] {
  const stream = `project-p${index}`;
  const start = registered(category === 'PRELIMINARY' ? 'PRELIMINARY' : 'UNDER_CONSTRUCTION') as Registered;
  const entry = {
    ...{ project: `p${index}`, category, totalInvestment: annual * 2, monthlyTargets: null },
    annualInvestment: category === 'PRELIMINARY' ? 0 : annual,
  };
  let yearToDate = 0;
  const reports = months.flatMap((amount, at) => {
    if (amount === null) return [];
    const month = monthIn(2022, at + 1);
    const figures = { month: amount, yearToDate: (yearToDate += amount) };
    const report = submitted(figures, month);
    const cutOff = lastDayOf(month);
    const submission = { ...report, data: { ...report.data, cutOff }, stream };
    const acceptance = { type: 'ReportAccepted', data: { month, figures, cutOff }, stream } as const;
    return accepted[at] ? [submission, acceptance] : [submission];
  });
  const moves: Told<AnyEvent>[] = [
    { type: 'ProjectDetailsChanged', data: { occurredOn: '2022-03-10', changes: { town: movesTo } }, stream },
  ];
  return [
    { ...start, data: { ...start.data, details: { ...DETAILS, town } }, stream },
    ...(movesTo === null ? [] : moves),
    onPlan({ type: 'PlanEntryIncluded', data: { year: 2022, entry } }),
    ...reports,
  ];
}

const lived = (members: readonly Member[]) =>
  documentsAfter(
    onPlan({ type: 'PlanDrafted', data: { year: 2022, declared: DECLARED } }),
    ...members.flatMap(lifeOf),
    onPlan(published(null)),
  );

const town = fc.constantFrom('甲镇', '乙镇', null);
const member: fc.Arbitrary<Member> = fc.record({
  town,
  movesTo: town,
  category: fc.constantFrom('NEW_START', 'CARRIED_OVER', 'PRELIMINARY'),
  annual: fc.nat(1e12),
  months: fc.array(fc.option(fc.integer({ min: -1e9, max: 1e11 })), { minLength: 6, maxLength: 6 }),
  accepted: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
});
const SUMS = ['projects', 'totalInvestment', 'annualInvestment', 'completed', 'added', 'covered'] as const;
const summed = (lines: readonly BulletinLine[]) =>
  SUMS.map((name) => lines.reduce((total, line) => total + line[name], 0));

describe('the figures of a bulletin', () => {
  it('are the dashboard’s, by category and by town, and what a month added is the step between two months', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(member, { maxLength: 8 }), fc.integer({ min: 2, max: 6 }), async (members, month) => {
        const documents = lived(members);
        const told = await bulletinFiguresOn(documents, monthIn(2022, month));
        const before = await bulletinFiguresOn(documents, monthIn(2022, month - 1));
        const building = told.byCategory.filter(({ category }) => category !== 'PRELIMINARY');
        expect(summed(building)).toEqual(summed([told.construction]));
        expect(summed(told.byTown)).toEqual(summed([told.construction]));
        expect(told.construction.added).toBe(told.construction.completed - before.construction.completed);
        const { figures } = await dashboardOn(documents, 2022, month);
        expect(told.construction).toMatchObject({
          projects: figures!.construction.count,
          totalInvestment: figures!.construction.totalInvestment,
          annualInvestment: figures!.construction.annualPlan,
          completed: figures!.construction.completedAccepted,
          completionRate: figures!.construction.completionRate,
        });
        expect(told.byCategory.at(-1)).toMatchObject({ category: 'PRELIMINARY', completed: 0, annualInvestment: 0 });
      }),
    );
  });

  it('follow a project into its new town, and carry the last cumulative where a month is missing', async () => {
    const moved: Member = {
      ...{ town: '甲镇', movesTo: '乙镇', category: 'CARRIED_OVER', annual: 1_000 },
      ...{ months: [100, null, 200], accepted: [true, true, true] },
    };
    const of = async (month: string) => (await bulletinFiguresOn(lived([moved]), month)).byTown;
    const line = { projects: 1, totalInvestment: 2_000, annualInvestment: 1_000 };
    expect(await of('2022-02')).toEqual([
      { town: '甲镇', ...line, completed: 100, added: 0, completionRate: 0.1, covered: 0 },
    ]);
    expect(await of('2022-03')).toEqual([
      { town: '乙镇', ...line, completed: 300, added: 200, completionRate: 0.3, covered: 1 },
    ]);
  });

  it('come out the same from the log at the stated position, and otherwise it is told', async () => {
    const first: Member = {
      ...{ town: '甲镇', movesTo: null, category: 'NEW_START', annual: 10 },
      ...{ months: [5], accepted: [true] },
    };
    const documents = lived([first]);
    const figures = await bulletinFiguresOn(documents, '2022-01');
    expect(await reproducedFrom(documents, { month: '2022-01', figures })).toMatchObject({ reproduced: true });
    const other = { ...figures, construction: { ...figures.construction, completed: 6 } };
    expect(await reproducedFrom(documents, { month: '2022-01', figures: other })).toMatchObject({
      reproduced: false,
      differences: [{ field: '/construction/completed', from: 6, to: 5 }],
    });
  });
});

describe('a bulletin', () => {
  const of = (id: string, ...events: BulletinEvent[]): Told<AnyEvent>[] =>
    events.map((event) => ({ ...event, stream: `bulletin-${id}` }));
  const documents = documentsAfter(
    ...of('draft', bulletinDrafted()),
    ...of('internal', bulletinDrafted(), ISSUED, PUBLISHED),
    ...of('issued', bulletinDrafted({ kind: 'PUBLIC' }), ISSUED),
    ...of('public', bulletinDrafted({ kind: 'PUBLIC', month: '2022-03' }), ISSUED, PUBLISHED),
  );
  const seenBy = async (role: string, unit: string | null) => {
    const reader: Reader = { role, unit };
    const { items } = await bulletinsPage(documents, reader, { limit: 9 });
    const ids = items.map(({ id }) => id);
    const opened = await Promise.all(
      ['draft', 'internal', 'issued', 'public'].map(async (id) => (await bulletinById(documents, id, reader))?.id),
    );
    expect(opened.filter((id) => id !== undefined).sort()).toEqual([...ids].sort());
    return ids;
  };

  it('is seen by the office from its draft on', async () => {
    expect(await seenBy('LG_OFFICE', 'drc')).toEqual(['public', 'draft', 'internal', 'issued']);
  });

  it.each([
    ['a copied unit', 'SUBSCRIBER', 'copied'],
    ['a unit that it is sent to', 'REPORTER', 'u1'],
    ['a district leader', 'DISTRICT_LEADER', null],
    ['an auditor', 'AUDITOR', 'audit'],
  ])('that was sent out is seen by %s', async (_who, role, unit) => {
    expect(await seenBy(role, unit)).toEqual(['public', 'internal']);
  });

  it('that is internal is hidden from everybody else', async () => {
    expect(await seenBy('LEGAL_ENTITY', 'other')).toEqual(['public']);
    expect(await seenBy('SYSTEM_ADMIN', null)).toEqual(['public']);
  });

  it('is told in full', async () => {
    expect(await bulletinById(documents, 'internal', { role: 'AUDITOR', unit: null })).toMatchObject({
      ...{ month: '2022-04', status: 'PUBLISHED', docNo: '示例通报〔2022〕1号', position: '4711' },
      ...{ figures: CONTENT.figures, recipients: ['u1', 'copied'], publishedOn: '2022-05-16' },
    });
  });
});
