import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from '#libs/embedded/servers';
import {
  type AnyView,
  atOnePosition,
  type Documents,
  type MemoryDocuments,
  type Page,
  type PageQuery,
  type View,
} from '#libs/event-sourcing';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { type Db, MongoClient } from 'mongodb';
import { numberOf, optionOf } from '../run-named.js';
import { DISTRICT, exampleDocuments, showCopies } from './district-copies.js';
import { DASHBOARDS, PAGES, type Question } from './questions.js';
import { below, comparison, figure, inTurns, loadOfMachine } from './report.js';

const BENCH = 'queries';
const PAIRS = 5;
const RUNS = 20;
const PATIENCE = 300;
const DASHBOARD_AIM = 1 / 2;
const PAGE_AIM = 1 / 3;
/** Ten times the projects: more than this is more than the noise of two servers. */
const GROWTH_AIM = 2;

/**
 * Dashboards against one bare `findOne` of a document with all that they read, first pages against one indexed find of
 * as many documents, with few projects and with many.
 */
export async function benchQueries(args: string[]): Promise<boolean> {
  const most = numberOf(args, '--projects', 100_000);
  const asked = optionOf(args, '--only')?.split(';');
  const documents = exampleDocuments(VIEWS);
  const few = await measured(documents, Math.ceil(most / 10 / DISTRICT), asked);
  const many = await measured(documents, Math.ceil(most / DISTRICT), asked);
  const grown = [...many].map(([name, { milliseconds }]) =>
    below(
      BENCH,
      `${name}, growth with ten times the projects`,
      milliseconds / few.get(name)!.milliseconds,
      'times',
      GROWTH_AIM,
    ),
  );
  return [...few.values(), ...many.values()].every(({ met }) => met) && grown.every(Boolean);
}

async function measured(documents: MemoryDocuments, copies: number, asked: readonly string[] | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-queries-'));
  const { MONGODB_URI: mongoUri } = process.env;
  // Nobody asks for the log or the queue.
  const nowhere = { eventStoreUrl: 'esdb://127.0.0.1:1?tls=false', redisUrl: 'redis://127.0.0.1:1' };
  const given = { ...nowhere, ...(mongoUri !== undefined && { mongoUri }) };
  const servers = await startServers({
    data: folder,
    given,
  });
  const mongo = new MongoClient(servers.mongoUri, { writeConcern: { w: 'majority' }, ignoreUndefined: true });
  const db = mongo.db(`bench-${randomUUID()}`);
  try {
    const all = [
      ...Object.entries(DASHBOARDS).map((each) => [...each, DASHBOARD_AIM] as const),
      ...Object.entries(PAGES).map((each) => [...each, PAGE_AIM] as const),
    ].filter(([name]) => asked?.includes(name) ?? true);
    const views = new Set<AnyView>();
    for (const [, question] of all) await question(new Noted(documents, [], views));
    const began = performance.now();
    await showCopies(db, VIEWS, views, documents, copies);
    const seconds = Math.round((performance.now() - began) / 1_000);
    process.stderr.write(`${BENCH}: ${copies * DISTRICT} projects filled in ${seconds} s\n`);
    loadOfMachine(BENCH);
    const found = new Map<string, { milliseconds: number; met: boolean }>();
    for (const [name, question, aim] of all)
      found.set(name, await againstBare(db, `${name} among ${copies * DISTRICT}`, question, aim));
    return found;
  } finally {
    await db.dropDatabase();
    await mongo.close();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function againstBare(db: Db, name: string, question: Question, aim: number) {
  const read: object[] = [];
  await atOnePosition(db, PROJECTION, (documents) => question(new Noted(documents, read, new Set())));
  const whole = aim === DASHBOARD_AIM;
  const bare = db.collection<{ _id: string | number; read: unknown }>(`bare ${name}`);
  await bare.insertMany(whole ? [{ _id: 0, read }] : [...read, {}].map((each, _id) => ({ _id, read: each })));
  const own = () => rateOf(() => atOnePosition(db, PROJECTION, question));
  const other = () =>
    rateOf(() =>
      whole
        ? bare.findOne({ _id: 0 })
        : bare
            .find({ _id: { $gte: 0 } })
            .sort({ _id: 1 })
            .limit(Math.max(1, read.length))
            .toArray(),
    );
  await own();
  const result = await inTurns(`${BENCH}, ${name}`, PAIRS, own, other);
  figure(BENCH, `${name}, documents read`, read.length, 'documents');
  figure(BENCH, name, 1_000 / result.own, 'ms');
  const met = comparison(BENCH, name, result.ratio, whole ? 'a bare findOne' : 'a bare indexed find', aim);
  return { milliseconds: 1_000 / result.own, met };
}

/** How often a second. */
async function rateOf(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let runs = 0;
  while (runs < RUNS && (runs === 0 || performance.now() - began < PATIENCE)) {
    await ask();
    runs++;
  }
  return (runs / (performance.now() - began)) * 1_000;
}

/** Notes what an answer reads, and of which views. */
class Noted implements Documents {
  constructor(
    private readonly documents: Documents,
    private readonly read: object[],
    private readonly views: Set<AnyView>,
  ) {}

  get position() {
    return this.documents.position;
  }

  get waiting() {
    return this.documents.waiting;
  }

  async get<S extends object>(view: View<S>, key: string): Promise<S | null> {
    this.views.add(view);
    const found = await this.documents.get(view, key);
    if (found) this.read.push(found);
    return found;
  }

  async many<S extends object>(view: View<S>, keys: readonly string[]): Promise<Map<string, S>> {
    this.views.add(view);
    const found = await this.documents.many(view, keys);
    this.read.push(...found.values());
    return found;
  }

  async page<S extends object>(view: View<S>, query: PageQuery): Promise<Page<S>> {
    this.views.add(view);
    const found = await this.documents.page(view, query);
    this.read.push(...found.items);
    return found;
  }
}
