import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { CloudEvent } from '#libs/contracts';
import { rootFromInclusion, SHA256 } from '#libs/verifier';
import { MOST_STREAMS_OF_ONE } from '../../apps/api/src/feed/stream.js';
import { type Answer, assignedProject, document, openWorld, type Person, registration, type World } from './world.js';

let world: World;
let first: string;
let second: string;
const city: Person = { role: 'SUBSCRIBER', unit: null, subject: 'city-library' };
const grant = { types: ['project.registered', 'project.completed'], units: null as string[] | null };

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  // Only what is told of one project keeps its order: each is told before the next begins.
  first = (await assignedProject(world)).id;
  await world.restingEnd();
  second = (await world.done('projects', registration('另一项目'))).body.id as string;
  await world.restingEnd();
  await world.done(`projects/${first}/complete`, { occurredOn: '2022-03-20', document });
  await world.restingEnd();
}, 300_000);
afterAll(() => world?.stop(), 120_000);

/** Whoever exports evidence seals first. */
function seal(): Promise<void> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TAIZHANG_DATA: world.data, MONGODB_DB: 'acceptance' };
  const main = join(process.cwd(), 'dist/apps/cli/src/main.js');
  const words = ['export', 'evidence', '--project', first, '--out', join(world.data, 'evidence.txt')];
  return new Promise((resolve, reject) =>
    execFile(process.execPath, [main, ...words], { env }, (error) => (error ? reject(error) : resolve())),
  );
}
const feed = (query = '', as?: Person) => world.get(`feed${query}`, as ? { as } : {});
const eventsOf = async (query = '', as?: Person) => (await feed(query, as)).body.events as CloudEvent[];
const types = (events: readonly CloudEvent[]) => events.map(({ type }) => type.split('.').slice(1, 3).join('.'));
const MINE = ['project.registered', 'project.responsibilities-assigned', 'project.completed'];

describe('the feed', () => {
  it('has each event once as a CloudEvent at +08:00, in the order of its leaves, valid against its schema', async () => {
    const events = await eventsOf();
    expect(types(events)).toEqual([MINE[0], MINE[1], 'project.registered', MINE[2]]);
    const leaves = events.map(({ leaf }) => Number(leaf));
    expect([...leaves].sort((a, b) => a - b)).toEqual(leaves);
    const ajv = new Ajv2020();
    addFormats.default(ajv);
    for (const event of events) {
      expect(event).toMatchObject({ specversion: '1.0', time: '2022-03-28T09:00:00.000+08:00' });
      const file = join(process.cwd(), 'libs/contracts/released', `${event.type}.json`);
      const validate = ajv.getSchema(event.dataschema) ?? ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
      expect(validate(event.data)).toBe(true);
    }
  });

  it('goes on after any leaf, page by page to the same events', async () => {
    const all = await eventsOf();
    const found: CloudEvent[] = [];
    for (let path: string | undefined = 'feed?limit=1'; path !== undefined;) {
      const { body, headers } = await world.get(path);
      found.push(...(body.events as CloudEvent[]));
      const isFull = (body.events as CloudEvent[]).length > 0;
      expect(headers.get('cache-control')).toBe(isFull ? 'private, max-age=31536000, immutable' : 'no-store');
      const link = /<\/api\/v1\/([^>]+)>; rel="next"/.exec(headers.get('link')!)![1]!;
      path = isFull ? link : undefined;
    }
    expect(found).toEqual(all);
  });

  it('can be asked for types and for a project', async () => {
    expect(types(await eventsOf(`?project=${first}`))).toEqual(MINE);
    expect(types(await eventsOf('?types=project.completed,plan.left'))).toEqual(['project.completed']);
  });

  it.each(['after=x', 'after=-1', 'after=999999999', 'after=1.5', 'types=project.unknown', 'limit=0', 'project=%2F'])(
    'is not answered for ?%s',
    async (query) => {
      const answer = await feed(`?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].pointer).toBe(`/${query.split('=')[0]}`);
    },
  );

  it('proves an event once it is sealed, asks to wait before, and numbers it the same afterwards', async () => {
    // The minute's seal may come between an event and the question for its proof, but not each time.
    let early: Answer | undefined;
    for (let tries = 0; tries < 5 && early?.status !== 404; tries++) {
      await world.done('projects', registration(`待封存项目${tries}`));
      await world.restingEnd();
      early = await world.get(`feed/${(await eventsOf()).at(-1)!.leaf}/proof`);
    }
    expect(early).toMatchObject({ status: 404, body: { title: 'NOT_SEALED' } });
    expect(early!.headers.get('retry-after')).toBe('60');
    const all = await eventsOf();
    const { leaf, id } = all.at(-1)!;
    for (const none of ['0', 'x', '999999999']) expect((await world.get(`feed/${none}/proof`)).status).toBe(404);
    await seal();
    const { body, status } = await world.get(`feed/${leaf}/proof`);
    expect(status).toBe(200);
    expect(JSON.parse(body.bytes as string)).toMatchObject({ id });
    const [hash, root] = [body.hash, body.root].map((each) => Buffer.from(each as string, 'base64'));
    expect(SHA256.leaf(Buffer.from(body.bytes as string)).equals(hash!)).toBe(true);
    const proof = (body.proof as string[]).map((each) => Buffer.from(each, 'base64'));
    const place = { index: Number(leaf), size: body.size as number, leaf: hash!, proof };
    expect(rootFromInclusion(SHA256, place)!.equals(root!)).toBe(true);
    await world.restart();
    expect(await eventsOf()).toEqual(all);
    expect(await eventsOf(`?after=${all[1]!.leaf}`)).toEqual(all.slice(2));
    const own = all.filter(({ subject }) => subject === first);
    expect(await eventsOf(`?project=${first}`)).toEqual(own);
    expect(await eventsOf(`?project=${first}&after=${own[0]!.leaf}&limit=1`)).toEqual([own[1]]);
  }, 60_000);
});

describe('a subscriber', () => {
  it('sees nothing without a grant, then what it names, then nothing again', async () => {
    expect(await feed('', city)).toMatchObject({ status: 403, body: { title: 'NOT_GRANTED' } });
    await world.done('subscribers/city-library/grant-subscription', grant);
    expect(types(await eventsOf('', city))).toEqual([
      'project.registered',
      'project.registered',
      'project.completed',
      'project.registered',
    ]);
    await world.done('subscribers/city-library/grant-subscription', { ...grant, units: ['unit-owner'] });
    expect(types(await eventsOf('', city))).toEqual(['project.completed']);
    const hidden = (await eventsOf(`?project=${second}`))[0]!;
    expect((await world.get(`feed/${hidden.leaf}/proof`, { as: city })).body.title).toBe('NOT_FOUND');
    await world.done('subscribers/city-library/revoke-subscription', { reason: '系统停用' });
    expect((await feed('', city)).status).toBe(403);
  });

  it('grants itself nothing', async () => {
    const answer = await world.post('subscribers/city-library/grant-subscription', grant, { as: city });
    expect(answer.status).toBe(403);
  });
});

describe('a stream', () => {
  async function open(as: Person, headers: Record<string, string> = {}) {
    const ending = new AbortController();
    const authorization = `Bearer ${await world.tokenOf(as)}`;
    const response = await fetch(`${world.url}/api/v1/feed`, {
      headers: { accept: 'text/event-stream', authorization, ...headers },
      signal: ending.signal,
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (wanted: string): Promise<string> => {
      while (!text.includes(wanted)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`ended with ${text}`);
        text += value;
      }
      return text;
    };
    return { status: response.status, until, reader, close: () => ending.abort() };
  }

  it('hands out what is there and what comes, and goes on after the last event that was kept', async () => {
    const office = { role: 'LG_OFFICE', unit: 'unit-office', subject: 'person-office-1' } as const;
    const stream = await open(office);
    await stream.until('taizhang.project.completed.v1');
    await world.done('projects', registration('第三个项目'));
    const text = await stream.until('第三个项目');
    stream.close();
    const last = /id: (\d+)\nevent: taizhang.project.completed/.exec(text)![1]!;
    const resumed = await open(office, { 'last-event-id': last });
    expect(await resumed.until('第三个项目')).not.toContain('project.completed');
    resumed.close();
  }, 30_000);

  it('ends with a word when its grant is revoked', async () => {
    await world.done('subscribers/city-library/grant-subscription', grant);
    const stream = await open(city);
    await stream.until('taizhang.project.completed.v1');
    await world.done('subscribers/city-library/revoke-subscription', { reason: '系统停用' });
    await world.done('projects', registration('撤销之后'));
    expect(await stream.until('event: revoked\ndata: {"title":"NOT_GRANTED"}')).not.toContain('撤销之后');
    expect((await stream.reader.read()).done).toBe(true);
    expect((await feed('', city)).status).toBe(403);
  }, 30_000);

  it.each(['x', '-1', '1.5', '999999999'])(
    'is not begun behind what is no leaf yet: Last-Event-ID %s',
    async (last) => {
      const answer = await world.get('feed', { headers: { accept: 'text/event-stream', 'last-event-id': last } });
      expect(answer).toMatchObject({ status: 400, body: { title: 'INVALID_QUERY', errors: [{ pointer: '/after' }] } });
    },
  );

  it('is one of few of its reader, of whom the next is asked to come again while others are told', async () => {
    const auditor = (subject: string): Person => ({ role: 'AUDITOR', unit: null, subject });
    const all = await Promise.all(Array.from({ length: MOST_STREAMS_OF_ONE }, () => open(auditor('greedy'))));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    const beyond = await world.get('feed', { as: auditor('greedy'), headers: { accept: 'text/event-stream' } });
    expect(beyond).toMatchObject({ status: 503, body: { title: 'FEED_BUSY' } });
    expect(beyond.headers.get('retry-after')).toBe('1');
    const other = await open(auditor('modest'));
    await other.until('taizhang.project.completed.v1');
    for (const each of [...all, other]) each.close();
    // What left has given its places back.
    for (let status = 503; status !== 200;) {
      const again = await open(auditor('greedy'));
      ({ status } = again);
      again.close();
    }
  }, 30_000);
});
