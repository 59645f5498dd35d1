import { headBytes, type TreeHash, type TreeHead } from '#libs/verifier';

/** Where a stream stands in the tree of heads, and the hashes beside its way to the root. */
export interface HeadProof {
  readonly place: number;
  readonly proof: readonly Buffer[];
}

/** The last revision of each stream of the ledger, as far as it was read. */
export class Heads {
  private readonly revisions: Map<string, number>;

  constructor(revisions: Iterable<readonly [string, number]> = []) {
    this.revisions = new Map(revisions);
  }

  see({ stream, revision }: { readonly stream: string; readonly revision: number }): void {
    this.revisions.set(stream, revision);
  }

  /** In the order of their names, in which they stand in the tree. */
  entries(): [stream: string, revision: number][] {
    return [...this.revisions].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Size and root of the tree over them (RFC 9162, 2.1.1). */
  top(hash: TreeHash): TreeHead {
    const levels = this.levels(hash);
    return { size: levels[0]!.length, root: levels.at(-1)![0] ?? hash.empty };
  }

  /** The proof of each of some streams; one that has no event is left out. */
  proofsOf(hash: TreeHash, streams: readonly string[]): Map<string, HeadProof> {
    const levels = this.levels(hash);
    const places = new Map(this.entries().map(([stream], place) => [stream, place]));
    return new Map(
      streams.flatMap((stream) => {
        const place = places.get(stream);
        if (place === undefined) return [];
        const beside = levels.map((level, height) => level[Math.floor(place / 2 ** height) ^ 1]);
        return [[stream, { place, proof: beside.filter((each) => each !== undefined) }] as const];
      }),
    );
  }

  /** From the leaves up to the root; a last one without a neighbour goes up as it is. */
  private levels(hash: TreeHash): Buffer[][] {
    const levels = [this.entries().map(([stream, revision]) => hash.leaf(headBytes(stream, revision)))];
    for (let below = levels[0]!; below.length > 1; levels.push(below)) {
      const lower = below;
      below = Array.from({ length: Math.ceil(lower.length / 2) }, (_, at) => {
        const [left, right] = [lower[2 * at]!, lower[2 * at + 1]];
        return right ? hash.node(left, right) : left;
      });
    }
    return levels;
  }
}
