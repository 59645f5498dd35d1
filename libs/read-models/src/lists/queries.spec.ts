import fc from 'fast-check';
import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { PlanEvent, ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { EXAMPLES, granted, OPENING, registered, submitted } from '../../../domain/src/project/examples.js';
import { DETAILS, DOCUMENT, OFFICE, PROJECT_CODE_OF_P1, RESPONSIBILITIES, yi } from '../../../domain/src/testing.js';
import { isSearchable, listOn, type ListQuery, projectsNamed, VIEWS } from '../index.js';

type AnyEvent = ProjectEvent | PlanEvent;
const scene = { stream: 'project-p1', now: '2022-05-16T02:00:00.000Z', actor: OFFICE };
const of = (id: string, event: ProjectEvent): Told<AnyEvent> => ({ ...event, stream: `project-${id}` });
const onPlan = (event: PlanEvent): Told<AnyEvent> => ({
  ...event,
  stream: 'plan-2022',
  recordedAt: '2022-04-07T02:00:00.000Z',
});
const none = {
  construction: { count: 0, totalInvestment: 0, annualInvestment: 0 },
  preliminary: { count: 0, totalInvestment: 0 },
};
const PUBLISHED = onPlan({
  type: 'PlanPublished',
  data: { year: 2022, approvedBy: '示例区政府', document: DOCUMENT, totals: none, nextOpening: null },
});

/** A member of the plan with whatever deviates from the example. */
function member(id: string, details: Partial<typeof DETAILS> = {}, annual = 1, status = 'PLANNED_START' as const) {
  const event = registered(status);
  const entry = {
    project: id,
    category: annual > 1 ? ('CARRIED_OVER' as const) : ('NEW_START' as const),
    totalInvestment: yi(5),
    annualInvestment: yi(annual),
    monthlyTargets: null,
  };
  return [
    of(id, { ...event, data: { ...event.data, details: { ...DETAILS, ...details } } } as ProjectEvent),
    onPlan({ type: 'PlanEntryIncluded', data: { year: 2022, entry } }),
  ];
}

function documentsAfter(...events: readonly Told<AnyEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded<AnyEvent>(events, scene)) documents.apply(event);
  return documents;
}

const QUERY: ListQuery = { list: 'new-start', year: 2022, limit: 20 };
const found = async (documents: MemoryDocuments, query: Partial<ListQuery>) =>
  (await listOn(documents, { ...QUERY, ...query })).items.map(({ id }) => id);

describe('a row of a list', () => {
  it('has the columns of the annual plan', async () => {
    const documents = documentsAfter(
      ...member('p1', {
        ...{ description: '新建道路三公里', nature: 'NEW', investmentType: 'GOVERNMENT' },
        ...{ landArea: 4_512, remark: '市级重点' },
      }),
      PUBLISHED,
      of('p1', EXAMPLES.AssignProjectCode.event),
      of('p1', EXAMPLES.NamePersons.event),
      of('p1', { type: 'OpeningFiguresRecorded', data: { ...OPENING, toLastYearEnd: yi(2) } }),
      of('p1', granted('FEASIBILITY')),
      of('p1', EXAMPLES.ApplyForFunding.event),
      of('p1', EXAMPLES.AllocateFunding.event),
      of('p1', EXAMPLES.ScheduleMilestones.event),
      of('p1', EXAMPLES.EnterStatistics.event),
      of('p1', submitted({ month: yi(0.1), yearToDate: yi(0.4) })),
    );
    expect((await listOn(documents, QUERY)).items).toMatchObject([
      {
        ...{ landArea: 4_512, statisticsEnteredOn: '2022-05-16', remark: '市级重点' },
        ...{ code: PROJECT_CODE_OF_P1, name: '示例道路', description: '新建道路三公里', nature: 'NEW' },
        ...{ investmentType: 'GOVERNMENT', personInCharge: 'person-7', linkedLeader: 'leader-2' },
        approvals: [{ kind: 'FEASIBILITY', title: DOCUMENT.title }],
        ...{ plannedCommencement: '2022-06-30', startedOn: null, completedToLastYearEnd: yi(2) },
        funding: { bySource: { SPECIAL_BOND: yi(1) }, preliminaryExpenses: 0 },
        ...{ monthlyTargets: null, progress: '主体施工' },
      },
    ]);
    expect((await listOn(documents, { ...QUERY, day: '2022-05-01' })).items).toMatchObject([
      {
        personInCharge: null,
        approvals: [],
        funding: { bySource: {} },
        plannedCommencement: null,
        progress: null,
        statisticsEnteredOn: null,
      },
    ]);
  });
});

describe('a filter of a list', () => {
  const documents = documentsAfter(
    ...member('p1', { sector: 'energy', town: '甲镇' }),
    ...member('p2', { sector: 'transport', town: '乙镇' }, 3),
    PUBLISHED,
    of('p1', {
      type: 'ResponsibilitiesAssigned',
      data: { occurredOn: '2022-01-01', responsibilities: RESPONSIBILITIES },
    }),
    of('p1', EXAMPLES.ChangeLeadAuthority.event),
    of('p2', EXAMPLES.NamePersons.event),
    of('p2', EXAMPLES.ApplyForFunding.event),
  );
  const cases: [Partial<ListQuery>, string[]][] = [
    [{ sector: 'energy' }, ['p1']],
    [{ town: '乙镇' }, ['p2']],
    [{ sector: 'energy', town: '乙镇' }, []],
    [{ unit: 'builder' }, ['p1']],
    [{ unit: 'helper', sector: 'energy' }, ['p1']],
    [{ authority: 'successor' }, ['p1']],
    [{ authority: 'authority' }, []],
    [{ authority: 'authority', day: '2022-05-15' }, ['p1']],
    [{ authority: 'builder' }, []],
    [{ leader: 'leader-2' }, ['p2']],
    [{ leader: 'leader-2', day: '2022-05-15' }, []],
    [{ source: 'SPECIAL_BOND' }, ['p2']],
    [{ source: 'CREDIT' }, []],
    [{ category: 'CARRIED_OVER' }, ['p2']],
    [{ status: 'PLANNED_START' }, ['p1', 'p2']],
    [{ status: 'SUSPENDED' }, []],
  ];
  it.each(cases)('%j finds %j, also among those that are named', async (filter, ids) => {
    expect(await found(documents, filter)).toEqual(ids);
    expect(await found(documents, { ...filter, text: '示例' })).toEqual(ids);
  });
});

describe('an order of a list', () => {
  const documents = documentsAfter(
    ...member('p1', { name: '丙路' }, 1),
    ...member('p2', { name: '𠀀路' }, 3),
    ...member('p3', { name: '乙路' }, 2),
    of('p3', EXAMPLES.ScheduleMilestones.event),
    PUBLISHED,
  );

  it.each([
    ['name', ['p1', 'p3', 'p2']],
    ['annual', ['p2', 'p3', 'p1']],
    ['start', ['p3', 'p1', 'p2']],
  ] as const)('by %s is kept from page to page', async (order, ids) => {
    expect(await found(documents, { order })).toEqual(ids);
    const first = await listOn(documents, { ...QUERY, order, limit: 2 });
    const second = await listOn(documents, { ...QUERY, order, limit: 2, after: first.next! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  });
});

describe('a search', () => {
  const renamed = of('p1', EXAMPLES.RenameProject.event);

  it('finds former names and codes, whatever the width, the case and the blanks', async () => {
    const documents = documentsAfter(...member('p1'), PUBLISHED, renamed, of('p1', EXAMPLES.AssignProjectCode.event));
    for (const text of ['道路', '大道', '示 例', '２２０４-500109', '路', PROJECT_CODE_OF_P1])
      expect(await found(documents, { text })).toEqual(['p1']);
    for (const text of ['道例', '2204-500110', '.*', '$gt']) expect(await found(documents, { text })).toEqual([]);
    expect(['', ' ', '\u3000\t'].some(isSearchable)).toBe(false);
    expect((await projectsNamed(documents, { text: '示例', limit: 1 })).items).toEqual([
      { id: 'p1', code: PROJECT_CODE_OF_P1, names: ['示例道路', '示例大道'] },
    ]);
  });

  const letter = fc.constantFrom('路', '道', '示', '例', 'A', '１', ' ', '#', '$', '.', '\\', '𠀀');
  const word = (maxLength: number) => fc.array(letter, { minLength: 1, maxLength }).map((letters) => letters.join(''));
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

  it('finds exactly what holds the text, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word(8), word(8)), { minLength: 1, maxLength: 12 }),
        word(4).filter(isSearchable),
        fc.integer({ min: 1, max: 5 }),
        async (names, text, limit) => {
          const documents = documentsAfter(
            ...names.flatMap(([name, later], index) => [
              ...member(`p${index + 10}`, { name }),
              of(`p${index + 10}`, {
                type: 'ProjectRenamed',
                data: { occurredOn: '2022-02-01', name: later, document: DOCUMENT },
              }),
            ]),
            PUBLISHED,
          );
          const expected = names.flatMap((both, index) =>
            both.some((name) => plain(name).includes(plain(text))) ? [`p${index + 10}`] : [],
          );
          const listed: string[] = [];
          for (let after: string | null | undefined; after !== null;) {
            const page = await listOn(documents, { ...QUERY, text, limit, ...(after !== undefined && { after }) });
            expect(page.items.length).toBeLessThanOrEqual(limit);
            listed.push(...page.items.map(({ id }) => id));
            after = page.next;
          }
          expect(listed).toEqual(expected);
        },
      ),
    );
  });
});
