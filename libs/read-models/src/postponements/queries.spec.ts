import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { CORRECTED } from '../../../domain/src/project/corrections/examples.js';
import { ASSIGNED, EXAMPLES, planAdopted } from '../../../domain/src/project/examples.js';
import { projectScene } from '../../../domain/src/testing.js';
import { postponedIn, postponementsOn, VIEWS } from '../index.js';

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

  it('holds the due days of preparation nodes too, with the reason of the version that moved them', async () => {
    const { data } = planAdopted('2022-06-10');
    const later: ProjectEvent = { ...planAdopted(), data: { ...data, version: 2, reason: '专家时间冲突' } };
    const { items } = await postponementsOn(documentsAfter(ASSIGNED, planAdopted(), later), LIMIT);
    expect(items).toMatchObject([
      {
        ...{ times: 1, days: 21 },
        moves: [
          {
            ...{ milestone: null, node: 'EIA/REVIEW', from: '2022-05-20', to: '2022-06-10' },
            ...{ reason: '专家时间冲突', responsibleUnit: 'keeper' },
          },
        ],
      },
    ]);
  });
});

describe('what was put off in a year', () => {
  const { data } = planAdopted('2022-06-10');
  const nodeMoved: ProjectEvent = {
    ...planAdopted(),
    data: { ...data, occurredOn: '2022-06-02', version: 2, reason: '专家时间冲突' },
  };
  const told = [...(given as ProjectEvent[]), ASSIGNED, planAdopted(), moved, movedBack, nodeMoved];

  it('is summed under who was responsible, each project once, and an earlier date takes nothing away', async () => {
    const documents = documentsAfter(...told);
    expect(await postponedIn(documents, 2022)).toEqual({
      ...{ year: 2022, times: 2, days: 113 },
      units: [{ unit: 'keeper', projects: 1, times: 2, days: 113 }],
    });
    expect(await postponedIn(documents, 2022, '2022-06-01')).toMatchObject({ times: 1, days: 92 });
    expect(await postponedIn(documents, 2023)).toEqual({ year: 2023, times: 0, days: 0, units: [] });
  });

  it('is nobody’s where nobody was responsible', async () => {
    const documents = documentsAfter(...(given as ProjectEvent[]), moved);
    expect((await postponedIn(documents, 2022)).units).toMatchObject([{ unit: null, times: 1 }]);
  });

  it('follows a correction', async () => {
    const documents = documentsAfter(...(given as ProjectEvent[]), moved, corrected(null));
    expect((await postponedIn(documents, 2022)).times).toBe(0);
  });
});
