import { EventStoreDBClient, START } from '@eventstore/db-client';
import { after, keep, load } from '../kept.js';

/**
 * Follows every public event, each with its effect once. It ends when the connection does; whoever supervises it starts
 * it again, and it goes on where it stopped.
 *
 *     EVENTSTORE_URL=esdb://subscribers:… node catch-up.js FILE
 */
const file = process.argv[2]!;
const client = EventStoreDBClient.connectionString(process.env.EVENTSTORE_URL!);
let kept = load(file);
const fromRevision = kept.place === null ? START : BigInt(kept.place);
for await (const { event, link } of client.subscribeToStream('$ce-public', { fromRevision, resolveLinkTos: true })) {
  if (!event || !link) continue;
  kept = { ...after(kept, event.type, event.data as object), place: String(link.revision) };
  keep(file, kept);
}
