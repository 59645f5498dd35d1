import { MongoClient } from 'mongodb';
import { EventStore, project } from '#libs/event-sourcing';
import { UPCASTS } from '#libs/domain';
import { PROJECTION, VIEWS } from '#libs/read-models';

/** A projector that counts the documents it writes, and says how many when it is told to end. */
const { EVENTSTORE_URL, MONGODB_URI, MONGODB_DB } = process.env;
const client = new MongoClient(MONGODB_URI!, {
  writeConcern: { w: 'majority' },
  ignoreUndefined: true,
  monitorCommands: true,
});
let documents = 0;
client.on('commandStarted', ({ commandName, command }) => {
  if (commandName === 'update' && command.update !== 'checkpoints') documents += (command.updates as unknown[]).length;
});
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
const store = new EventStore(EVENTSTORE_URL!, UPCASTS);
const settings = { db: client.db(MONGODB_DB), store, name: PROJECTION, views: VIEWS, owner: `live:${process.pid}` };
await project(settings, stop.signal);
process.stdout.write(`${JSON.stringify({ documents })}\n`);
process.exit(0);
