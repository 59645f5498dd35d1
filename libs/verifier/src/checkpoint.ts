import { HASH_BYTES } from './hash.js';
import type { TreeHead } from './merkle.js';
import { bytesOf, isSignedBy, Malformed, type Note, parseNote, type VerifierKey } from './note.js';

/** A tree's size and root under a signature (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Names the ledger. */
  readonly origin: string;
  /** The tree of heads, by which a stream is shown to end; there is none in seals of earlier releases. */
  readonly streams?: TreeHead;
  readonly note: Note;
}

/** What is signed of a tree and of its tree of heads; the latter is an extension line, which others pass over. */
export const checkpointText = (origin: string, { size, root }: TreeHead, streams: TreeHead): string =>
  `${origin}\n${size}\n${root.toString('base64')}\nstreams ${streams.size} ${streams.root.toString('base64')}\n`;

/** Throws `Malformed`. Says nothing about who signed it. */
export function parseCheckpoint(text: string): Checkpoint {
  const note = parseNote(text);
  const [origin = '', size = '', root = '', ...extensions] = note.text.split('\n');
  const head = headOf(size, root);
  if (origin === '' || !head) throw new Malformed('this is no checkpoint');
  const heads = extensions.filter((line) => line.startsWith('streams ')).map((line) => line.split(' ').slice(1));
  const streams = heads.map(([count = '', top = '', ...more]) => (more.length === 0 ? headOf(count, top) : undefined));
  if (streams.length > 1 || streams.includes(undefined)) throw new Malformed('the checkpoint’s streams are no tree');
  return { origin, ...head, ...(streams[0] && { streams: streams[0] }), note };
}

function headOf(sizeText: string, rootText: string): TreeHead | undefined {
  const [size, root] = [Number(sizeText), bytesOf(rootText)];
  const isSize = /^(0|[1-9]\d{0,15})$/.test(sizeText) && Number.isSafeInteger(size);
  return isSize && root?.length === HASH_BYTES ? { size, root } : undefined;
}

/** A checkpoint that this key has signed. Throws `Malformed`, also for a signature that does not hold. */
export function openCheckpoint(text: string, key: VerifierKey): Checkpoint {
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== key.name)
    throw new Malformed(`the checkpoint is of ${checkpoint.origin}, the key of ${key.name}`);
  if (!isSignedBy(checkpoint.note, key)) throw new Malformed(`the checkpoint is not signed by the key of ${key.name}`);
  return checkpoint;
}
