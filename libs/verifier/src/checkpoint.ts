import { HASH_BYTES } from './hash.js';
import type { TreeHead } from './merkle.js';
import { bytesOf, isSignedBy, Malformed, type Note, parseNote, type VerifierKey } from './note.js';

/** A tree's size and root under a signature (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Names the ledger. */
  readonly origin: string;
  readonly note: Note;
}

export const checkpointText = (origin: string, { size, root }: TreeHead): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Throws `Malformed`. Says nothing about who signed it. */
export function parseCheckpoint(text: string): Checkpoint {
  const note = parseNote(text);
  const [origin = '', sizeText = '', rootText = ''] = note.text.split('\n');
  const [size, root] = [Number(sizeText), bytesOf(rootText)];
  if (
    origin === '' ||
    !/^(0|[1-9]\d{0,15})$/.test(sizeText) ||
    !Number.isSafeInteger(size) ||
    root?.length !== HASH_BYTES
  )
    throw new Malformed('this is no checkpoint');
  return { origin, size, root, note };
}

/** A checkpoint that this key has signed. Throws `Malformed`, also for a signature that does not hold. */
export function openCheckpoint(text: string, key: VerifierKey): Checkpoint {
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== key.name)
    throw new Malformed(`the checkpoint is of ${checkpoint.origin}, the key of ${key.name}`);
  if (!isSignedBy(checkpoint.note, key)) throw new Malformed(`the checkpoint is not signed by the key of ${key.name}`);
  return checkpoint;
}
