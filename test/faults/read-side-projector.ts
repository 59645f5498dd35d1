import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import { EventStore, keepRunning, project } from '#libs/event-sourcing';
import { UPCASTS } from '#libs/domain';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { randomFrom } from '../fixtures/nyc-capital-projects.js';

/** A projector that ends itself at one of its awaits, another one at each start, until the file of calm is there. */
const { EVENTSTORE_URL, MONGODB_URI, MONGODB_DB, CRASHES = '', SEED = '0' } = process.env;
const LATEST_CRASH = 150;

const before = existsSync(CRASHES) ? readFileSync(CRASHES, 'utf8').split('\n').length : 0;
const random = randomFrom(Number(SEED) + before);
random();
// Half of them anywhere; the others mostly early, where a holder takes over and builds.
const place = before % 2 === 0 ? LATEST_CRASH * random() : LATEST_CRASH ** random();
const crashAt = existsSync(`${CRASHES}.calm`) ? Infinity : Math.ceil(place);

let awaits = 0;
function passing(place: string): void {
  if (++awaits !== crashAt) return;
  appendFileSync(CRASHES, `${place}\n`);
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
const under = new Map<number, string>();
client.on('commandStarted', ({ requestId, commandName, command }) => {
  const place = `${commandName} ${kindOf((command as Record<string, unknown>)[commandName])}`;
  under.set(requestId, place);
  passing(`ahead of ${place}`);
});
client.on('commandSucceeded', ({ requestId }) => {
  const place = under.get(requestId)!;
  under.delete(requestId);
  passing(`after ${place}`);
});

const store = new EventStore(EVENTSTORE_URL!, UPCASTS);
const delivered = store.delivered.bind(store);
store.delivered = (resolved) => {
  passing('at an event');
  return delivered(resolved);
};

const settings = { db: client.db(MONGODB_DB), store, name: PROJECTION, views: VIEWS };
keepRunning(
  (signal) => project({ ...settings, owner: `projector:${process.pid}` }, signal),
  (reason, error) => process.stderr.write(`${reason} ${error.message}\n`),
);
