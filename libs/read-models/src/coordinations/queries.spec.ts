import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { CORRECTED } from '../../../domain/src/project/corrections/examples.js';
import { ASSIGNED, coordinated, raisedAt, registered, RESOLVED } from '../../../domain/src/project/examples.js';
import { projectScene } from '../../../domain/src/testing.js';
import { coordinationsPage, type CoordinationsQuery, VIEWS } from '../index.js';

function documentsAfter(...events: readonly Told<ProjectEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded<ProjectEvent>(events, projectScene)) documents.apply(event);
  return documents;
}
const on = (project: string, ...events: ProjectEvent[]) =>
  events.map((event) => ({ ...event, stream: `project-${project}` }));
const held = (coordination: string, occurredOn: string): ProjectEvent => ({
  type: 'CoordinationHeld',
  data: { ...coordinated().data, coordination, occurredOn },
});
const corrected = (replacement: object | null): ProjectEvent => {
  const original = { ...coordinated().data, coordination: 'c1', occurredOn: '2022-05-10' };
  return {
    type: 'FactCorrected',
    data: {
      ...{ ...CORRECTED.data, revision: 3, originalType: 'CoordinationHeld', stages: null, original },
      replacement: replacement && { ...original, ...replacement },
    },
  };
};

describe('the coordinations', () => {
  const told = [
    ...on('p1', registered(), ASSIGNED, raisedAt('L2_SECTOR_AUTHORITY'), held('c1', '2022-05-10'), RESOLVED),
    ...on('p2', registered(), held('c2', '2022-05-09'), held('c3', '2022-05-11')),
  ];
  const found = async (query: Partial<CoordinationsQuery>, ...more: ProjectEvent[]) =>
    (await coordinationsPage(documentsAfter(...told, ...on('p1', ...more)), { limit: 9, ...query })).items;

  it('stay when what they spoke of is resolved, the earliest first, with the project', async () => {
    expect(await found({})).toMatchObject([
      { id: 'c2', project: 'p2' },
      { id: 'c1', on: '2022-05-10', level: 'L2_SECTOR_AUTHORITY', blockers: ['new-blocker'], projectName: '示例道路' },
      { id: 'c3' },
    ]);
    const documents = documentsAfter(...told);
    const { next } = await coordinationsPage(documents, { limit: 2 });
    expect((await coordinationsPage(documents, { limit: 2, after: next! })).items).toMatchObject([{ id: 'c3' }]);
  });

  it.each([
    [{ project: 'p2' }, ['c2', 'c3']],
    [{ unit: 'keeper' }, ['c1']],
    [{ unit: 'nobody' }, []],
    [{ unit: 'keeper', project: 'p2' }, []],
    [{ level: 'L3_DISTRICT_LEADER' as const }, []],
  ])('are those of %j', async (query, ids) => {
    expect((await found(query)).map(({ id }) => id)).toEqual(ids);
  });

  it('follow a correction', async () => {
    expect((await found({ project: 'p1' }, corrected(null))).map(({ id }) => id)).toEqual([]);
    expect(await found({ project: 'p1' }, corrected({ occurredOn: '2022-05-08' }))).toMatchObject([
      { id: 'c1', on: '2022-05-08' },
    ]);
  });
});
