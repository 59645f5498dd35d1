import { randomUUID } from 'node:crypto';
import {
  authorize,
  planDecider,
  type PlanCommand,
  policyDecider,
  projectDecider,
  type ProjectCommand,
} from '#libs/domain';
import { bodyHashOf, CommandDoor, type Envelope, EventStore, systemClock } from '#libs/event-sourcing';
import { testServers } from '../servers.js';

let store: EventStore;
let door: CommandDoor;

beforeAll(async () => {
  store = new EventStore((await testServers()).eventStoreUrl);
  const deciders = { project: projectDecider, plan: planDecider, policy: policyDecider };
  door = new CommandDoor(store, deciders, systemClock, authorize);
}, 300_000);
afterAll(() => store?.close());

const envelope = (stream: string, command: ProjectCommand | PlanCommand): Envelope => ({
  stream,
  command,
  actor: { id: 'person-office', role: 'LG_OFFICE', unit: null },
  commandId: randomUUID(),
  bodyHash: bodyHashOf(command),
  correlationId: randomUUID(),
});
const register: ProjectCommand = {
  type: 'RegisterProject',
  occurredOn: '2022-01-01',
  details: {
    name: '示例大道',
    description: null,
    sector: null,
    town: null,
    nature: null,
    investmentType: null,
    managingUnit: null,
    clientUnit: null,
    landArea: null,
    remark: null,
  },
  status: 'PLANNED_START',
  currency: 'CNY',
  programme: null,
};
const costs = (amount: number): ProjectCommand => ({
  type: 'ChangeTotalInvestment',
  occurredOn: '2022-01-01',
  amount,
  reason: null,
});
const revisionOf = async (stream: string) => (await door.streams.load(stream)).revision;

describe('commands on one stream together', () => {
  it('are decided one on the other and appended as one', async () => {
    const stream = `project-${randomUUID()}`;
    const commands = [envelope(stream, register), envelope(stream, costs(5)), envelope(stream, costs(5))] as const;
    expect(await door.handleTogether(commands)).toMatchObject({ revision: 1 });
    const last = [];
    for await (const { metadata } of store.read(stream)) last.push(metadata.last === true);
    expect(last).toEqual([false, true]);
  });

  it('leave nothing behind where one of them is refused', async () => {
    const stream = `project-${randomUUID()}`;
    const refused = door.handleTogether([envelope(stream, register), envelope(stream, costs(0.5))]);
    await expect(refused).rejects.toMatchObject({ code: 'AMOUNT_OUT_OF_RANGE' });
    expect(await revisionOf(stream)).toBe(-1);
  });

  it('that are repeated answer as the first time, and add only what is new', async () => {
    const stream = `project-${randomUUID()}`;
    const [first, second] = [envelope(stream, register), envelope(stream, costs(5))];
    await door.handleTogether([first, second]);
    expect(await door.handleTogether([first, second])).toMatchObject({ revision: 1 });
    expect(await door.handleTogether([first, envelope(stream, costs(6))])).toMatchObject({ revision: 2 });
  });
});

describe('a rehearsal', () => {
  it('sees in each stream what the commands before would leave there, and appends none of them', async () => {
    const id = randomUUID();
    const plan = `plan-${10_000 + Math.floor(Math.random() * 1e9)}`;
    const totals = { count: 1, totalInvestment: 5, annualInvestment: 1 };
    await door.handle(
      envelope(plan, {
        type: 'DraftPlan',
        declared: { construction: totals, preliminary: { count: 0, totalInvestment: 0 } },
      }),
    );
    const include: PlanCommand = {
      type: 'IncludeProject',
      project: id,
      category: 'NEW_START',
      totalInvestment: 5,
      annualInvestment: 1,
      monthlyTargets: null,
    };
    await expect(door.rehearse([envelope(plan, include)])).rejects.toMatchObject({ code: 'UNKNOWN_PROJECT' });
    expect(await door.rehearse([envelope(`project-${id}`, register), envelope(plan, include)])).toBe(2);
    expect([await revisionOf(`project-${id}`), await revisionOf(plan)]).toEqual([-1, 0]);
  });
});
