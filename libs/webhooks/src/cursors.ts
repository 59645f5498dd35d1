import { AT_REST, AWAKE, type Endpoint, type Lane, type Lanes } from './lanes.js';

/** Where a webhook stands, or one of its lanes; numbers of leaves and revisions, which a restored log has as well. */
export type Cursor =
  | ({ readonly of: 'webhook' } & Pick<Endpoint, '_id' | 'subscriber' | 'begun' | 'spread'>)
  | ({ readonly of: 'lane' } & Pick<Lane, '_id' | 'webhook' | 'stream' | 'leaf' | 'revision' | 'known'>);

/** Each webhook ahead of its lanes: what is spread meanwhile stands in a lane sooner than it counts as spread. */
export async function* cursorsOf({ endpoints, lanes }: Lanes): AsyncGenerator<Cursor> {
  for (const { _id, subscriber, begun, spread, isCleared } of await endpoints.find().toArray()) {
    // One that is just told to begin elsewhere begins there by the log.
    if (!isCleared) continue;
    yield { of: 'webhook', _id, subscriber, begun, spread };
    for await (const { _id: lane, webhook, stream, leaf, revision, known } of lanes.find({ webhook: _id }))
      yield { of: 'lane', _id: lane, webhook, stream, leaf, revision, known };
  }
}

/** Lets deliveries go on from there, in a database that knows of none. */
export async function enterCursors({ endpoints, lanes }: Lanes, cursors: readonly Cursor[]): Promise<void> {
  for (const cursor of cursors)
    if (cursor.of === 'webhook') {
      const { of: _, ...stood } = cursor;
      await endpoints.insertOne({ ...stood, ...AWAKE, run: 1, isCleared: true });
    } else {
      const { of: _, ...stood } = cursor;
      const work = stood.known > stood.leaf && { pending: stood.webhook, due: new Date() };
      await lanes.insertOne({ ...stood, ...AT_REST, ...work, fence: 0, outcome: null });
    }
}
