import { hash } from 'node:crypto';

/** The curve of GB/T 32918.5: y² = x³ + ax + b modulo P, and a point of order N. */
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
export const SM2_ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const G: Point = [
  0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
];

/** The signer's identity where none was agreed on (GM/T 0009, 10). */
export const SM2_ID = '1234567812345678';

/** Coordinates; undefined is the point at infinity. */
type Point = readonly [x: bigint, y: bigint] | undefined;

/** Not below 0. */
export const modulo = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;

/** By Fermat's theorem, of what is no multiple of the prime. */
export function inverse(value: bigint, prime: bigint): bigint {
  let result = 1n;
  for (let [base, exponent] = [modulo(value, prime), prime - 2n]; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

function add(left: Point, right: Point): Point {
  if (!left || !right) return left ?? right;
  const [[x1, y1], [x2, y2]] = [left, right];
  if (x1 === x2 && y1 !== y2) return undefined;
  const slope = x1 === x2 ? (3n * x1 * x1 + A) * inverse(2n * y1, P) : (y2 - y1) * inverse(x2 - x1, P);
  const x = modulo(slope * slope - x1 - x2, P);
  return [x, modulo(slope * (x1 - x) - y1, P)];
}

/** Not in constant time: for numbers that are public. */
function times(factor: bigint, point: Point): Point {
  let sum: Point;
  for (let power = point; factor > 0n; factor >>= 1n, power = add(power, power)) if (factor & 1n) sum = add(sum, power);
  return sum;
}

export const numberIn = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`);
/** 32 bytes, the highest first. */
export const bytesOfNumber = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');

/** What is signed of a message: SM3 over the signer's identity and key and then the message (GB/T 32918.2, 5.5 and 6.1). */
export function sm2Digest(message: Buffer, publicKey: Buffer, id: string): bigint {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(id) * 8);
  const curve = [A, B, ...G!].map(bytesOfNumber);
  const signer = hash('sm3', Buffer.concat([length, Buffer.from(id), ...curve, publicKey]), 'buffer');
  return numberIn(hash('sm3', Buffer.concat([signer, message]), 'buffer'));
}

/** Whether a signature (r and s, 32 bytes each) is of this digest by this key (x and y, 32 bytes each; GB/T 32918.2, 7.1). */
export function isSm2Signature(digest: bigint, signature: Buffer, publicKey: Buffer): boolean {
  if (signature.length !== 64 || publicKey.length !== 64) return false;
  const [r, s] = [numberIn(signature.subarray(0, 32)), numberIn(signature.subarray(32))];
  const [x, y] = [numberIn(publicKey.subarray(0, 32)), numberIn(publicKey.subarray(32))];
  if (x >= P || y >= P || modulo(y * y - x * x * x - A * x - B, P) !== 0n) return false;
  const t = (r + s) % SM2_ORDER;
  if (r < 1n || r >= SM2_ORDER || s < 1n || s >= SM2_ORDER || t === 0n) return false;
  const point = add(times(s, G), times(t, [x, y]));
  return point !== undefined && (digest + point[0]) % SM2_ORDER === r;
}
