import { randomUUID } from 'node:crypto';
import { Long, MongoClient, type Collection, type Db, type Document } from 'mongodb';
import { testServers } from '../servers.js';

/**
 * The part of MongoDB that the read side may use, against MONGODB_URI or the stand-in.
 * A kind of operation that is not here must not be used; add it here first.
 */
interface Row extends Document {
  _id: string;
}

const staleOrLost = 11000;
let client: MongoClient;
let db: Db;
let rows: Collection<Row>;

beforeAll(async () => {
  const { mongoUri } = await testServers();
  client = new MongoClient(mongoUri, { ignoreUndefined: true, writeConcern: { w: 'majority' } });
  db = client.db(`contract-${randomUUID()}`);
}, 300_000);

beforeEach(() => {
  rows = db.collection<Row>(`rows-${randomUUID()}`);
});

afterAll(async () => {
  await db?.dropDatabase();
  await client?.close();
});

const idsOf = async (filter: Document, sort: Document = { _id: 1 }) =>
  (await rows.find(filter).sort(sort).toArray()).map(({ _id }) => _id).join(' ');

const codeOf = (write: Promise<unknown>) =>
  write.then(
    () => undefined,
    (error: { code?: unknown }) => error.code,
  );

describe('a write guarded by the position', () => {
  const write = (position: number, state: string) =>
    rows.updateOne({ _id: 'a', position: { $lt: position } }, { $set: { position, state } }, { upsert: true });

  it('inserts what is missing and replaces what is older', async () => {
    expect(await write(5, 'five')).toMatchObject({ upsertedCount: 1, matchedCount: 0 });
    expect(await write(6, 'six')).toMatchObject({ upsertedCount: 0, matchedCount: 1 });
    expect(await rows.findOne({ _id: 'a' })).toEqual({ _id: 'a', position: 6, state: 'six' });
  });

  it.each([6, 5])('is refused with 11000 when the stored position is 6 and the write is at %i', async (position) => {
    await write(6, 'six');
    expect(await codeOf(write(position, 'late'))).toBe(staleOrLost);
    expect(await rows.findOne({ _id: 'a' })).toMatchObject({ state: 'six' });
  });

  it('matches nothing when it is stale and must not insert', async () => {
    await write(6, 'six');
    const outcome = await rows.updateOne({ _id: 'a', position: { $lt: 6 } }, { $set: { state: 'late' } });
    expect(outcome).toMatchObject({ acknowledged: true, matchedCount: 0 });
  });

  it('replaces whole documents under the same guard', async () => {
    await rows.insertOne({ _id: 'a', position: 1, state: { old: true }, before: null });
    const next = { position: 2, state: { now: [1, 2] }, before: { position: 1, state: { old: true } } };
    await rows.replaceOne({ _id: 'a', position: { $lt: 2 } }, next, { upsert: true });
    expect(await rows.findOne({ _id: 'a' })).toEqual({ _id: 'a', ...next });
    expect(await codeOf(rows.replaceOne({ _id: 'a', position: { $lt: 2 } }, next, { upsert: true }))).toBe(staleOrLost);
  });

  it('lets one of many at once win', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => codeOf(write(7, `writer ${n}`))));
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(1);
    expect(outcomes.filter((code) => code !== undefined && code !== staleOrLost)).toEqual([]);
  });

  it('goes on past the stale ones in an unordered bulk and names each of them', async () => {
    await rows.insertMany([
      { _id: 'a', position: 9 },
      { _id: 'c', position: 9 },
    ]);
    const operations = ['a', 'b', 'c', 'd'].map((_id) => ({
      updateOne: { filter: { _id, position: { $lt: 5 } }, update: { $set: { position: 5 } }, upsert: true },
    }));
    const failure = await rows.bulkWrite(operations, { ordered: false }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: staleOrLost, result: { upsertedCount: 2 } });
    const { writeErrors } = failure as { writeErrors: { index: number; code: number }[] };
    expect(writeErrors.map(({ index, code }) => [index, code])).toEqual([
      [0, staleOrLost],
      [2, staleOrLost],
    ]);
    expect(await idsOf({ position: 5 })).toBe('b d');
  });

  it('takes a bulk of 1,000, replacements and deletions among them', async () => {
    await rows.insertMany([{ _id: 'gone' }, { _id: 'also gone' }]);
    const inserts = Array.from({ length: 997 }, (_, n) => ({ insertOne: { document: { _id: `n${n}`, n } } }));
    const outcome = await rows.bulkWrite(
      [
        ...inserts,
        { replaceOne: { filter: { _id: 'r' }, replacement: { n: -1 }, upsert: true } },
        { deleteOne: { filter: { _id: 'gone' } } },
        { deleteMany: { filter: { _id: 'also gone' } } },
      ],
      { ordered: false },
    );
    expect(outcome).toMatchObject({ insertedCount: 997, upsertedCount: 1, deletedCount: 2 });
    expect(await rows.countDocuments({})).toBe(998);
  });
});

describe('a lease on the clock of the server', () => {
  const clock = async () => (await db.admin().command({ hello: 1 })).localTime as Date;
  const take = (owner: string, now: Date) =>
    rows.findOneAndUpdate(
      { _id: 'lease', expiresAt: { $lt: now } },
      { $set: { owner, expiresAt: new Date(now.getTime() + 10_000) }, $inc: { fence: 1 } },
      { returnDocument: 'after' },
    );

  beforeEach(() => rows.insertOne({ _id: 'lease', owner: null, expiresAt: new Date(0), fence: 0, position: 3 }));

  it('reads a time that moves', async () => {
    const first = await clock();
    expect(first).toBeInstanceOf(Date);
    expect((await clock()).getTime()).toBeGreaterThanOrEqual(first.getTime());
  });

  it('goes to one of two, and to the next only when it has expired', async () => {
    const now = await clock();
    const taken = await Promise.all([take('one', now), take('two', now)]);
    expect(taken.filter((lease) => lease !== null)).toMatchObject([{ fence: 1 }]);
    expect(await take('three', new Date(now.getTime() + 10_001))).toMatchObject({ owner: 'three', fence: 2 });
  });

  it('moves the checkpoint by compare-and-set on fence and position', async () => {
    const move = (fence: number) =>
      rows.updateOne({ _id: 'lease', fence, position: 3 }, { $set: { position: 4, upTo: null } });
    expect(await move(9)).toMatchObject({ matchedCount: 0 });
    expect(await move(0)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await move(0)).toMatchObject({ matchedCount: 0 });
  });
});

describe('finding', () => {
  beforeEach(() =>
    rows.insertMany([
      {
        _id: 'a',
        key: 'alpha',
        at: new Date('2022-01-01'),
        n: 1,
        tags: ['x'],
        of: { unit: 'u1', lead: null },
        items: [],
      },
      { _id: 'b', key: 'beta', at: new Date('2022-02-01'), n: 2, tags: ['x', 'y'], of: { unit: 'u2', lead: 'p' } },
      { _id: 'c', key: 'alpine', at: new Date('2022-03-01'), n: 3, tags: [], of: { unit: 'u1', lead: 'q' } },
      {
        _id: 'd',
        key: '年.度',
        at: null,
        n: 4,
        tags: ['z'],
        of: { unit: 'u3', lead: 'p' },
        items: [{ k: 1, open: true }],
      },
      {
        _id: 'e',
        key: 'é',
        at: null,
        n: 5,
        tags: ['z'],
        of: { unit: 'u3', lead: 'p' },
        items: [
          { k: 1, open: false },
          { k: 2, open: true },
        ],
      },
    ]),
  );

  it.each<[string, Document, string]>([
    ['equality', { n: 3 }, 'c'],
    ['null', { at: null }, 'd e'],
    ['$in', { _id: { $in: ['a', 'e', 'nobody'] } }, 'a e'],
    ['$nin', { n: { $nin: [1, 2, 3] } }, 'd e'],
    ['$ne', { n: { $ne: 3 } }, 'a b d e'],
    ['a range of numbers', { n: { $gt: 1, $lte: 3 } }, 'b c'],
    ['a range of dates', { at: { $gte: new Date('2022-02-01'), $lt: new Date('2022-03-01') } }, 'b'],
    ['a range of strings', { _id: { $gt: 'b' } }, 'c d e'],
    ['$and', { $and: [{ n: { $gt: 1 } }, { 'of.unit': 'u1' }] }, 'c'],
    ['$or', { $or: [{ n: 1 }, { 'of.unit': 'u2' }] }, 'a b'],
    ['$nor', { $nor: [{ n: 1 }, { 'of.unit': 'u3' }] }, 'b c'],
    ['a dotted path', { 'of.unit': 'u1', 'of.lead': 'q' }, 'c'],
    ['a dotted path that is null', { 'of.lead': null }, 'a'],
    ['a member of an array', { tags: 'x' }, 'a b'],
    ['$in over an array', { tags: { $in: ['y', 'z'] } }, 'b d e'],
    ['$elemMatch on one element', { items: { $elemMatch: { k: 1, open: true } } }, 'd'],
    ['$exists', { items: { $exists: false } }, 'b c'],
    ['an anchored expression', { key: { $regex: '^alp' } }, 'a c'],
    ['an anchored expression with escaped signs', { key: { $regex: '^年\\.' } }, 'd'],
  ])('%s', async (_name, filter, expected) => {
    expect(await idsOf(filter)).toBe(expected);
  });

  it('sorts by several fields, limits, and pages by one key', async () => {
    const sort = { 'of.unit': 1, n: -1 } as const;
    expect(await idsOf({}, sort)).toBe('c a b e d');
    const page = (after: string) =>
      rows
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(2)
        .toArray();
    expect(await page('')).toMatchObject([{ _id: 'a' }, { _id: 'b' }]);
    expect(await page('b')).toMatchObject([{ _id: 'c' }, { _id: 'd' }]);
    expect((await rows.find({}).sort(sort).skip(1).limit(1).toArray()).map(({ _id }) => _id)).toEqual(['a']);
  });

  it('sorts strings by their code points', async () => {
    expect(await idsOf({}, { key: 1 })).toBe('a c b e d');
  });

  it('gives the asked fields and counts', async () => {
    expect(await rows.findOne({ _id: 'a' }, { projection: { 'of.unit': 1 } })).toEqual({
      _id: 'a',
      of: { unit: 'u1' },
    });
    expect(await rows.countDocuments({ 'of.unit': 'u3' })).toBe(2);
  });

  it('streams more than one batch', async () => {
    await rows.insertMany(Array.from({ length: 500 }, (_, n) => ({ _id: `m${n}`, many: true })));
    let seen = 0;
    for await (const _ of rows.find({ many: true }).batchSize(50)) seen++;
    expect(seen).toBe(500);
  });
});

describe('values', () => {
  it('come back as they went in, a Long beyond 2^53 too', async () => {
    const big = Long.fromString('9007199254740993');
    const row = {
      _id: 'v',
      text: '项目',
      yes: true,
      at: new Date(1),
      none: null,
      n: 9007199254740991,
      list: [{ a: 1 }],
    };
    await rows.insertOne({ ...row, big, left: undefined });
    expect(await rows.findOne({ _id: 'v' }, { projection: { big: 0 } })).toEqual(row);
    expect((await rows.findOne({ _id: 'v' }, { promoteLongs: false }))!.big).toEqual(big);
  });

  it('are stored in their order of fields', async () => {
    await rows.insertOne({ _id: 'o', z: 1, a: 2, m: { y: 1, b: 2 } });
    expect(JSON.stringify(await rows.findOne({ _id: 'o' }))).toBe('{"_id":"o","z":1,"a":2,"m":{"y":1,"b":2}}');
  });
});

describe('changing', () => {
  const after = async (update: Document, options: Document = {}) => {
    await rows.updateOne({ _id: 'a' }, update, { upsert: true, ...options });
    return rows.findOne({ _id: 'a' }, { projection: { _id: 0 } });
  };

  it.each<[string, Document, Document, Document?]>([
    ['$set on a path', { $set: { 'of.unit': 'u2' } }, { n: 1, tags: ['x'], of: { unit: 'u2' } }],
    ['$unset', { $unset: { of: 1 } }, { n: 1, tags: ['x'] }],
    ['$inc', { $inc: { n: -3 } }, { n: -2, tags: ['x'], of: { unit: 'u1' } }],
    ['$min', { $min: { n: 0 } }, { n: 0, tags: ['x'], of: { unit: 'u1' } }],
    ['$max', { $max: { n: 0 } }, { n: 1, tags: ['x'], of: { unit: 'u1' } }],
    ['$setOnInsert on what is there', { $setOnInsert: { n: 9 } }, { n: 1, tags: ['x'], of: { unit: 'u1' } }],
    ['$addToSet of a known one', { $addToSet: { tags: 'x' } }, { n: 1, tags: ['x'], of: { unit: 'u1' } }],
    ['$addToSet of a new one', { $addToSet: { tags: 'y' } }, { n: 1, tags: ['x', 'y'], of: { unit: 'u1' } }],
    [
      '$push of several',
      { $push: { tags: { $each: ['y', 'x'] } } },
      { n: 1, tags: ['x', 'y', 'x'], of: { unit: 'u1' } },
    ],
    ['$pull', { $pull: { tags: 'x' } }, { n: 1, tags: [], of: { unit: 'u1' } }],
    [
      'array filters',
      { $set: { 'tags.$[old]': 'new' } },
      { n: 1, tags: ['new'], of: { unit: 'u1' } },
      { arrayFilters: [{ old: 'x' }], upsert: false },
    ],
  ])('%s', async (_name, update, expected, options = {}) => {
    await rows.insertOne({ _id: 'a', n: 1, tags: ['x'], of: { unit: 'u1' } });
    expect(await after(update, options)).toEqual(expected);
  });

  it('$setOnInsert on what is new', async () => {
    expect(await after({ $setOnInsert: { n: 9 }, $set: { m: 1 } })).toEqual({ m: 1, n: 9 });
  });

  it('finds and updates in one step, before or after', async () => {
    await rows.insertOne({ _id: 'a', n: 1 });
    expect(await rows.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 1 } })).toMatchObject({ n: 1 });
    expect(await rows.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 1 } }, { returnDocument: 'after' })).toMatchObject({
      n: 3,
    });
    expect(await rows.findOneAndUpdate({ _id: 'b' }, { $inc: { n: 1 } })).toBeNull();
  });

  it('deletes one and many, and says how many', async () => {
    await rows.insertMany(['a', 'b', 'c'].map((_id) => ({ _id, n: 1 })));
    expect(await rows.deleteOne({ _id: 'a' })).toMatchObject({ deletedCount: 1 });
    expect(await rows.deleteMany({ n: 1 })).toMatchObject({ deletedCount: 2 });
  });

  it('refuses an id that is there with 11000', async () => {
    await rows.insertOne({ _id: 'a' });
    expect(await codeOf(rows.insertOne({ _id: 'a' }))).toBe(staleOrLost);
  });
});

describe('indexes', () => {
  it('are made of several fields, again without harm, and are listed', async () => {
    for (let twice = 0; twice < 2; twice++) {
      await rows.createIndexes([
        { key: { 'of.unit': 1, dueAt: 1 }, name: 'due' },
        { key: { position: 1 }, name: 'position' },
      ]);
    }
    const names = (await rows.indexes()).map(({ name }) => name);
    expect(names.sort()).toEqual(['_id_', 'due', 'position']);
  });

  it('keep a unique field unique', async () => {
    await rows.createIndex({ code: 1 }, { unique: true });
    await rows.insertOne({ _id: 'a', code: 1 });
    expect(await codeOf(rows.insertOne({ _id: 'b', code: 1 }))).toBe(staleOrLost);
  });

  it('give the same answers as without', async () => {
    await rows.createIndex({ unit: 1, due: 1 });
    await rows.insertMany([3, 1, 2].map((due) => ({ _id: `u${due}`, unit: 'u', due: new Date(due) })));
    expect(await idsOf({ unit: 'u', due: { $lte: new Date(2) } }, { due: 1 })).toBe('u1 u2');
  });

  it('give a page in their order the first that match, whatever stands between them', async () => {
    await rows.createIndex({ 'state.on': 1, 'state.sort': 1 });
    await rows.createIndex({ 'state.sort': 1 });
    const all = Array.from({ length: 240 }, (_, number) => ({
      _id: `r${number}`,
      position: number % 7,
      state: {
        on: number % 3 === 0 ? ['a', 'a b'] : number % 3 === 1 ? ['b', 'a'] : [],
        sort: `${['区', '路', '𠀀', 'a', 'a b', ''][number % 6]}${(number * 7919) % 240}/${number}`,
      },
    }));
    await rows.insertMany(all);
    const bytes = (text: string) => Buffer.from(text);
    const inOrder = [...all].sort((x, y) => Buffer.compare(bytes(x.state.sort), bytes(y.state.sort)));
    for (const on of [undefined, ['a'], ['a b'], ['b'], ['c'], ['a b', 'b', 'c']])
      for (const after of ['', inOrder[100]!.state.sort]) {
        const page = await rows
          .find({
            ...(on && { 'state.on': on.length === 1 ? on[0] : { $in: on } }),
            'state.sort': { $gt: after },
            position: { $lte: 4 },
          })
          .sort({ 'state.sort': 1 })
          .limit(20)
          .toArray();
        const expected = inOrder.filter(
          ({ position, state }) =>
            position <= 4 &&
            (on === undefined || state.on.some((each) => on.includes(each))) &&
            Buffer.compare(bytes(state.sort), bytes(after)) > 0,
        );
        expect(page.map(({ _id }) => _id)).toEqual(expected.slice(0, 20).map(({ _id }) => _id));
      }
  });
});

describe('adding up', () => {
  beforeEach(() =>
    rows.insertMany([
      { _id: 'a', unit: 'u1', amount: 10, open: true, parts: ['x', 'y'] },
      { _id: 'b', unit: 'u1', amount: 20, open: false, parts: ['x'] },
      { _id: 'c', unit: 'u2', amount: 5, open: true, parts: [] },
      { _id: 'd', unit: 'u3', amount: 0, open: true, parts: ['z'] },
    ]),
  );

  it('groups what a leading match lets through', async () => {
    const pipeline = [
      { $match: { unit: { $in: ['u1', 'u2'] } } },
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$unit',
          sum: { $sum: '$amount' },
          count: { $sum: 1 },
          average: { $avg: '$amount' },
          low: { $min: '$amount' },
          high: { $max: '$amount' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          ids: { $push: '$_id' },
        },
      },
      { $sort: { _id: 1 } },
    ];
    expect(await rows.aggregate(pipeline).toArray()).toEqual([
      { _id: 'u1', sum: 30, count: 2, average: 15, low: 10, high: 20, first: 'a', last: 'b', ids: ['a', 'b'] },
      { _id: 'u2', sum: 5, count: 1, average: 5, low: 5, high: 5, first: 'c', last: 'c', ids: ['c'] },
    ]);
  });

  it('computes, unwinds, counts and facets', async () => {
    const pipeline = [
      { $match: { open: true } },
      { $addFields: { rate: { $cond: [{ $gt: ['$amount', 5] }, { $divide: ['$amount', 2] }, 0] } } },
      {
        $facet: {
          rates: [
            { $sort: { _id: 1 } },
            { $project: { rate: 1, none: { $ifNull: ['$missing', 'none'] } } },
            { $limit: 1 },
          ],
          parts: [{ $unwind: '$parts' }, { $sortByCount: '$parts' }, { $sort: { _id: 1 } }],
          total: [{ $count: 'n' }],
        },
      },
    ];
    expect(await rows.aggregate(pipeline).toArray()).toEqual([
      {
        rates: [{ _id: 'a', rate: 5, none: 'none' }],
        parts: ['x', 'y', 'z'].map((_id) => ({ _id, count: 1 })),
        total: [{ n: 3 }],
      },
    ]);
  });
});

describe('collections', () => {
  it('are listed and dropped', async () => {
    await rows.insertOne({ _id: 'a' });
    const names = async () => (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
    expect(await names()).toContain(rows.collectionName);
    await rows.drop();
    expect(await names()).not.toContain(rows.collectionName);
  });
});
