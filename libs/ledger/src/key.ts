import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { link, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cosigned, COSIGNATURE, ED25519, keyIdOf, printKey } from '#libs/verifier';
import { readIfThere, writeDurably } from './durable.js';

/** Signs texts under a name; another algorithm is another maker of these. */
export interface SigningKey {
  readonly name: string;
  /** How others are told whose signature it is. */
  readonly publicKey: string;
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
    sign: (text) => line(name, keyId, sign(null, Buffer.from(text), key)),
  };
}

/** A witness's, which says when it looked: seconds since 1970. */
export function witnessKey(name: string, key: KeyObject, seconds: () => number): SigningKey {
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

/** Opens the key of a ledger, making one (Ed25519, file mode 0600) on first need. */
export async function openKey(file: string): Promise<SigningKey> {
  const { origin, privateKey } = JSON.parse(
    ((await readIfThere(file)) ?? (await makeKey(file))).toString(),
  ) as StoredKey;
  return ed25519Key(origin, createPrivateKey(privateKey));
}

interface StoredKey {
  /** Names the ledger in its checkpoints. */
  readonly origin: string;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
}

async function makeKey(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const privateKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const draft = `${file}.${randomUUID()}`;
  await writeDurably(draft, JSON.stringify({ origin: `taizhang/${randomUUID()}`, privateKey }), 0o600);
  // Linked into place whole, so that of two starts at once both read the same key.
  await link(draft, file).catch(() => undefined);
  await rm(draft);
  return (await readIfThere(file))!;
}
