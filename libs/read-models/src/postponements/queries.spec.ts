import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { CORRECTED } from '../../../domain/src/project/corrections/examples.js';
import { ASSIGNED, EXAMPLES } from '../../../domain/src/project/examples.js';
import { projectScene } from '../../../domain/src/testing.js';
import { postponementsOn, VIEWS } from '../index.js';

const { given, event: moved } = EXAMPLES.RescheduleMilestone;
const movedBack: ProjectEvent = {
  type: 'MilestonesScheduled',
  data: { occurredOn: '2022-06-01', dates: { COMMENCEMENT: '2022-09-20', COMPLETION: '2023-06-30' } },
};
const LIMIT = { limit: 9 };

function documentsAfter(...events: readonly Told<ProjectEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded<ProjectEvent>(events, projectScene)) documents.apply(event);
  return documents;
}
const corrected = (replacement: object | null): ProjectEvent =>
  ({
    ...CORRECTED,
    data: { ...CORRECTED.data, revision: 2, originalType: moved.type, original: moved.data, replacement, stages: null },
  }) as ProjectEvent;

describe('the ledger of postponements', () => {
  const told = [...(given as ProjectEvent[]), moved, ASSIGNED];

  it('says how often, by how much, why and under which unit; an earlier date is no postponement', async () => {
    const { items } = await postponementsOn(documentsAfter(...told, movedBack), LIMIT);
    expect(items).toMatchObject([
      {
        ...{ id: 'p1', name: '示例道路', times: 1, days: 92 },
        moves: [
          {
            milestone: 'COMMENCEMENT',
            from: '2022-06-30',
            to: '2022-09-30',
            reason: '用地未批',
            responsibleUnit: 'keeper',
          },
          { on: '2022-06-01', to: '2022-09-20', days: -10, reason: null },
        ],
      },
    ]);
  });

  it('knows on an earlier day what had been moved by then', async () => {
    expect((await postponementsOn(documentsAfter(...told), { ...LIMIT, day: '2022-05-15' })).items).toEqual([]);
  });

  it('is of one unit what was moved while it was responsible', async () => {
    const documents = documentsAfter(...told);
    expect((await postponementsOn(documents, { ...LIMIT, unit: 'keeper' })).items).toMatchObject([{ id: 'p1' }]);
    for (const unit of ['builder', 'nobody'])
      expect((await postponementsOn(documents, { ...LIMIT, unit })).items).toEqual([]);
  });

  it('follows a correction', async () => {
    const items = async (replacement: object | null) =>
      (await postponementsOn(documentsAfter(...told, corrected(replacement)), LIMIT)).items;
    expect(await items(null)).toEqual([]);
    expect(await items({ ...moved.data, to: '2022-07-10', reason: '更正' })).toMatchObject([
      { days: 10, moves: [{ reason: '更正' }] },
    ]);
  });
});
