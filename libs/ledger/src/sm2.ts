import { createECDH } from 'node:crypto';
import { bytesOfNumber, inverse, modulo, numberIn, SM2_ORDER } from '#libs/verifier';

/**
 * Signs a digest under a private key of 32 bytes (GB/T 32918.2, 6.1). OpenSSL signs with SM2 too, but through Node only
 * under the empty identity; here it draws the number that is used once and multiplies the point.
 */
export function sm2Sign(digest: bigint, privateKey: Buffer): Buffer {
  const d = numberIn(privateKey);
  for (;;) {
    const once = createECDH('SM2');
    const x = numberIn(once.generateKeys().subarray(1, 33));
    const k = numberIn(once.getPrivateKey());
    const r = (digest + x) % SM2_ORDER;
    const s = modulo(inverse(1n + d, SM2_ORDER) * (k - r * d), SM2_ORDER);
    if (r !== 0n && r + k !== SM2_ORDER && s !== 0n) return Buffer.concat([r, s].map(bytesOfNumber));
  }
}

/** A new private key, below the order less one. */
export function newSm2Key(): Buffer {
  for (;;) {
    const key = createECDH('SM2');
    key.generateKeys();
    const privateKey = bytesOfNumber(numberIn(key.getPrivateKey()));
    if (numberIn(privateKey) < SM2_ORDER - 1n) return privateKey;
  }
}

export function sm2PublicKey(privateKey: Buffer): Buffer {
  const key = createECDH('SM2');
  key.setPrivateKey(privateKey);
  return key.getPublicKey().subarray(1);
}
