import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSignedBy, Malformed, parseKey, parseNote } from '#libs/verifier';
import { readIfThere, writeDurably } from './durable.js';
import type { Ledger } from './ledger.js';

/**
 * Adds a witness's signature line to the checkpoint in force. The file `witnesses` names the keys that count, one a line.
 * Throws `Malformed` for any other signature, also for one of an earlier checkpoint.
 */
export async function cosign(ledger: Ledger, line: string): Promise<void> {
  const checkpoint = await ledger.checkpoint();
  if (!checkpoint) throw new Malformed('there is no checkpoint yet');
  const { text } = checkpoint.note;
  const note = parseNote(`${text}\n${line.trim()}\n`);
  const known = ((await readIfThere(join(ledger.folder, 'witnesses')))?.toString() ?? '').split('\n').filter(Boolean);
  const key = known.map(parseKey).find((each) => isSignedBy(note, each));
  if (!key || note.signatures.length !== 1) throw new Malformed('no known witness has signed this checkpoint so');
  const keyId = key.keyId.toString(16).padStart(8, '0');
  await writeDurably(join(folderOf(ledger, checkpoint.size), keyId), note.signatures[0]!.line);
}

/** The checkpoint in force with all signatures below it, or undefined before the first seal. */
export async function cosignedCheckpoint(ledger: Ledger): Promise<string | undefined> {
  const checkpoint = await ledger.checkpoint();
  if (!checkpoint) return undefined;
  const { text, signatures } = checkpoint.note;
  const folder = folderOf(ledger, checkpoint.size);
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{8}$/.test(name)).sort();
  const added = await Promise.all(names.map(async (name) => (await readIfThere(join(folder, name)))!.toString()));
  return `${text}\n${[...signatures.map(({ line }) => line), ...added].join('\n')}\n`;
}

/** Apart from the checkpoint, so that a late witness never puts an earlier one in place of a later. */
const folderOf = (ledger: Ledger, size: number): string => join(ledger.folder, 'cosignatures', String(size));
