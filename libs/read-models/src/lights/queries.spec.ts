import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { Colour, LightEvent, Lights, ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { CORRECTED } from '../../../domain/src/project/corrections/examples.js';
import { ASSIGNED, ENTERED, EXAMPLES, registered } from '../../../domain/src/project/examples.js';
import { EXCUSED } from '../../../domain/src/project/lights/examples.js';
import { projectScene } from '../../../domain/src/testing.js';
import { lightsPage, projectOn, VIEWS } from '../index.js';

const light = (colour: Colour) => ({ colour, note: null, inputs: { monthEnds: 1 } });
const changed = (month: string, lights: Lights): LightEvent => ({
  type: 'ProgressLightChanged',
  data: { year: 2022, month, lights, overall: null, policyVersion: 1 },
});
const of = (project: string, event: ProjectEvent, recordedAt = projectScene.now): Told<ProjectEvent> => ({
  ...event,
  stream: `project-${project}`,
  recordedAt,
});
/** p1 is yellow since April and red since June, p2 green with a red payment, p3 has no lights yet. */
const STORY = [
  ...['p1', 'p2', 'p3'].flatMap((project) => [registered(), ASSIGNED, ENTERED].map((event) => of(project, event))),
  of('p1', changed('2022-04', { START: light('YELLOW') })),
  of('p1', changed('2022-06', { START: light('RED'), PROGRESS: light('GREEN') })),
  of('p2', changed('2022-05', { PROGRESS: light('GREEN'), PAYMENT: light('RED') })),
];

function documentsAfter(...events: readonly Told<ProjectEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded<ProjectEvent>([...STORY, ...events], projectScene)) documents.apply(event);
  return documents;
}
const page = (query: object, documents = documentsAfter()) => lightsPage(documents, { year: 2022, limit: 9, ...query });
const projects = async (query: object, documents = documentsAfter()) =>
  (await page(query, documents)).items.map(({ project, overall }) => [project, overall]);

describe('the lights of a year', () => {
  it('are those of each project that was judged, the worst of its dimensions over all', async () => {
    expect((await page({})).items).toMatchObject([
      {
        ...{
          project: 'p1',
          projectName: '示例道路',
          sector: 'transport',
          year: 2022,
          month: '2022-06',
          policyVersion: 1,
        },
        ...{ judgedOn: '2022-06-30', overall: 'RED', since: '2022-06-30' },
        lights: {
          START: { colour: 'RED', since: '2022-06-30', inputs: { monthEnds: 1 }, excusedUntil: null },
          PROGRESS: { colour: 'GREEN', since: '2022-06-30' },
        },
      },
      { project: 'p2', overall: 'RED', lights: { PAYMENT: { colour: 'RED' }, PROGRESS: { colour: 'GREEN' } } },
    ]);
    expect(await projects({ year: 2023 })).toEqual([]);
  });

  it('are asked for as of a day', async () => {
    expect(await projects({ day: '2022-04-29' })).toEqual([]);
    expect(await projects({ day: '2022-05-30' })).toEqual([['p1', 'YELLOW']]);
    expect(await projects({ day: '2022-06-29' })).toEqual([
      ['p1', 'YELLOW'],
      ['p2', 'RED'],
    ]);
  });

  it('are filtered by colour, of all or of one dimension, by sector and by unit, each on that day', async () => {
    expect(await projects({ colour: 'YELLOW' })).toEqual([]);
    expect(await projects({ colour: 'YELLOW', day: '2022-06-29' })).toEqual([['p1', 'YELLOW']]);
    expect(await projects({ colour: 'RED', dimension: 'START' })).toEqual([['p1', 'RED']]);
    expect(await projects({ dimension: 'PAYMENT' })).toEqual([['p2', 'RED']]);
    expect(await projects({ sector: 'energy' })).toEqual([]);
    expect(await projects({ unit: 'keeper', sector: 'transport' })).toHaveLength(2);
    expect(await projects({ unit: 'nobody' })).toEqual([]);
  });

  it('are filtered by the leader of that day', async () => {
    const documents = documentsAfter(of('p1', EXAMPLES.NamePersons.event, '2022-07-04T02:00:00.000Z'));
    expect(await projects({ leader: 'leader-2', day: '2022-06-30' }, documents)).toEqual([['p1', 'RED']]);
    expect(await projects({ leader: 'leader-2', day: '2022-05-15' }, documents)).toEqual([]);
    expect(await projects({ leader: 'leader-1' }, documents)).toEqual([]);
  });

  it('come in pages', async () => {
    const first = await page({ limit: 1 });
    expect([first.items.length, first.next]).toEqual([1, 'p1']);
    expect((await page({ limit: 1, after: first.next })).items).toMatchObject([{ project: 'p2' }]);
  });

  it('show what is excused as green with a note, from the day on which that was granted', async () => {
    const documents = documentsAfter(of('p1', EXCUSED, '2022-07-04T02:00:00.000Z'));
    expect(await projects({ colour: 'RED', dimension: 'START', day: '2022-07-03' }, documents)).toHaveLength(1);
    expect(await projects({ colour: 'RED', dimension: 'START' }, documents)).toEqual([]);
    expect((await page({}, documents)).items[0]).toMatchObject({
      overall: 'GREEN',
      lights: { START: { colour: 'GREEN', note: 'EXCUSED', judged: 'RED', excusedUntil: '2022-08-15' } },
    });
  });

  it('are gone from the day on which a project left the plan', async () => {
    const documents = documentsAfter(of('p2', EXAMPLES.LeavePlan.event, '2022-07-04T02:00:00.000Z'));
    expect(await projects({}, documents)).toEqual([['p1', 'RED']]);
    expect(await projects({ day: '2022-07-03' }, documents)).toHaveLength(2);
  });

  it('stand where a fact that they looked at is corrected, marked', async () => {
    const data = { ...CORRECTED.data, originalType: 'OpeningFiguresRecorded', replacement: null, since: '2022-03-31' };
    const documents = documentsAfter(
      of('p1', { ...CORRECTED, data: { ...data, revision: 99, stages: null } } as ProjectEvent),
    );
    const [p1] = (await page({}, documents)).items;
    expect(p1!.lights['PROGRESS']).toMatchObject({ colour: 'GREEN', basisCorrected: true });
    expect(p1!.lights['START']).not.toHaveProperty('basisCorrected');
  });

  it('stand on the card of the project', async () => {
    const documents = documentsAfter();
    expect((await projectOn(documents, 'p1', '2022-06-01'))!.lights).toMatchObject({
      month: '2022-04',
      overall: 'YELLOW',
    });
    expect((await projectOn(documents, 'p3'))!.lights).toBeNull();
  });
});
