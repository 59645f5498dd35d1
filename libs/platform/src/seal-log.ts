import { whileHolding } from '#libs/event-sourcing';
import { makeKey, openKey, seal } from '#libs/ledger';
import type { TreeHead } from '#libs/verifier';
import { readOrMake } from './key-file.js';
import type { Runtime } from './runtime.js';

/** Name of the lease of whoever seals, held for as long as one seal takes. */
const SEALS = 'seals';

/**
 * Seals what the log has by now, one process at a time; undefined if it was aborted before its turn.
 * Throws `LogAltered` where the log no longer says what was sealed.
 */
export const sealLog = (runtime: Runtime, signal: AbortSignal): Promise<TreeHead | undefined> =>
  whileSealed(runtime, signal, () => Promise.resolve());

/** The same, and then works while nobody else seals. */
export async function whileSealed(
  { db, store, ledger, config, owner }: Runtime,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<TreeHead | undefined> {
  let sealed: TreeHead | undefined;
  await whileHolding(db, SEALS, owner, signal, async (held) => {
    const { key: file, algorithm } = config.ledger;
    const key = openKey(await readOrMake(file, () => makeKey(algorithm)));
    sealed = await seal({ store: store.asWritten(), ledger, key, mayStill: (position) => held.advance(position) });
    await work();
  });
  return sealed;
}
