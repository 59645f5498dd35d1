import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import { EventStore, keepRunning, project } from '#libs/event-sourcing';
import { UPCASTS } from '#libs/domain';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { randomFrom } from '../fixtures/nyc-capital-projects.js';
import { poisoned } from './read-side-poison.js';

/**
 * A projector that ends itself at one of its awaits until the file of calm is there. In turns that is the first kind of
 * await at which none of the run has ended yet, the first such move of the checkpoint, and a random one.
 */
const { EVENTSTORE_URL, MONGODB_URI, MONGODB_DB, CRASHES = '', KNOWN = '', OTHER_RELEASE, SEED = '0' } = process.env;
const { POISONED } = process.env;
const LATEST_CRASH = 150;

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []);
const before = linesOf(CRASHES).length;
const known = new Set(linesOf(KNOWN));
const random = randomFrom(Number(SEED) + before);
random();
/** Once all moves of the checkpoint are known, one is as good as another. */
const MOVES_PASSED = 10;
// Those that end anywhere do so in turns mostly early, where a holder takes over and builds.
const crashAt = Math.ceil(before % 4 === 1 ? LATEST_CRASH * random() : LATEST_CRASH ** random());
const isCalm = existsSync(`${CRASHES}.calm`);

let awaits = 0;
function isDue(place: string): boolean {
  if (before % 2 === 1) return ++awaits === crashAt;
  if (before % 4 === 0) return !known.has(place);
  return place.includes(' update checkpoints ') && (!known.has(place) || random() < 1 / MOVES_PASSED);
}

function passing(place: string): void {
  if (isCalm || !isDue(place)) return;
  appendFileSync(CRASHES, `${place}\n`);
  appendFileSync(KNOWN, `${place}\n`);
  process.kill(process.pid, 'SIGKILL');
}

const client = new MongoClient(MONGODB_URI!, {
  writeConcern: { w: 'majority' },
  ignoreUndefined: true,
  serverSelectionTimeoutMS: 5_000,
  monitorCommands: true,
});
/** Collections of views are named after view, version and attempt. */
const kindOf = (collection: unknown): string =>
  typeof collection === 'string' ? collection.replace(/-v\d+-[0-9a-f]{8}/, '') : '';
/** What a write of the checkpoint moves tells announcing, finishing, showing, a month's begin and renewal apart. */
const setBy = ({ update, updates }: { update?: unknown; updates?: { u: { $set?: object } }[] }): string[] =>
  update === 'checkpoints' ? Object.keys(updates?.[0]?.u.$set ?? {}).filter((field) => field !== 'expiresAt') : [];
const under = new Map<number, string>();
client.on('commandStarted', ({ requestId, commandName, command }) => {
  const place = [commandName, kindOf((command as Record<string, unknown>)[commandName]), ...setBy(command)].join(' ');
  under.set(requestId, place);
  passing(`ahead of ${place}`);
});
client.on('commandSucceeded', ({ requestId }) => {
  const place = under.get(requestId)!;
  under.delete(requestId);
  passing(`after ${place}`);
});

const store = new EventStore(EVENTSTORE_URL!, UPCASTS);
const [delivered, readAll, end] = [store.delivered.bind(store), store.readAll.bind(store), store.end.bind(store)];
store.delivered = (resolved) => {
  passing('at an event of the log');
  return delivered(resolved);
};
store.readAll = async function* (after, prefix) {
  passing('ahead of a pass over the log');
  for await (const event of readAll(after, prefix)) {
    passing('at an event of a pass over the log');
    yield event;
  }
  passing('after a pass over the log');
};
store.end = async (prefix) => {
  passing('ahead of the end of the log');
  const position = await end(prefix);
  passing('after the end of the log');
  return position;
};

/** In turns another release, whose version of these views is built, shown and retired again and again. */
const CHANGED = ['funding', 'ledgers', 'project-names'];
const released = VIEWS.map((view) =>
  OTHER_RELEASE === 'true' && !isCalm && CHANGED.includes(view.name) ? { ...view, version: view.version + 1 } : view,
);
/** Until the file of the cure is there, some events and documents are more than the code can take. */
const views = POISONED === 'true' && !existsSync(`${CRASHES}.cured`) ? released.map(poisoned) : released;
const settings = { db: client.db(MONGODB_DB), store, name: PROJECTION, views };
keepRunning(
  (signal) => project({ ...settings, owner: `projector:${process.pid}` }, signal),
  (reason, error) => process.stderr.write(`${reason} ${error.message}\n`),
);
