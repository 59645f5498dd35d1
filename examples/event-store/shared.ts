import { EventStoreDBClient } from '@eventstore/db-client';
import { after, keep, load } from '../kept.js';

/**
 * Takes its share of the events of a persistent subscription, whose place the server keeps. The server hands out an
 * event again where it did not hear that it was taken, so the ids of those that were are kept with their effect.
 *
 *     EVENTSTORE_URL=esdb://subscribers:… node shared.js FILE GROUP
 */
const [file, group] = process.argv.slice(2) as [string, string];
const client = EventStoreDBClient.connectionString(process.env.EVENTSTORE_URL!);
let kept = load(file);
const subscription = client.subscribeToPersistentSubscriptionToStream('$ce-public', group);
for await (const handed of subscription) {
  const { event } = handed;
  if (event && !kept.taken.includes(event.id)) {
    kept = { ...after(kept, event.type, event.data as object), taken: [...kept.taken, event.id] };
    keep(file, kept);
  }
  await subscription.ack(handed);
}
