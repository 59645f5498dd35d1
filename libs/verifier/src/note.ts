import { createPublicKey, hash, verify } from 'node:crypto';
import type { HashName } from './hash.js';
import { isSm2Signature, SM2_ID, sm2Digest } from './sm2.js';

/** A text with signatures below it (C2SP signed-note). */
export interface Note {
  /** Ends with a line feed; this is what was signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** First four bytes of a hash over name, algorithm and key. */
  readonly keyId: number;
  readonly signature: Buffer;
  /** The whole line, as it is added to another copy of the same text. */
  readonly line: string;
}

/** Whose signature counts. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: number;
  /** Number of the algorithm in the note's format. */
  readonly algorithm: number;
  readonly publicKey: Buffer;
  /** Of the ledger that the key signs; the key alone decides, not what is to be verified. */
  readonly hash: HashName;
}

/** What a file or an argument holds is not of the form that it must have. */
export class Malformed extends Error {}

/** How a signature below a text is checked; another algorithm is another row. */
type Verify = (text: string, signature: Buffer, publicKey: Buffer) => boolean;

export const ED25519 = 0x01;
/** Ed25519 of a witness, with the instant at which it looked (C2SP tlog-cosignature). */
export const COSIGNATURE = 0x04;

/** Algorithms without a number of their own have this one, and their name before the key (C2SP signed-note). */
export const NAMED = 0xff;
/** SM2 with SM3 (GB/T 32918, GB/T 32905), over a ledger of SM3. */
export const SM2_SM3 = Buffer.from('SM2-SM3/');

const SCHEMES: Readonly<Record<number, Verify>> = {
  [ED25519]: (text, signature, publicKey) => ed25519(Buffer.from(text), signature, publicKey),
  [COSIGNATURE]: (text, signature, publicKey) => {
    if (signature.length !== 72) return false;
    return ed25519(cosigned(text, signature.readBigUInt64BE(0)), signature.subarray(8), publicKey);
  },
  [NAMED]: (text, signature, publicKey) => {
    const key = publicKey.subarray(SM2_SM3.length);
    return isSm2Signature(sm2Digest(Buffer.from(text), key, SM2_ID), signature, key);
  },
};

/** What a witness signs: that it has seen this text at this instant, in seconds since 1970. */
export const cosigned = (text: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

function ed25519(message: Buffer, signature: Buffer, publicKey: Buffer): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
    format: 'jwk',
  });
  return verify(null, message, key, signature);
}

export function keyIdOf(name: string, algorithm: number, publicKey: Buffer): number {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(algorithm), publicKey]);
  return hash('sha256', named, 'buffer').readUInt32BE(0);
}

/** `<name>+<key id in hex>+<base64 of algorithm and key>`: how a key is handed on. */
export function printKey(name: string, algorithm: number, publicKey: Buffer): string {
  const keyId = keyIdOf(name, algorithm, publicKey).toString(16).padStart(8, '0');
  return `${name}+${keyId}+${Buffer.concat([Buffer.of(algorithm), publicKey]).toString('base64')}`;
}

/** Throws `Malformed` for what is no key, or one of an algorithm that is not known here. */
export function parseKey(text: string): VerifierKey {
  const [, name, id, key] = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{1,1000})$/.exec(text.trim()) ?? [];
  const bytes = bytesOf(key ?? '');
  if (name === undefined || !bytes || bytes.length < 2) throw new Malformed('this is no public key of a note');
  const [algorithm, publicKey] = [bytes[0]!, bytes.subarray(1)];
  const isNamed = algorithm === NAMED;
  if (!SCHEMES[algorithm] || (isNamed && !publicKey.subarray(0, SM2_SM3.length).equals(SM2_SM3)))
    throw new Malformed(`no algorithm ${algorithm} is known for signatures`);
  const keyId = keyIdOf(name, algorithm, publicKey);
  if (keyId !== parseInt(id!, 16)) throw new Malformed('the public key and its number do not belong together');
  return { name, keyId, algorithm, publicKey, hash: isNamed ? 'sm3' : 'sha256' };
}

const LONGEST_NOTE = 1_000_000;
const MOST_SIGNATURES = 100;

/** Throws `Malformed`. */
export function parseNote(note: string): Note {
  const end = note.length > LONGEST_NOTE ? -1 : note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new Malformed('this is no signed note');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw new Malformed('a note has too many signatures');
  const signatures = lines.map((line) => {
    const [, name, base64] = /^— ([^\s+]{1,200}) ([A-Za-z0-9+/=]{8,10000})$/.exec(line) ?? [];
    const bytes = bytesOf(base64 ?? '');
    if (name === undefined || !bytes || bytes.length < 5) throw new Malformed('a line is no signature of a note');
    return { name, keyId: bytes.readUInt32BE(0), signature: bytes.subarray(4), line };
  });
  return { text: note.slice(0, end + 1), signatures };
}

/** Whether one of the note's signatures is this key's, and holds. */
export const isSignedBy = ({ text, signatures }: Note, key: VerifierKey): boolean =>
  signatures.some(
    ({ name, keyId, signature }) =>
      name === key.name && keyId === key.keyId && SCHEMES[key.algorithm]!(text, signature, key.publicKey),
  );

/** The bytes of standard base64, or undefined for what another writer would have written otherwise. */
export function bytesOf(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}
