import { type Checkpoint, Frontier, HASH_BYTES } from '#libs/verifier';
import { Heads } from './heads.js';
import { type LeafPlace, placeOf } from './leaf.js';
import type { Ledger } from './ledger.js';
import { TILE } from './tiles.js';

export interface LogVerdict {
  /** Leaves that were held against the ledger. */
  readonly leaves: number;
  /** The first thing that is not as it was sealed. */
  readonly wrong?: { readonly leaf: number | null; readonly what: string };
}

/**
 * Holds every leaf of the log, as the log has it now, against the tiles, and the roots over it against checkpoints whose
 * signatures were checked before. What an altered tile says is told apart from what an altered log says by the
 * checkpoints alone.
 */
export async function verifyLog(
  leaves: AsyncIterable<Buffer>,
  ledger: Ledger,
  checkpoints: readonly Checkpoint[],
): Promise<LogVerdict> {
  const { hash } = ledger.tree;
  const open = [...checkpoints].sort((a, b) => a.size - b.size);
  const size = open.at(-1)?.size ?? 0;
  const [frontier, heads] = [new Frontier(hash), new Heads()];
  let tile: Buffer | undefined;
  let differing: { leaf: number; what: string } | undefined;
  let agreed = 0;
  let refuted: Checkpoint | undefined;
  let misled: Checkpoint | undefined;

  const holdAgainstCheckpoints = (): void => {
    for (; open[0]?.size === frontier.size; open.shift()) {
      const { root, streams } = open[0];
      if (!frontier.root().equals(root)) refuted ??= open[0];
      else if (streams && !heads.top(hash).root.equals(streams.root)) misled ??= open[0];
      else agreed = frontier.size;
    }
  };

  holdAgainstCheckpoints();
  try {
    for await (const bytes of leaves) {
      const index = frontier.size;
      if (index >= size) break;
      if (index % TILE === 0) tile = await ledger.tree.level(0).read(index / TILE, Math.min(TILE, size - index));
      const [leaf, place] = [hash.leaf(bytes), placeOf(bytes)];
      const at = (index % TILE) * HASH_BYTES;
      if (!tile) differing ??= { leaf: index, what: `the tile of leaf ${index} is missing` };
      else if (leaf.compare(tile, at, at + HASH_BYTES) !== 0)
        differing ??= { leaf: index, what: `${nameOf(place)} is not what was sealed as leaf ${index}` };
      frontier.add(leaf);
      heads.see(place);
      holdAgainstCheckpoints();
    }
  } catch (error) {
    const unread = { leaf: frontier.size, what: `leaf ${frontier.size} cannot be read: ${(error as Error).message}` };
    return { leaves: frontier.size, wrong: differing ?? unread };
  }
  const found = frontier.size;
  if (found < size)
    return {
      leaves: found,
      wrong: differing ?? { leaf: found, what: `the log ends before leaf ${found}, ${size} were sealed` },
    };
  if (differing && !refuted)
    return { leaves: found, wrong: { leaf: null, what: `a tile was altered, the log was not: ${differing.what}` } };
  if (differing) return { leaves: found, wrong: differing };
  if (!refuted && misled) {
    const what = `the checkpoint of ${misled.size} leaves has other last revisions of its streams than the log`;
    return { leaves: found, wrong: { leaf: null, what } };
  }
  if (!refuted) return { leaves: found };
  const what = `log and tiles agree, but not with the checkpoint of ${refuted.size} leaves: the ledger was forked behind leaf ${agreed}`;
  return { leaves: found, wrong: { leaf: null, what } };
}

const nameOf = ({ type, stream, revision }: LeafPlace): string => `${type} (${stream}, revision ${revision})`;
