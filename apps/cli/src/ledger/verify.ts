import { existsSync } from 'node:fs';
import { BEFORE_ALL } from '#libs/event-sourcing';
import { isSealed, Ledger, leafBytes, verifyLog } from '#libs/ledger';
import { readConfig, type Runtime } from '#libs/platform';
import { chunksOf, ENDS_UNKNOWN, figureLine, openCheckpoint, parseKey, textOf } from '#libs/verifier';
import { answer, Refused } from '../terminal.js';
import { withRuntime } from '../with-runtime.js';
import { checkBundle } from './bundle.js';

/** The key that counts: from an argument or the file that it names, else the ledger's own, which proves less. */
async function keyOf(ledger: Ledger, given: string | undefined): Promise<string> {
  const key = given === undefined ? await ledger.publicKey() : existsSync(given) ? textOf(given) : given;
  if (key === undefined) throw new Refused('nothing was sealed yet');
  return key;
}

/** Every event of the log against tiles and checkpoints. Throws `Refused` with the first wrong thing. */
export const verifySealedLog = (files: readonly string[], givenKey: string | undefined, json: boolean): Promise<void> =>
  withRuntime(async ({ store, ledger }) => {
    const key = parseKey(await keyOf(ledger, givenKey));
    const own = await ledger.checkpoint();
    const texts = [...(own ? [own.note] : []).map(noteText), ...files.map(textOf)];
    const checkpoints = texts.map((text) => openCheckpoint(text, key));
    const verdict = await verifyLog(leavesOf(store), ledger, checkpoints);
    const sizes = checkpoints.map(({ size }) => size);
    answer(json, { ...verdict, checkpoints: sizes }, [
      `${verdict.leaves} events held against checkpoints of ${sizes.join(', ')}`,
    ]);
    if (verdict.wrong) throw new Refused(verdict.wrong.what);
  });

export const noteText = ({ text, signatures }: { text: string; signatures: readonly { line: string }[] }): string =>
  `${text}\n${signatures.map(({ line }) => line).join('\n')}\n`;

export async function* leavesOf(store: Runtime['store']): AsyncGenerator<Buffer> {
  for await (const event of store.asWritten().readAll(BEFORE_ALL)) if (isSealed(event)) yield leafBytes(event);
}

/** A bundle's proofs, and then its result from its events. Throws `Refused` with the first wrong thing. */
export async function verifyEvidence(
  file: string,
  files: readonly string[],
  givenKey: string | undefined,
  json: boolean,
) {
  const { ledger } = readConfig(process.env, { startsServers: true });
  const key = await keyOf(new Ledger(ledger.folder), givenKey);
  // A bad key is no fault of the bundle's first line.
  parseKey(key);
  if (files.length > 1) throw new Refused('a bundle is held against one checkpoint');
  const checkpoint = files[0] === undefined ? {} : { checkpoint: textOf(files[0]) };
  const { verdict, recomputed, code } = await checkBundle(await chunksOf(file), { key, ...checkpoint });
  answer(json, { ...verdict, recomputed }, [
    ...(verdict.size > 0 ? [`${verdict.events} events sound under a checkpoint of ${verdict.size} leaves`] : []),
    ...(verdict.sound && !verdict.endsShown ? [ENDS_UNKNOWN] : []),
    ...(verdict.figure ? [figureLine(verdict.figure)] : []),
  ]);
  if (verdict.wrong) throw new Refused(`line ${verdict.wrong.line}: ${verdict.wrong.what}`);
  if (!recomputed)
    throw new Refused(`the proofs hold, but this release gives another result than release ${code} told`);
}
