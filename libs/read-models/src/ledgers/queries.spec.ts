import fc from 'fast-check';
import { recorded, type Told, viewed } from '#libs/event-sourcing/testing';
import { type Sum, sumOn } from '#libs/event-sourcing/pure';
import { addDays, type PlanEvent, type ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { ASSIGNED, COMMENCED, EXAMPLES, FIGURES, registered, submitted } from '../../../domain/src/project/examples.js';
import { DOCUMENT, OFFICE, yi } from '../../../domain/src/testing.js';
import { ledgerOf, VIEWS } from '../index.js';
import { ledgers, ledgerSum, type LedgerRow } from './view.js';

const scene = { stream: 'project-p1', now: '2022-05-16T02:00:00.000Z', actor: OFFICE };
const of = (project: string, event: ProjectEvent) => ({ ...event, stream: `project-${project}` });
const included: PlanEvent & { stream: string } = {
  type: 'PlanEntryIncluded',
  stream: 'plan-2022',
  data: {
    year: 2022,
    entry: {
      project: 'p1',
      category: 'NEW_START',
      totalInvestment: yi(5),
      annualInvestment: yi(1),
      monthlyTargets: null,
    },
  },
};

function documentsAfter(...events: readonly Told<ProjectEvent | PlanEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded(events, scene)) documents.apply(event);
  return documents;
}

describe("a unit's ledger", () => {
  const documents = documentsAfter(
    ...['p1', 'p2', 'p3'].map((project) => of(project, registered())),
    ...['p1', 'p2'].map((project) => of(project, ASSIGNED)),
    included,
    of('p1', {
      type: 'MilestonesScheduled',
      data: { occurredOn: '2022-01-01', dates: { COMMENCEMENT: '2022-03-01', COMPLETION: '2023-12-31' } },
    }),
    of('p1', COMMENCED),
    of('p1', submitted(FIGURES)),
    of('p2', EXAMPLES.ChangeLegalEntity.event),
  );

  it('has the projects in which it holds a place, with what is next and what came last', async () => {
    const { items, counts } = await ledgerOf(documents, { unit: 'builder', limit: 9 });
    expect(items).toEqual([
      {
        id: 'p1',
        places: ['LEGAL_ENTITY'],
        name: '示例道路',
        status: 'UNDER_CONSTRUCTION',
        plan: { year: 2022, category: 'NEW_START', annualInvestment: yi(1) },
        nextMilestone: { milestone: 'COMPLETION', plannedOn: '2023-12-31' },
        lastReport: { month: '2022-05', status: 'SUBMITTED', yearToDate: yi(0.1), safetyIssue: null },
      },
    ]);
    expect(counts).toEqual({ LEGAL_ENTITY: { UNDER_CONSTRUCTION: 1 }, ANY: { UNDER_CONSTRUCTION: 1 } });
  });

  it('had on an earlier day what it held then', async () => {
    const { items, counts } = await ledgerOf(documents, { unit: 'builder', day: '2022-02-01', limit: 9 });
    expect(items).toMatchObject([
      { id: 'p1', status: 'PLANNED_START', plan: null, nextMilestone: { milestone: 'COMMENCEMENT' }, lastReport: null },
      { id: 'p2' },
    ]);
    expect(counts).toMatchObject({ ANY: { PLANNED_START: 2 } });
    expect((await ledgerOf(documents, { unit: 'successor', day: '2022-02-01', limit: 9 })).items).toEqual([]);
  });

  it('comes a page at a time', async () => {
    const first = await ledgerOf(documents, { unit: 'keeper', limit: 1 });
    expect(first.items).toMatchObject([{ id: 'p1' }]);
    const second = await ledgerOf(documents, { unit: 'keeper', limit: 1, after: first.next! });
    expect(second).toMatchObject({ items: [{ id: 'p2' }], next: null });
  });

  it('of one place leaves the others out', async () => {
    const query = { unit: 'keeper', limit: 9 };
    expect((await ledgerOf(documents, { ...query, place: 'RESPONSIBLE_UNIT' })).items).toHaveLength(2);
    expect((await ledgerOf(documents, { ...query, place: 'LEGAL_ENTITY' })).items).toEqual([]);
  });
});

it('counts on each day as many places as its spans hold then, whatever was told', async () => {
  const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays('2022-01-01', days));
  const unit = fc.constantFrom('a', 'b');
  const events = fc.array(
    fc.oneof(
      fc.tuple(day, unit).map(([occurredOn, legalEntity]): ProjectEvent => ({
        type: 'LegalEntityChanged',
        data: { occurredOn, legalEntity, document: DOCUMENT },
      })),
      fc.tuple(day, unit).map(([occurredOn, leadAuthority]): ProjectEvent => ({
        type: 'LeadAuthorityChanged',
        data: { occurredOn, leadAuthority, document: DOCUMENT },
      })),
      day.map((occurredOn): ProjectEvent => ({ type: 'UnitSucceeded', data: { occurredOn, from: 'a', to: 'c' } })),
    ),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(events, day, async (told, asked) => {
      const documents = await viewed(ledgers, recorded([registered(), ...told], scene));
      const { spans } = documents.get('p1')!;
      for (const unit of ['a', 'b', 'c']) {
        const sum = documents.get(ledgerSum(unit)) as unknown as Sum | undefined;
        const counted = sumOn(sum ?? null, asked);
        const held = spans.filter(
          (span: LedgerRow['spans'][number]) => span.unit === unit && span.from <= asked && asked < span.to,
        );
        for (const place of ['LEGAL_ENTITY', 'SECTOR_AUTHORITY'])
          expect(counted[`${place}|PLANNED_START`] ?? 0).toBe(held.filter((span) => span.place === place).length);
        expect(counted['ANY|PLANNED_START'] ?? 0).toBe(held.length > 0 ? 1 : 0);
      }
    }),
  );
});
