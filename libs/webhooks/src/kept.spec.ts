import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import { testServers } from '../../../test/servers.js';
import { type Attempt, attemptOf, Attempts, ATTEMPTS_KEPT_DAYS, MOST_ATTEMPTS } from './attempts.js';
import { Lanes } from './lanes.js';

let client: MongoClient;
let db: Db;
beforeAll(async () => {
  client = new MongoClient((await testServers()).mongoUri, { ignoreUndefined: true });
  db = client.db(`webhooks-${randomUUID()}`);
}, 300_000);
afterAll(async () => {
  await db?.dropDatabase();
  await client?.close();
});

const NOW = Date.now();
const sent = (webhook: string, at: number, n: number): Attempt =>
  attemptOf(
    webhook,
    { id: `e${n}`, type: 'taizhang.project.completed.v1', subject: 'p1', leaf: String(n) },
    { at: new Date(at), outcome: 204, milliseconds: 5 },
  );

describe('what was sent to a webhook', () => {
  it('is kept up to a number and a time, apart from what was sent to others', async () => {
    const attempts = new Attempts(db);
    const many = Array.from({ length: MOST_ATTEMPTS + 20 }, (_, n) => sent('w1', NOW - 60_000 + n, n));
    const old = sent('w2', NOW - (ATTEMPTS_KEPT_DAYS + 1) * 86_400_000, 1);
    await attempts.note([...many, old, sent('w2', NOW, 2), sent('w22', NOW, 3)]);
    for (const webhook of ['w1', 'w2']) await attempts.cut(webhook);
    const { items, next } = await attempts.page('w1', MOST_ATTEMPTS);
    expect(next).toBeNull();
    expect(items.map(({ leaf }) => leaf)).toEqual(
      Array.from({ length: MOST_ATTEMPTS }, (_, n) => MOST_ATTEMPTS + 19 - n),
    );
    expect((await attempts.page('w2', 10)).items.map(({ event }) => event)).toEqual(['e2']);
    expect((await attempts.page('w22', 10)).items).toHaveLength(1);
  }, 30_000);
});

describe('where a webhook begins', () => {
  it('is said by each event once, whatever was delivered meanwhile', async () => {
    const lanes = new Lanes(db);
    await lanes.begin('w1', 'city', -1, 3);
    const begun = (await lanes.endpoints.findOne({ _id: 'w1' }))!;
    await lanes.spread(begun, 7, [{ stream: 'public-p1', first: { leaf: 5, revision: 0 }, last: 7 }]);
    await lanes.begin('w1', 'city', -1, 3);
    expect(await lanes.endpoints.findOne({ _id: 'w1' })).toMatchObject({ run: 1, spread: 7 });
    await lanes.begin('w1', 'city', 2, 9);
    expect(await lanes.endpoints.findOne({ _id: 'w1' })).toMatchObject({ run: 2, spread: 2, isCleared: false });
    await lanes.begin('w1', 'city', -1, 3);
    expect(await lanes.endpoints.findOne({ _id: 'w1' })).toMatchObject({ run: 2, spread: 2 });
  });
});
