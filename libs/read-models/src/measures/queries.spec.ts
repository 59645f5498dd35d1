import { recorded, type Told } from '#libs/event-sourcing/testing';
import { DEFAULT_POLICIES, type MeasureEvent, type PolicyAdopted, type ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { measureAdopted, measureProposed, WITHDRAWN } from '../../../domain/src/measure/examples.js';
import { registered } from '../../../domain/src/project/examples.js';
import { poolScene } from '../../../domain/src/testing.js';
import { measureById, measuresPage, stackedOn, VIEWS } from '../index.js';

type AnyEvent = MeasureEvent | PolicyAdopted | ProjectEvent;

const of = (id: string, ...events: MeasureEvent[]): Told<AnyEvent>[] =>
  events.map((event) => ({ ...event, stream: `measure-${id}` }));
const rules = (alertFrom: number, effectiveFrom: string): Told<AnyEvent> => ({
  type: 'PolicyAdopted',
  stream: 'policy-stacking',
  data: { policy: 'stacking', version: 1, effectiveFrom, ...DEFAULT_POLICIES.stacking, rules: { alertFrom } },
});
const onProject = (from: string) => [measureProposed(), measureAdopted(from)];
const onSector = (from: string) => [
  measureProposed('EXPANSIVE', { projects: [], sectors: ['transport'] }),
  measureAdopted(from),
];
const project: Told<AnyEvent> = { ...registered(), stream: 'project-p1' };

function documentsAfter(...events: readonly Told<AnyEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded(events, poolScene)) documents.apply(event);
  return documents;
}

describe('measures stacked on a project', () => {
  const documents = documentsAfter(
    rules(2, '2022-01-01'),
    rules(3, '2022-07-01'),
    project,
    ...of('a', ...onProject('2022-04-08')),
    ...of('b', ...onSector('2022-05-01')),
    ...of('c', measureProposed()),
  );
  const p1 = { project: 'p1', name: '示例道路', sector: 'transport' };

  it('count from the day on which as many are in force as the rules of that day say', async () => {
    expect(await stackedOn(documents, '2022-04-30')).toEqual({ alertFrom: 2, projects: [], sectors: [] });
    expect(await stackedOn(documents, '2022-05-01')).toEqual({
      alertFrom: 2,
      projects: [{ ...p1, measures: 2 }],
      sectors: [],
    });
    expect(await stackedOn(documents, '2022-07-01')).toEqual({ alertFrom: 3, projects: [], sectors: [] });
  });

  it('count no more once one is withdrawn', async () => {
    const withdrawn: Told<AnyEvent>[] = [
      rules(2, '2022-01-01'),
      project,
      ...of('a', ...onProject('2022-04-08')),
      ...of('b', ...onProject('2022-04-08')),
      { ...WITHDRAWN, stream: 'measure-b', recordedAt: '2022-05-09T16:00:00.000Z' },
    ];
    expect((await stackedOn(documentsAfter(...withdrawn), '2022-05-09')).projects).toHaveLength(1);
    expect((await stackedOn(documentsAfter(...withdrawn), '2022-05-10')).projects).toEqual([]);
  });

  it('hit every project of a sector where all of them name the sector', async () => {
    const both = [rules(2, '2022-01-01'), ...of('a', ...onSector('2022-04-08')), ...of('b', ...onSector('2022-04-08'))];
    expect(await stackedOn(documentsAfter(...both))).toEqual({
      alertFrom: 2,
      projects: [],
      sectors: [{ sector: 'transport', measures: 2 }],
    });
  });

  it('that were withdrawn before they took effect were never in force', async () => {
    const never = of('a', ...onProject('2022-06-01'), WITHDRAWN);
    const after = documentsAfter(rules(2, '2022-01-01'), ...never, ...of('b', ...onProject('2022-06-01')));
    expect((await stackedOn(after)).projects).toEqual([]);
  });

  it('raise no alert before there is a rule', async () => {
    expect(await stackedOn(documentsAfter())).toEqual({ alertFrom: null, projects: [], sectors: [] });
  });

  it('are told one by one and a page at a time, without their sum', async () => {
    expect(await measureById(documents, 'a')).toMatchObject({ status: 'ADOPTED', effectiveFrom: '2022-04-08' });
    expect(await measureById(documents, 'z')).toBeUndefined();
    const page = await measuresPage(documents, { limit: 9 });
    expect(page.items.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'ADOPTED'],
      ['b', 'ADOPTED'],
      ['c', 'PROPOSED'],
    ]);
    expect((await measuresPage(documents, { status: 'PROPOSED', limit: 9 })).items).toHaveLength(1);
  });
});
