import type { EventStore, Recorded } from '#libs/event-sourcing';
import { type BundleHeader, FORMAT, Malformed, parseCheckpoint } from '#libs/verifier';
import { leafBytes } from './leaf.js';
import type { Ledger } from './ledger.js';

/** Sealed events of a few streams, in the order of their leaves. */
export interface Evidence {
  readonly checkpoint: string;
  readonly publicKey: string;
  readonly events: readonly { readonly leaf: number; readonly event: Recorded }[];
}

/** All that is sealed of these streams. Throws `Malformed` if nothing was ever sealed. */
export async function gatherEvidence(
  ledger: Ledger,
  store: Pick<EventStore, 'read'>,
  streams: readonly string[],
): Promise<Evidence> {
  const [checkpoint, publicKey] = [await ledger.checkpoint(), await ledger.publicKey()];
  if (!checkpoint || publicKey === undefined) throw new Malformed('nothing was sealed yet');
  const { text, signatures } = checkpoint.note;
  const events: { leaf: number; event: Recorded }[] = [];
  for (const stream of streams)
    for await (const event of store.read(stream)) {
      const leaf = await ledger.leafAt(event.position, checkpoint.size);
      if (leaf === undefined) break;
      events.push({ leaf, event });
    }
  events.sort((a, b) => a.leaf - b.leaf);
  return { checkpoint: `${text}\n${signatures.map(({ line }) => line).join('\n')}\n`, publicKey, events };
}

/** The lines of a bundle: what is told of it, then each event with its proof (libs/verifier/README.md). */
export async function* bundleLines(
  ledger: Ledger,
  { checkpoint, publicKey, events }: Evidence,
  told: object,
): AsyncGenerator<string> {
  const { size } = parseCheckpoint(checkpoint);
  const streams = Object.fromEntries(events.map(({ event }) => [event.stream, event.revision]));
  const header: BundleHeader = { format: FORMAT, publicKey, checkpoint, events: events.length, streams };
  yield `${JSON.stringify({ ...header, ...told })}\n`;
  for (const { leaf, event } of events) {
    const proof = (await ledger.tree.inclusion(leaf, size)).map((hash) => hash.toString('base64'));
    yield `${leaf}\t${proof.join(',')}\t${leafBytes(event).toString()}\n`;
  }
}
