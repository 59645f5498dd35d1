import { isDeepStrictEqual } from 'node:util';
import type { Db } from 'mongodb';
import {
  continuity,
  type Envelope,
  type EventStore,
  MemoryDocuments,
  type Outcome,
  readCheckpoint,
  type Recorded,
} from '#libs/event-sourcing';
import { PROJECTION, VIEWS } from '#libs/read-models';

function must(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

interface Acknowledged extends Outcome {
  readonly stream: string;
  readonly commandId: string;
  /** Whether the stream moved on with it; a command that is already done leaves no event. */
  readonly moved: boolean;
}

/** What was acknowledged, held against the log. One sender a stream: its commands come one after another. */
export class CommandLedger {
  private readonly acknowledged: Acknowledged[] = [];
  private readonly revisions = new Map<string, number>();

  get count(): number {
    return this.acknowledged.length;
  }

  /** Sends a command and remembers the answer. */
  recording(handle: (envelope: Envelope) => Promise<Outcome>): (envelope: Envelope) => Promise<Outcome> {
    return async (envelope) => {
      const outcome = await handle(envelope);
      const { stream, commandId } = envelope;
      const moved = outcome.revision > (this.revisions.get(stream) ?? -1);
      this.acknowledged.push({ ...outcome, stream, commandId, moved });
      this.revisions.set(stream, outcome.revision);
      return outcome;
    };
  }

  /** Throws unless each acknowledged command is in the log once, where the answer said, and the log itself is whole. */
  async compare(store: EventStore): Promise<number> {
    const streams = new Map<string, Recorded[]>();
    const ids = new Set<string>();
    const commands = new Map<string, { stream: string; last: number; ended: boolean }>();
    let before = -1;
    for await (const event of store.readAll()) {
      const { id, stream, revision, position, metadata } = event;
      const place = `${stream} at revision ${revision}`;
      must(!ids.has(id), `${place}: event ${id} is there twice`);
      must(position > before, `${place}: its position is not behind the one before`);
      const events = streams.get(stream) ?? [];
      must(revision === events.length, `${place}: revision ${events.length} was expected`);
      const command = commands.get(metadata.commandId);
      must(
        !command || (command.stream === stream && command.last === revision - 1 && !command.ended),
        `${place}: command ${metadata.commandId} has events in two appends`,
      );
      commands.set(metadata.commandId, { stream, last: revision, ended: metadata.last === true });
      streams.set(stream, [...events, event]);
      ids.add(id);
      before = position;
    }
    for (const { stream, commandId, revision, position, moved } of this.acknowledged) {
      const event = streams.get(stream)?.[revision];
      must(event?.position === position, `${stream}: what was acknowledged at revision ${revision} is lost`);
      if (moved)
        must(event.metadata.commandId === commandId, `${stream}: command ${commandId} was acknowledged in vain`);
      else must(commands.get(commandId)?.last !== revision + 1, `${stream}: command ${commandId} was done twice`);
    }
    return ids.size;
  }
}

/** Throws unless every document that readers see is what a replay of the log makes; how many there are. */
export async function compareWithReplay(db: Db, store: EventStore): Promise<number> {
  const checkpoint = await readCheckpoint(db, PROJECTION);
  must(checkpoint !== null, 'there is no checkpoint');
  const views = [continuity, ...VIEWS];
  const memory = new MemoryDocuments(views);
  for await (const event of store.readAll()) {
    if (event.position > checkpoint.position) break;
    memory.apply(event);
  }
  let documents = 0;
  for (const view of views) {
    const active = checkpoint.active[view.name];
    must(active?.version === view.version, `${view.name} is not kept in version ${view.version}`);
    const expected = memory.all(view);
    const stored = await db
      .collection<{ _id: string; state: object | null }>(active.collection)
      .find({ state: { $ne: null } })
      .toArray();
    for (const { _id, state } of stored) {
      const replayed = expected.get(_id);
      must(replayed !== undefined, `${view.name}: a replay makes no document ${_id}`);
      // What the log cannot hold, such as undefined, is no difference.
      must(
        isDeepStrictEqual(JSON.parse(JSON.stringify(state)), JSON.parse(JSON.stringify(replayed))),
        `${view.name}: document ${_id} is not what a replay makes`,
      );
    }
    must(stored.length === expected.size, `${view.name}: ${stored.length} documents, a replay makes ${expected.size}`);
    documents += stored.length;
  }
  return documents;
}
