import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { LeadingGroupEvent, UnitEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { groupFormed, portfolioAssigned, projectGroupFormed } from '../../../domain/src/group/examples.js';
import { OFFICE } from '../../../domain/src/testing.js';
import { unitMerged, unitRegistered, unitRenamed } from '../../../domain/src/unit/examples.js';
import { leaderOn, leadingGroupOn, unitById, unitsOn, VIEWS } from '../index.js';

const of = (unit: string, event: UnitEvent): Told<UnitEvent> => ({ ...event, stream: `unit-${unit}` });

function documentsAfter(...events: readonly Told<UnitEvent | LeadingGroupEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  const scene = { stream: 'group-leading', now: '2022-05-16T02:00:00.000Z', actor: OFFICE };
  for (const event of recorded(events, scene)) documents.apply(event);
  return documents;
}

describe('units', () => {
  const documents = documentsAfter(
    of('a', unitRegistered('甲局')),
    of('b', { type: 'UnitRegistered', data: { occurredOn: '2020-01-01', kind: 'TOWN', name: '乙镇' } }),
    of('successor', unitRegistered('丙委')),
    of('a', unitRenamed('2021-01-01', '甲委')),
    of('a', unitMerged('2022-05-01')),
  );

  it('come a page at a time, merged ones included', async () => {
    const first = await unitsOn(documents, { limit: 2 });
    expect(first.items.map(({ id, name }) => [id, name])).toEqual([
      ['a', '甲委'],
      ['b', '乙镇'],
    ]);
    const second = await unitsOn(documents, { limit: 2, after: first.next! });
    expect(second).toMatchObject({ items: [{ id: 'successor' }], next: null });
  });

  it('of one kind leave the others out', async () => {
    expect(await unitsOn(documents, { kind: 'TOWN', limit: 9 })).toMatchObject({ items: [{ id: 'b' }] });
  });

  it('have on each day the name and the place that they had then', async () => {
    expect(await unitById(documents, 'a', '2020-12-31')).toMatchObject({ name: '甲局', mergedInto: null });
    expect(await unitById(documents, 'a')).toMatchObject({
      name: '甲委',
      names: [{ name: '甲局' }, { name: '甲委' }],
      mergedInto: { unit: 'successor', since: '2022-05-01' },
    });
    expect(await unitById(documents, 'successor', '2022-04-30')).toMatchObject({ absorbed: [] });
    expect(await unitById(documents, 'successor')).toMatchObject({ absorbed: [{ unit: 'a', since: '2022-05-01' }] });
  });

  it('that nobody registered are none', async () => {
    expect(await unitById(documents, 'z')).toBeUndefined();
  });
});

describe('the leading group', () => {
  const documents = documentsAfter(groupFormed, projectGroupFormed, portfolioAssigned);

  it('is told as of a day', async () => {
    expect(await leadingGroupOn(documents, '2022-01-31')).toMatchObject({
      leader: 'leader-1',
      projectGroups: [],
      portfolios: [],
    });
    expect(await leadingGroupOn(documents)).toMatchObject({
      projectGroups: [{ group: 'rail', name: '轨道项目组' }],
      portfolios: [{ leader: 'leader-2', sectors: ['transport'] }],
    });
  });

  it('names the leader of a project on a day', async () => {
    expect(await leaderOn(documents, 'transport', null, '2022-01-31')).toBeNull();
    expect(await leaderOn(documents, 'transport', null)).toBe('leader-2');
  });

  it('is none before it was formed', async () => {
    expect(await leadingGroupOn(documentsAfter())).toBeUndefined();
    expect(await leaderOn(documentsAfter(), 'transport', null)).toBeNull();
  });
});
