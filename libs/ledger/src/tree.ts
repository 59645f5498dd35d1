import { join } from 'node:path';
import { HASH_BYTES, type TreeHash } from '#libs/verifier';
import { TILE, Tiles } from './tiles.js';

const HEIGHT = 8;

/** The ledger's Merkle tree (RFC 9162) over the tiles of a folder; each question names the size that it is about. */
export class Tree {
  private readonly levels: Tiles[] = [];

  constructor(
    private readonly folder: string,
    readonly hash: TreeHash,
  ) {}

  level(level: number): Tiles {
    return (this.levels[level] ??= new Tiles(join(this.folder, String(level)), HASH_BYTES));
  }

  /** Puts hashes of leaves behind the first `size`. */
  async append(size: number, leaves: readonly Buffer[]): Promise<void> {
    let [count, added] = [size, leaves];
    for (let level = 0; added.length > 0; level++) {
      await this.level(level).append(count, Buffer.concat(added));
      const upper = Math.floor(count / TILE);
      const grown = Math.floor((count + added.length) / TILE);
      const tops: Buffer[] = [];
      for (let number = upper; number < grown; number++) {
        const hashes = split((await this.level(level).read(number, TILE))!);
        tops.push(this.top(hashes));
      }
      [count, added] = [upper, tops];
    }
  }

  /** The hash of leaf number `index`. */
  leaf(index: number, size: number): Promise<Buffer> {
    return this.node(0, index, size);
  }

  root(size: number): Promise<Buffer> {
    return size === 0 ? Promise.resolve(this.hash.empty) : this.over(0, size, size);
  }

  /** The hashes beside the way from a leaf to the root (RFC 9162, 2.1.3.1). */
  async inclusion(index: number, size: number): Promise<Buffer[]> {
    const path: Buffer[] = [];
    for (let [from, to] = [0, size]; to - from > 1;) {
      const middle = from + leftPart(to - from);
      path.unshift(index < middle ? await this.over(middle, to, size) : await this.over(from, middle, size));
      [from, to] = index < middle ? [from, middle] : [middle, to];
    }
    return path;
  }

  /** What shows that the tree of `later` leaves begins with that of `earlier` (RFC 9162, 2.1.4.1). */
  async consistency(earlier: number, later: number): Promise<Buffer[]> {
    if (earlier === 0 || earlier === later) return [];
    const path: Buffer[] = [];
    let [from, to, isWhole] = [0, later, true];
    while (to !== earlier) {
      const middle = from + leftPart(to - from);
      if (earlier <= middle) {
        path.unshift(await this.over(middle, to, later));
        to = middle;
      } else {
        path.unshift(await this.over(from, middle, later));
        [from, isWhole] = [middle, false];
      }
    }
    return isWhole ? path : [await this.over(from, to, later), ...path];
  }

  /** The root over leaves `from` to `to`, of which `from` is where a subtree begins. */
  private async over(from: number, to: number, size: number): Promise<Buffer> {
    const count = to - from;
    if (Number.isInteger(Math.log2(count))) return this.node(Math.log2(count), from / count, size);
    const middle = from + leftPart(count);
    return this.hash.node(await this.over(from, middle, size), await this.over(middle, to, size));
  }

  /** A full subtree of 2^height leaves, from the tile that holds the hashes under it. */
  private async node(height: number, index: number, size: number): Promise<Buffer> {
    const level = Math.floor(height / HEIGHT);
    const count = 2 ** (height % HEIGHT);
    const first = index * count;
    const number = Math.floor(first / TILE);
    const width = Math.min(TILE, Math.floor(size / TILE ** level) - number * TILE);
    const tile = await this.level(level).read(number, width);
    if (!tile) throw new TileMissing(level, number);
    const at = first % TILE;
    return this.top(split(tile.subarray(at * HASH_BYTES, (at + count) * HASH_BYTES)));
  }

  /** The root over a number of hashes that is a power of two. */
  private top(hashes: Buffer[]): Buffer {
    while (hashes.length > 1)
      hashes = Array.from({ length: hashes.length / 2 }, (_, at) =>
        this.hash.node(hashes[2 * at]!, hashes[2 * at + 1]!),
      );
    return hashes[0]!;
  }
}

/** A file of the ledger that its checkpoint needs is gone or cut short. */
export class TileMissing extends Error {
  constructor(level: number, number: number) {
    super(`tile ${level}/${number} of the ledger is missing`);
  }
}

export const split = (hashes: Buffer): Buffer[] =>
  Array.from({ length: hashes.length / HASH_BYTES }, (_, at) =>
    hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );

/** The largest power of two below a count of two or more. */
const leftPart = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1);
