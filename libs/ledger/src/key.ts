import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import {
  cosigned,
  COSIGNATURE,
  ED25519,
  type HashName,
  keyIdOf,
  NAMED,
  printKey,
  SM2_ID,
  SM2_SM3,
  sm2Digest,
} from '#libs/verifier';
import { newSm2Key, sm2PublicKey, sm2Sign } from './sm2.js';

/** Signs texts under a name; another algorithm is another maker of these. */
export interface SigningKey {
  readonly name: string;
  /** How others are told whose signature it is. */
  readonly publicKey: string;
  /** Of the ledgers that it signs. */
  readonly hash: HashName;
  /** The line that stands below the text. */
  sign(text: string): string;
}

const line = (name: string, keyId: number, signature: Buffer): string => {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(keyId);
  return `— ${name} ${Buffer.concat([id, signature]).toString('base64')}`;
};

const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x!, 'base64url');

/** The ledger's own signature. */
export function ed25519Key(name: string, key: KeyObject): SigningKey {
  const publicKey = rawPublicKey(key);
  const keyId = keyIdOf(name, ED25519, publicKey);
  return {
    name,
    publicKey: printKey(name, ED25519, publicKey),
    hash: 'sha256',
    sign: (text) => line(name, keyId, sign(null, Buffer.from(text), key)),
  };
}

/** The same by SM2 with SM3, of a private key of 32 bytes. */
export function sm2Key(name: string, privateKey: Buffer): SigningKey {
  const key = sm2PublicKey(privateKey);
  const named = Buffer.concat([SM2_SM3, key]);
  const keyId = keyIdOf(name, NAMED, named);
  return {
    name,
    publicKey: printKey(name, NAMED, named),
    hash: 'sm3',
    sign: (text) => line(name, keyId, sm2Sign(sm2Digest(Buffer.from(text), key, SM2_ID), privateKey)),
  };
}

/** A witness's, which says when it looked: seconds since 1970. */
export function witnessKey(name: string, key: KeyObject, seconds: () => number): Omit<SigningKey, 'hash'> {
  const publicKey = rawPublicKey(key);
  const keyId = keyIdOf(name, COSIGNATURE, publicKey);
  return {
    name,
    publicKey: printKey(name, COSIGNATURE, publicKey),
    sign(text) {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds()));
      const signature = sign(null, cosigned(text, time.readBigUInt64BE()), key);
      return line(name, keyId, Buffer.concat([time, signature]));
    },
  };
}

/** By which a ledger signs and hashes. */
export type LedgerAlgorithm = 'ed25519-sha256' | 'sm2-sm3';

export const HASH_OF: Readonly<Record<LedgerAlgorithm, HashName>> = { 'ed25519-sha256': 'sha256', 'sm2-sm3': 'sm3' };

/** The one whose ledgers are over a hash. */
export const algorithmOver = (hash: HashName): LedgerAlgorithm =>
  (Object.keys(HASH_OF) as LedgerAlgorithm[]).find((algorithm) => HASH_OF[algorithm] === hash)!;

interface StoredKey {
  /** Names the ledger in its checkpoints. */
  readonly origin: string;
  /** Ed25519 where it is left out. */
  readonly algorithm?: LedgerAlgorithm;
  /** PKCS #8 in PEM for Ed25519, 32 bytes in hexadecimal digits for SM2. */
  readonly privateKey: string;
}

/** What the file of a ledger's key holds. */
export function openKey(stored: string): SigningKey {
  const { origin, algorithm, privateKey } = JSON.parse(stored) as StoredKey;
  return algorithm === 'sm2-sm3'
    ? sm2Key(origin, Buffer.from(privateKey, 'hex'))
    : ed25519Key(origin, createPrivateKey(privateKey));
}

/** A new ledger's. */
export function makeKey(algorithm: LedgerAlgorithm): string {
  const privateKey =
    algorithm === 'sm2-sm3'
      ? newSm2Key().toString('hex')
      : generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return JSON.stringify({ origin: `taizhang/${randomUUID()}`, algorithm, privateKey } satisfies StoredKey);
}
