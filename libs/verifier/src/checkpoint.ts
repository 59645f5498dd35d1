import { HASH_BYTES, type HashName } from './hash.js';
import type { TreeHead } from './merkle.js';
import { bytesOf, isSignedBy, Malformed, type Note, parseNote, type VerifierKey } from './note.js';

/** A tree's size and root under a signature (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Names the ledger. */
  readonly origin: string;
  /** Of both trees. */
  readonly hash: HashName;
  /** The tree of heads, by which a stream is shown to end; there is none in seals of earlier releases. */
  readonly streams?: TreeHead;
  readonly note: Note;
}

/** What is signed of a tree and of its tree of heads. Extension lines tell the latter, and a hash other than SHA-256. */
export function checkpointText(origin: string, { size, root }: TreeHead, streams: TreeHead, hash: HashName): string {
  const lines = [origin, size, root.toString('base64'), `streams ${streams.size} ${streams.root.toString('base64')}`];
  return [...lines, ...(hash === 'sha256' ? [] : [`hash ${hash}`]), ''].join('\n');
}

/** Throws `Malformed`. Says nothing about who signed it. */
export function parseCheckpoint(text: string): Checkpoint {
  const note = parseNote(text);
  const [origin = '', size = '', root = '', ...extensions] = note.text.split('\n');
  const head = headOf(size, root);
  if (origin === '' || !head) throw new Malformed('this is no checkpoint');
  const heads = extensions.filter((line) => line.startsWith('streams ')).map((line) => line.split(' ').slice(1));
  const streams = heads.map(([count = '', top = '', ...more]) => (more.length === 0 ? headOf(count, top) : undefined));
  if (streams.length > 1 || streams.includes(undefined)) throw new Malformed('the checkpoint’s streams are no tree');
  const named = extensions.find((line) => line.startsWith('hash '));
  if (named !== undefined && named !== 'hash sm3') throw new Malformed(`the checkpoint has an unknown ${named}`);
  return { origin, ...head, hash: named ? 'sm3' : 'sha256', ...(streams[0] && { streams: streams[0] }), note };
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
  if (checkpoint.hash !== key.hash)
    throw new Malformed(`the checkpoint is over ${checkpoint.hash}, the key is of a ledger over ${key.hash}`);
  if (!isSignedBy(checkpoint.note, key)) throw new Malformed(`the checkpoint is not signed by the key of ${key.name}`);
  return checkpoint;
}
