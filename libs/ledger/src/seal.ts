import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BEFORE_ALL, type EventStore, type Position, type Recorded } from '#libs/event-sourcing';
import { type Checkpoint, checkpointText, Malformed, type TreeHead } from '#libs/verifier';
import { Heads } from './heads.js';
import type { SigningKey } from './key.js';
import { isSealed, leafBytes } from './leaf.js';
import type { Ledger } from './ledger.js';

/** The log no longer says what was sealed of it: nothing more is sealed on top. */
export class LogAltered extends Error {}

export interface Sealing {
  /** Gives events as they were written. */
  readonly store: Pick<EventStore, 'readAll'>;
  readonly ledger: Ledger;
  readonly key: SigningKey;
  /** Asked before each checkpoint; throws if somebody else seals by now. */
  mayStill?(position: Position): Promise<void>;
}

/** Leaves between two checkpoints at most, so that a long log is sealed in steps of bounded memory. */
const STEP = 65_536;

/**
 * Seals what the log has beyond the last checkpoint. A kill at any point leaves the last checkpoint and all that it
 * needs; the next seal begins behind it. Throws `LogAltered`, and
 * `Malformed` where key and ledger are of two algorithms.
 */
export async function seal(sealing: Sealing): Promise<TreeHead> {
  const { ledger, store, key } = sealing;
  if (key.hash !== ledger.tree.hash.name)
    throw new Malformed(`the key signs ledgers over ${key.hash}, this one is over ${ledger.tree.hash.name}`);
  const before = await ledger.checkpoint();
  let { size, root }: TreeHead = before ?? { size: 0, root: ledger.tree.hash.empty };
  if ((await ledger.publicKey()) !== key.publicKey) await ledger.writePublicKey(key.publicKey);
  if (size > 0 && (await ledger.positionOf(size - 1, size)) === undefined) await renumber(sealing, size);
  const heads = before ? ((await ledger.heads(before)) ?? (await reread(sealing, before))) : new Heads();
  const leaves: Buffer[] = [];
  const positions: Position[] = [];

  const step = async (): Promise<void> => {
    await ledger.tree.append(size, leaves);
    await ledger.appendPositions(size, positions);
    size += leaves.length;
    root = await ledger.tree.root(size);
    await ledger.writeHeads(size, heads);
    await sealing.mayStill?.(positions.at(-1)!);
    const text = checkpointText(key.name, { size, root }, heads.top(ledger.tree.hash), key.hash);
    await ledger.writeCheckpoint(`${text}\n${key.sign(text)}\n`);
    await ledger.keepHeads(size);
    leaves.length = positions.length = 0;
  };

  // The last sealed event is read once more, and must be the same.
  const after = size > 1 ? (await ledger.positionOf(size - 2, size))! : BEFORE_ALL;
  let toCheck = size > 0;
  for await (const event of store.readAll(after)) {
    if (!isSealed(event)) continue;
    const leaf = ledger.tree.hash.leaf(leafBytes(event));
    if (toCheck) {
      await mustBeSealed(sealing, event, leaf, size - 1, size);
      toCheck = false;
      continue;
    }
    leaves.push(leaf);
    heads.see(event);
    positions.push(event.position);
    if (leaves.length === STEP) await step();
  }
  if (toCheck) throw new LogAltered(`the log ends before leaf ${size - 1}, which was sealed`);
  if (leaves.length > 0) await step();
  return { size, root };
}

async function mustBeSealed({ ledger }: Sealing, event: Recorded, leaf: Buffer, index: number, size: number) {
  if (!leaf.equals(await ledger.tree.leaf(index, size)))
    throw new LogAltered(`${event.stream} revision ${event.revision} is not what was sealed as leaf ${index}`);
}

/** A log that moved to another cluster has other positions and the same leaves: the map is made anew. */
async function renumber(sealing: Sealing, size: number): Promise<void> {
  const { ledger } = sealing;
  await rm(join(ledger.folder, 'position'), { recursive: true, force: true });
  let leaf = 0;
  let positions: Position[] = [];
  for await (const event of sealedEvents(sealing, size)) {
    leaf++;
    positions.push(event.position);
    if (leaf < size && positions.length < STEP) continue;
    await ledger.appendPositions(leaf - positions.length, positions);
    positions = [];
  }
}

/** Seals of earlier releases kept no heads: they are made from what was sealed. */
async function reread(sealing: Sealing, { size, streams }: Checkpoint): Promise<Heads> {
  const { ledger } = sealing;
  const heads = new Heads();
  for await (const event of sealedEvents(sealing, size)) heads.see(event);
  if (streams && !heads.top(ledger.tree.hash).root.equals(streams.root))
    throw new LogAltered(`the checkpoint of ${size} leaves has other last revisions than the log`);
  await ledger.writeHeads(size, heads);
  return heads;
}

/** The first events of the log, each held against its leaf. */
async function* sealedEvents(sealing: Sealing, size: number): AsyncGenerator<Recorded> {
  const { ledger, store } = sealing;
  let leaf = 0;
  for await (const event of store.readAll()) {
    if (leaf === size) return;
    if (!isSealed(event)) continue;
    await mustBeSealed(sealing, event, ledger.tree.hash.leaf(leafBytes(event)), leaf++, size);
    yield event;
  }
  if (leaf < size) throw new LogAltered(`the log ends before leaf ${leaf}, which was sealed`);
}
