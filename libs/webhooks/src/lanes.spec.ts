import { randomUUID } from 'node:crypto';
import { type Db, type Document, MongoClient } from 'mongodb';
import { testServers } from '../../../test/servers.js';
import { type Endpoint, type HeldLane, Lanes, type Spread } from './lanes.js';

const AT_REST = 100;
const TO_TELL = 3;

let client: MongoClient;
let db: Db;
let lanes: Lanes;
let endpoint: Endpoint;
/** Filters of everything that was asked of the lanes. */
let asked: Document[] = [];

beforeAll(async () => {
  client = new MongoClient((await testServers()).mongoUri, { ignoreUndefined: true, monitorCommands: true });
  db = client.db(`lanes-${randomUUID()}`);
  lanes = new Lanes(db);
  await lanes.prepare();
  await lanes.begin('w1', 'city', -1, 1);
  endpoint = (await lanes.endpoints.findOne({ _id: 'w1' }))!;
  await lanes.spread(endpoint, AT_REST, toldOf(0, AT_REST));
  const take = lanes.taker('w1');
  for (let held = await take(); held; held = await take()) await tell(held);
  client.on('commandStarted', ({ command }) => {
    if (command.find === 'webhook-lanes') asked.push(command.filter as Document);
    if (command.update === 'webhook-lanes')
      asked.push(...(command.updates as Document[]).map(({ q }) => q as Document));
    // The stand-in reads the whole collection for it, whatever the filter.
    if (command.findAndModify === 'webhook-lanes') asked.push({});
  });
}, 300_000);
afterAll(async () => {
  await db?.dropDatabase();
  await client?.close();
});

function toldOf(from: number, count: number): Spread[] {
  return Array.from({ length: count }, (_, n) => {
    const leaf = from + n;
    return { stream: `public-p${n}`, first: { leaf, revision: from === 0 ? 0 : 1 }, last: leaf };
  });
}

async function tell(held: HeldLane): Promise<void> {
  const { known, revision } = held.lane;
  await held.move(known, revision + 1, 204);
  expect(await held.finish()).toBe(true);
}

/** Lanes among which the database looks: one for each id, else those that an index has under what must be equal. */
async function lookedThrough(filter: Document): Promise<number> {
  const { _id } = filter as { _id?: string | { $in: string[] } };
  if (typeof _id === 'string') return 1;
  if (_id) return _id.$in.length;
  const equal = Object.fromEntries(Object.entries(filter).filter(([, value]) => typeof value === 'string'));
  const { executionStats } = await db.collection('webhook-lanes').find(equal).explain('executionStats');
  return (executionStats as { totalDocsExamined: number }).totalDocsExamined;
}

async function mostLookedThrough(act: () => Promise<unknown>): Promise<number> {
  asked = [];
  await act();
  const found = await Promise.all([...asked].map(lookedThrough));
  expect(found.length).toBeGreaterThan(0);
  return Math.max(...found);
}

describe('lanes of a webhook of whose projects most are at rest', () => {
  it('are found, told and let go without a look at those at rest', async () => {
    expect(await mostLookedThrough(() => lanes.hasWork(endpoint))).toBe(0);
    expect(await mostLookedThrough(() => lanes.taker('w1')())).toBe(0);
    expect(await mostLookedThrough(() => lanes.spread(endpoint, AT_REST + TO_TELL, toldOf(AT_REST, TO_TELL)))).toBe(
      TO_TELL,
    );
    expect(await mostLookedThrough(() => lanes.hasWork(endpoint))).toBe(TO_TELL);
    const told: string[] = [];
    const turn = async (): Promise<void> => {
      const take = lanes.taker('w1');
      for (let held = await take(); held; held = await take()) {
        told.push(held.lane.stream);
        if (told.length === 1) await held.fail(500, new Date());
        else await tell(held);
      }
    };
    expect(await mostLookedThrough(turn)).toBeLessThanOrEqual(TO_TELL);
    expect(told.sort()).toEqual(['public-p0', 'public-p1', 'public-p2']);
    expect(await mostLookedThrough(() => lanes.failing('w1', 100))).toBe(1);
    expect(await mostLookedThrough(() => lanes.resume('w1'))).toBe(1);
    expect(await lanes.hasWork(endpoint)).toBe(true);
    await turn();
    expect(await lanes.lanes.countDocuments({ pending: null })).toBe(AT_REST);
  });

  it('are each taken once, however many take them at a time', async () => {
    const streams = 50;
    await lanes.spread(endpoint, 1_000, toldOf(500, streams));
    const taken: string[] = [];
    const take = lanes.taker('w1');
    const work = async (next: () => Promise<HeldLane | undefined>): Promise<void> => {
      for (let held = await next(); held; held = await next()) {
        taken.push(held.lane.stream);
        await tell(held);
      }
    };
    await Promise.all([work(take), work(take), work(lanes.taker('w1'))]);
    expect(new Set(taken).size).toBe(streams);
    expect(taken).toHaveLength(streams);
  });
});
