import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { View } from '#libs/event-sourcing/pure';
import type { PlanEvent, ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { ENTRY, included, PRELIMINARY, published } from '../../../domain/src/plan/examples.js';
import { ASSIGNED, assignedTask, EXAMPLES, planAdopted, registered } from '../../../domain/src/project/examples.js';
import { projectScene, RESPONSIBILITIES } from '../../../domain/src/testing.js';
import { assignmentsOn, VIEWS } from '../index.js';

type AnyEvent = ProjectEvent | PlanEvent;

function documentsAfter(...events: readonly Told<AnyEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS as readonly View[]);
  for (const event of recorded<AnyEvent>(events, projectScene)) documents.apply(event);
  return documents;
}
const on = (stream: string, ...events: readonly Told<AnyEvent>[]) => events.map((event) => ({ ...event, stream }));
const APRIL = { recordedAt: '2022-04-07T02:00:00.000Z' };

const dates = { COMPLETION: '2023-12-31', COMMENCEMENT: '2022-06-01' };
const known: Told<AnyEvent>[] = [
  ...on(
    'project-p1',
    ...[registered(), ASSIGNED, EXAMPLES.NamePersons.event, EXAMPLES.AppointOfficer.event],
    { type: 'MilestonesScheduled', data: { occurredOn: '2022-01-01', dates } },
    ...[assignedTask('t1'), assignedTask('t2')],
    { type: 'TaskCancelled', data: { task: 't2', reason: '示例' } },
  ),
  ...on('project-p2', registered('PRELIMINARY'), planAdopted()),
  ...on('plan-2022', included(ENTRY), included(PRELIMINARY)),
];
const inPlan = documentsAfter(...known, ...on('plan-2022', { ...published(), ...APRIL }));
const asked = { year: 2022, limit: 9 };

describe('the assignment sheet of a year', () => {
  it('has for each member its targets by month, its dates, its persons and its tasks', async () => {
    const { items } = await assignmentsOn(inPlan, asked);
    const { personInCharge, linkedLeader } = EXAMPLES.NamePersons.command;
    expect(items).toMatchObject([
      {
        id: 'p1',
        category: 'NEW_START',
        responsibilities: RESPONSIBILITIES,
        ...{ personInCharge, linkedLeader, coordinator: EXAMPLES.AppointOfficer.command.officer },
        ...{ annualInvestment: ENTRY.annualInvestment, monthlyTargets: ENTRY.monthlyTargets, nodes: [] },
        milestones: [
          { milestone: 'COMMENCEMENT', plannedOn: '2022-06-01' },
          { milestone: 'COMPLETION', plannedOn: '2023-12-31' },
        ],
        tasks: [{ id: 't1', unit: 'helper', status: 'ASSIGNED', overdue: false }],
      },
      { id: 'p2', category: 'PRELIMINARY', monthlyTargets: null, nodes: planAdopted().data.nodes, tasks: [] },
    ]);
  });

  it('is only of the projects in which a unit holds a place, where one is named', async () => {
    const ids = async (unit: string) => (await assignmentsOn(inPlan, { ...asked, unit })).items.map(({ id }) => id);
    expect([await ids('helper'), await ids('builder'), await ids('other')]).toEqual([['p1'], ['p1'], []]);
  });

  it('comes a page at a time', async () => {
    const { items, next } = await assignmentsOn(inPlan, { ...asked, limit: 1 });
    const rest = await assignmentsOn(inPlan, { ...asked, limit: 1, after: next! });
    expect([...items, ...rest.items].map(({ id }) => id)).toEqual(['p1', 'p2']);
  });

  it('says as of a day what was to be done then, and nothing before the plan was published', async () => {
    const [before] = (await assignmentsOn(inPlan, { ...asked, day: '2022-05-15' })).items;
    expect(before).toMatchObject({ id: 'p1', tasks: [] });
    const none = { planPublished: false, items: [], next: null };
    expect(await assignmentsOn(inPlan, { ...asked, day: '2022-04-06' })).toEqual(none);
    expect(await assignmentsOn(documentsAfter(...known), asked)).toEqual(none);
  });
});
