import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { PoolEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { confirmed, openedPool, PLACED, proposed, released, supplied } from '../../../domain/src/pool/examples.js';
import { poolScene } from '../../../domain/src/testing.js';
import { gapsOf, poolById, poolsPage, VIEWS } from '../index.js';

const of = (pool: string, ...events: PoolEvent[]): Told<PoolEvent>[] =>
  events.map((event) => ({ ...event, stream: `pool-${pool}` }));

function documentsAfter(...events: readonly Told<PoolEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded(events, poolScene)) documents.apply(event);
  return documents;
}

describe('pools', () => {
  const documents = documentsAfter(
    ...of('a', openedPool(), supplied(5_000), proposed(4_000, 'm1'), confirmed('m1'), proposed(3_000, 'm2')),
    ...of('b', openedPool('ENERGY', 'MONTH'), supplied(1_000, '2022-05'), proposed(800, 'm3', '2022-06')),
    ...of('c', openedPool('PROJECTS'), PLACED),
  );

  it('show for each period what remains, and what the proposals lack', async () => {
    expect(await poolById(documents, 'a')).toMatchObject({
      unit: '吨标煤',
      periods: [{ period: '2022', capacity: 5_000, committed: 4_000, proposed: 3_000, remaining: 1_000, gap: 2_000 }],
      matches: [
        { id: 'm1', status: 'CONFIRMED' },
        { id: 'm2', status: 'PROPOSED' },
      ],
    });
    expect(await poolById(documents, 'b')).toMatchObject({
      periods: [
        { period: '2022-05', remaining: 1_000, gap: 0 },
        { period: '2022-06', capacity: 0, remaining: 0, gap: 800 },
      ],
    });
    expect(await poolById(documents, 'z')).toBeUndefined();
  });

  it('come a page at a time, without the sums, and by what they hold', async () => {
    const first = await poolsPage(documents, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await poolsPage(documents, { limit: 2, after: first.next! })).toMatchObject({
      items: [{ id: 'c' }],
      next: null,
    });
    const projects = await poolsPage(documents, { contents: 'PROJECTS', limit: 9 });
    expect(projects.items.map(({ id }) => id)).toEqual(['c']);
  });

  it('lack together what projects need beyond them', async () => {
    expect(await gapsOf(documents, 2022)).toEqual({
      year: 2022,
      items: [
        {
          resource: 'ENERGY',
          unit: '吨标煤',
          needed: 9_000,
          capacity: 6_000,
          committed: 4_000,
          proposed: 3_800,
          remaining: 2_000,
          shortage: 3_000,
          unmet: 5_000,
        },
      ],
    });
    expect(await gapsOf(documents, 2023)).toEqual({ year: 2023, items: [] });
  });

  it('have again what was released', async () => {
    const before = of('a', openedPool(), supplied(5_000), proposed(), confirmed());
    expect(await poolById(documentsAfter(...before, ...of('a', released())), 'a')).toMatchObject({
      periods: [{ committed: 0, proposed: 0, remaining: 5_000, gap: 0 }],
    });
  });
});
