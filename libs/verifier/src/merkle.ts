import type { TreeHash } from './hash.js';

/** No tree of ours is deeper: positions stay below 2^53. */
export const LONGEST_PROOF = 53;

/**
 * The root that an inclusion proof leads to (RFC 9162, 2.1.3.2), or undefined if it has not the length that the place
 * of the leaf asks for.
 */
export function rootFromInclusion(
  hash: TreeHash,
  { index, size, leaf, proof }: { index: number; size: number; leaf: Buffer; proof: readonly Buffer[] },
): Buffer | undefined {
  if (index < 0 || index >= size) return undefined;
  let [first, last, root] = [BigInt(index), BigInt(size) - 1n, leaf];
  for (const beside of proof) {
    if (last === 0n) return undefined;
    if (first % 2n === 1n || first === last) {
      root = hash.node(beside, root);
      while (first % 2n === 0n && first !== 0n) [first, last] = [first >> 1n, last >> 1n];
    } else root = hash.node(root, beside);
    [first, last] = [first >> 1n, last >> 1n];
  }
  return last === 0n ? root : undefined;
}

/** A tree by its size and its root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** Whether the later tree is the earlier one with leaves added behind it (RFC 9162, 2.1.4.2). */
export function isExtension(hash: TreeHash, earlier: TreeHead, later: TreeHead, proof: readonly Buffer[]): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
  if (earlier.size === 0) return proof.length === 0 && earlier.root.equals(hash.empty);
  const isPower = Number.isInteger(Math.log2(earlier.size));
  const [start, ...rest] = isPower ? [earlier.root, ...proof] : proof;
  if (!start || (isPower && proof.length === 0)) return false;
  let [first, last] = [BigInt(earlier.size) - 1n, BigInt(later.size) - 1n];
  while (first % 2n === 1n) [first, last] = [first >> 1n, last >> 1n];
  let [before, after] = [start, start];
  for (const beside of rest) {
    if (last === 0n) return false;
    if (first % 2n === 1n || first === last) {
      before = hash.node(beside, before);
      after = hash.node(beside, after);
      while (first % 2n === 0n && first !== 0n) [first, last] = [first >> 1n, last >> 1n];
    } else after = hash.node(after, beside);
    [first, last] = [first >> 1n, last >> 1n];
  }
  return last === 0n && before.equals(earlier.root) && after.equals(later.root);
}

/** A tree that only grows, of which no more is kept than its root needs: one hash for each bit of its size. */
export class Frontier {
  private readonly full: (Buffer | undefined)[] = [];
  size = 0;

  constructor(private readonly hash: TreeHash) {}

  add(leaf: Buffer): void {
    let node = leaf;
    let level = 0;
    for (; this.full[level]; level++) {
      node = this.hash.node(this.full[level]!, node);
      this.full[level] = undefined;
    }
    this.full[level] = node;
    this.size++;
  }

  root(): Buffer {
    const [lowest, ...others] = this.full.filter((node) => node !== undefined);
    return lowest ? others.reduce((right, left) => this.hash.node(left, right), lowest) : this.hash.empty;
  }
}
