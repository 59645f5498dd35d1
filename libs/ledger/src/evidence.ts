import type { EventStore, Recorded } from '#libs/event-sourcing';
import { type BundleHeader, FORMAT, Malformed, parseCheckpoint } from '#libs/verifier';
import type { HeadProof } from './heads.js';
import { leafBytes } from './leaf.js';
import type { Ledger } from './ledger.js';

/** Sealed events of a few streams, in the order of their leaves. */
export interface Evidence {
  readonly checkpoint: string;
  readonly publicKey: string;
  readonly events: readonly { readonly leaf: number; readonly event: Recorded }[];
  /** That each stream ends there; undefined under a checkpoint of an earlier release. */
  readonly ends?: ReadonlyMap<string, HeadProof>;
}

/** All that is sealed of these streams. Throws `Malformed` if nothing was ever sealed. */
export async function gatherEvidence(
  ledger: Ledger,
  store: Pick<EventStore, 'read'>,
  streams: readonly string[],
): Promise<Evidence> {
  const [sealed, publicKey] = [await lastSealed(ledger), await ledger.publicKey()];
  if (!sealed || publicKey === undefined) throw new Malformed('nothing was sealed yet');
  const { checkpoint, heads } = sealed;
  const { text, signatures } = checkpoint.note;
  const events: { leaf: number; event: Recorded }[] = [];
  for (const stream of streams)
    for await (const event of store.read(stream)) {
      const leaf = await ledger.leafAt(event.position, checkpoint.size);
      if (leaf === undefined) break;
      events.push({ leaf, event });
    }
  events.sort((a, b) => a.leaf - b.leaf);
  return {
    checkpoint: `${text}\n${signatures.map(({ line }) => line).join('\n')}\n`,
    ...{ publicKey, events },
    ...(heads && { ends: heads.proofsOf(ledger.tree.hash, streams) }),
  };
}

/** The checkpoint with its heads, which the next seal takes away. */
async function lastSealed(ledger: Ledger) {
  for (let checkpoint = await ledger.checkpoint(), tried = -1; checkpoint; checkpoint = await ledger.checkpoint()) {
    const heads = await ledger.heads(checkpoint);
    if (heads || !checkpoint.streams) return { checkpoint, heads };
    if (checkpoint.size === tried) throw new Malformed(`heads/${tried} is damaged or missing until the next seal`);
    tried = checkpoint.size;
  }
  return undefined;
}

/** The lines of a bundle: what is told of it, then each event with its proof (libs/verifier/README.md). */
export async function* bundleLines(
  ledger: Ledger,
  { checkpoint, publicKey, events, ends }: Evidence,
  told: object,
): AsyncGenerator<string> {
  const { size } = parseCheckpoint(checkpoint);
  const streams = Object.fromEntries(events.map(({ event }) => [event.stream, event.revision]));
  const header: BundleHeader = {
    ...{ format: FORMAT, publicKey, checkpoint, events: events.length, streams },
    ...(ends && { ends: Object.fromEntries([...ends].map(([stream, end]) => [stream, printed(end)])) }),
  };
  yield `${JSON.stringify({ ...header, ...told })}\n`;
  for (const { leaf, event } of events) {
    const proof = listOf(await ledger.tree.inclusion(leaf, size));
    yield `${leaf}\t${proof}\t${leafBytes(event).toString()}\n`;
  }
}

const listOf = (hashes: readonly Buffer[]): string => hashes.map((hash) => hash.toString('base64')).join(',');
const printed = ({ place, proof }: HeadProof) => ({ place, proof: listOf(proof) });
