import { hash } from 'node:crypto';

/** A hash function by the name under which OpenSSL knows it; digests are 32 bytes. */
export type HashName = 'sha256' | 'sm3';

/** Hashes of a Merkle tree (RFC 9162, 2.1.1): leaves and nodes are told apart by their first byte. */
export interface TreeHash {
  readonly name: HashName;
  /** The root of a tree without leaves. */
  readonly empty: Buffer;
  leaf(bytes: Buffer): Buffer;
  node(left: Buffer, right: Buffer): Buffer;
}

/** Bytes of each hash in a tree. */
export const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export function treeHash(name: HashName): TreeHash {
  const digest = (bytes: Buffer): Buffer => hash(name, bytes, 'buffer');
  return {
    name,
    empty: digest(Buffer.alloc(0)),
    leaf: (bytes) => digest(Buffer.concat([LEAF, bytes])),
    node: (left, right) => digest(Buffer.concat([NODE, left, right])),
  };
}

export const SHA256 = treeHash('sha256');
