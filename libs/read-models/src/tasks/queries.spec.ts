import { recorded, type Told } from '#libs/event-sourcing/testing';
import { LATEST, type View } from '#libs/event-sourcing/pure';
import type { LeadingGroupEvent, ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { groupFormed, portfolioAssigned } from '../../../domain/src/group/examples.js';
import { CORRECTED } from '../../../domain/src/project/corrections/examples.js';
import {
  ASSIGNED,
  assignedTask,
  CANCELLED,
  coordinated,
  EXAMPLES,
  raised,
  raisedAt,
  registered,
  reportedTask,
} from '../../../domain/src/project/examples.js';
import { projectScene, RESPONSIBILITIES } from '../../../domain/src/testing.js';
import { blockerById, leadTimesIn, ledgerOf, openBlockers, taskById, tasksPage, VIEWS } from '../index.js';

type AnyEvent = ProjectEvent | LeadingGroupEvent;

function documentsAfter(...events: readonly Told<AnyEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS as readonly View[]);
  for (const event of recorded<AnyEvent>(events, projectScene)) documents.apply(event);
  return documents;
}
const on = (project: string, ...events: ProjectEvent[]) =>
  events.map((event) => ({ ...event, stream: `project-${project}` }));
const ids = ({ items }: { items: readonly { readonly id: string }[] }) => items.map(({ id }) => id);
const due = (task: string, dueAt: string): ProjectEvent => ({
  type: 'TaskAssigned',
  data: { ...assignedTask(task).data, dueOn: dueAt.slice(0, 10), dueAt },
});
const overdue = (task: string): ProjectEvent => ({
  type: 'TaskOverdue',
  data: { task, unit: 'helper', dueAt: '2022-05-20T16:00:00.000Z' },
});
const LIMIT = { limit: 9 };

describe('the tasks', () => {
  const documents = documentsAfter(
    ...on('p1', registered(), ASSIGNED, raised('b1'), assignedTask('t1', 'b1'), due('t2', '2022-05-18T16:00:00.000Z')),
    ...on('p2', registered(), assignedTask('t3'), reportedTask('t3'), due('t4', '2022-06-01T16:00:00.000Z')),
    ...on('p1', overdue('t1')),
  );

  it('come with the first due in front, a page at a time', async () => {
    expect(ids(await tasksPage(documents, LIMIT))).toEqual(['t2', 't1', 't3', 't4']);
    const first = await tasksPage(documents, { limit: 3 });
    expect(ids(await tasksPage(documents, { limit: 3, after: first.next! }))).toEqual(['t4']);
  });

  it.each([
    [{ project: 'p2' }, ['t3', 't4']],
    [{ status: 'REPORTED' }, ['t3']],
    [{ overdue: true }, ['t1']],
    [{ blocker: 'b1' }, ['t1']],
    [{ unit: 'helper', status: 'ASSIGNED' }, ['t2', 't1', 't4']],
    [{ unit: 'keeper' }, []],
  ] as const)('are those that match %j', async (query, expected) => {
    expect(ids(await tasksPage(documents, { ...query, ...LIMIT }))).toEqual(expected);
  });

  it('are found one by one, and nothing else is', async () => {
    expect(await taskById(documents, 't1')).toMatchObject({ projectName: '示例道路', overdue: true, late: false });
    for (const other of ['t9', 'unit/helper', 'constructor']) expect(await taskById(documents, other)).toBeUndefined();
  });

  it('are counted in the ledger of their unit, as of a day as well', async () => {
    const counts = async (day: string) => (await ledgerOf(documents, { unit: 'helper', day, ...LIMIT })).tasks;
    expect(await counts(LATEST)).toEqual({ ASSIGNED: 3, REPORTED: 1, OVERDUE: 1 });
    expect(await counts('2022-05-20')).toEqual({ ASSIGNED: 3, REPORTED: 1 });
    expect(await counts('2022-05-15')).toEqual({});
  });

  it('of a project that was cancelled wait for nothing', async () => {
    const ended = documentsAfter(...on('p1', registered(), assignedTask('t1'), CANCELLED));
    expect(await taskById(ended, 't1')).toMatchObject({ status: 'ASSIGNED', dueAt: null });
  });
});

describe('the leader of a project', () => {
  const group = (event: LeadingGroupEvent) => ({ ...event, stream: 'group-leading' });
  const moved = { ...RESPONSIBILITIES, leadAuthority: 'elsewhere' };
  const documents = documentsAfter(
    ...[groupFormed, portfolioAssigned].map(group),
    ...on('p1', registered(), ASSIGNED, raisedAt('L3_DISTRICT_LEADER'), assignedTask('t1')),
    ...on('p2', registered(), ASSIGNED, raised('b2'), assignedTask('t2')),
    ...on('p2', {
      type: 'ProjectDetailsChanged',
      data: { occurredOn: '2022-05-01', changes: { sector: 'water' } },
    }),
    ...on('p2', { type: 'ResponsibilitiesAssigned', data: { occurredOn: '2022-05-01', responsibilities: moved } }),
  );

  it('holds what has come to the third level, and is named on the way there', async () => {
    expect(await blockerById(documents, 'new-blocker')).toMatchObject({
      holder: 'leader-2',
      leader: 'leader-2',
      levels: [{ level: 'L3_DISTRICT_LEADER', leader: 'leader-2' }],
    });
    expect(await blockerById(documents, 'b2')).toMatchObject({ holder: 'builder', leader: null });
  });

  it('picks their blockers and tasks', async () => {
    expect(ids(await openBlockers(documents, { leader: 'leader-2', ...LIMIT }))).toEqual(['new-blocker']);
    expect(ids(await tasksPage(documents, { leader: 'leader-2', ...LIMIT }))).toEqual(['t1']);
    expect(ids(await openBlockers(documents, { leader: 'leader-9', ...LIMIT }))).toEqual([]);
  });

  it('shares them with the units that hold a place in the project by now', async () => {
    const of = async (unit: string) => ids(await openBlockers(documents, { unit, ...LIMIT })).sort();
    expect(await of('builder')).toEqual(['b2', 'new-blocker']);
    expect([await of('authority'), await of('elsewhere'), await of('stranger')]).toEqual([['new-blocker'], ['b2'], []]);
    expect(ids(await openBlockers(documents, { unit: 'builder', leader: 'leader-2', ...LIMIT }))).toEqual([
      'new-blocker',
    ]);
  });

  it('has pages of their own', async () => {
    const many = documentsAfter(
      ...[groupFormed, portfolioAssigned].map(group),
      ...on('p1', registered(), ASSIGNED, assignedTask('t1'), assignedTask('t2'), assignedTask('t3')),
    );
    const first = await tasksPage(many, { leader: 'leader-2', limit: 2 });
    expect(ids(first)).toEqual(['t1', 't2']);
    const second = await tasksPage(many, { leader: 'leader-2', limit: 2, after: first.next! });
    expect([ids(second), second.next]).toEqual([['t3'], null]);
  });
});

describe('the lead times of a year', () => {
  const given = [registered(), raised('b1'), raisedAt('L2_SECTOR_AUTHORITY'), coordinated()];

  it('are the means of what came to an end in it', async () => {
    const documents = documentsAfter(...given, EXAMPLES.ResolveBlocker.event);
    expect(await leadTimesIn(documents, 2022)).toEqual({
      year: 2022,
      discovery: { count: 2, meanDays: 1 },
      coordination: { count: 1, meanDays: 0 },
      resolution: { count: 1, meanDays: 0 },
    });
    expect(await leadTimesIn(documents, 2022, '2022-05-15')).toMatchObject({ discovery: { count: 0, meanDays: null } });
  });

  it('follow the correction of a coordination, and so does the blocker', async () => {
    const corrected = (replacement: object | null): ProjectEvent => ({
      type: 'FactCorrected',
      data: {
        ...{ ...CORRECTED.data, revision: 3, originalType: 'CoordinationHeld', stages: null },
        ...{
          original: { ...coordinated().data },
          replacement: replacement && { ...coordinated().data, ...replacement },
        },
      },
    });
    const voided = documentsAfter(...given, corrected(null));
    expect(await leadTimesIn(voided, 2022)).toMatchObject({ coordination: { count: 0 } });
    expect(await blockerById(voided, 'new-blocker')).toMatchObject({
      ...{ status: 'ACCEPTED', coordinatedOn: null, coordinations: [], leadTimes: { coordination: null } },
    });
    const moved = documentsAfter(...given, corrected({ blockers: ['b1'], level: 'L1_LEGAL_ENTITY' }));
    expect(await blockerById(moved, 'new-blocker')).toMatchObject({ status: 'ACCEPTED', coordinations: [] });
    expect(await blockerById(moved, 'b1')).toMatchObject({
      ...{ status: 'COORDINATING', leadTimes: { coordination: 0 } },
      coordinations: [{ id: 'new-coordination', on: '2022-05-16', level: 'L1_LEGAL_ENTITY' }],
    });
  });

  it('are asked for, and no blocker of their name is', async () => {
    expect(await blockerById(documentsAfter(...given), 'lead-times/2022')).toBeUndefined();
  });
});
