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
/** Made once: a log has as many nodes as it has leaves, and a digest is done with its input when it returns. */
const node = Buffer.of(1, ...new Array<number>(2 * HASH_BYTES).fill(0));

export function treeHash(name: HashName): TreeHash {
  const digest = (bytes: Buffer): Buffer => hash(name, bytes, 'buffer');
  return {
    name,
    empty: digest(Buffer.alloc(0)),
    leaf: (bytes) => digest(Buffer.concat([LEAF, bytes])),
    node(left, right) {
      left.copy(node, 1);
      right.copy(node, 1 + HASH_BYTES);
      return digest(node);
    },
  };
}

export const SHA256 = treeHash('sha256');
