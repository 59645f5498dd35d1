import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
} from 'jose';
import type { Role } from '#libs/domain';
import { readOrMake } from './key-file.js';
import type { Log } from './log.js';
import { type TokenVerifier, tokenVerifier } from './identity.js';

export interface TokenRequest {
  readonly role: Role;
  readonly unit: string | null;
  readonly subject: string;
  /** Seconds, at most 12 hours. */
  readonly lifetime: number;
}

export const LONGEST_LIFETIME = 12 * 3_600;

/** The issuer of a one-machine start: a key pair and a name of its own for each data folder. */
export interface LocalIssuer {
  sign(request: TokenRequest): Promise<string>;
  readonly verifier: TokenVerifier;
}

/** Opens the data folder's issuer, making its key (EdDSA, file mode 0600) on first need. */
export async function openLocalIssuer(data: string, audience: string, log: Log): Promise<LocalIssuer> {
  const { issuer, key } = await readOrMakeKey(data);
  const privateKey = await importJWK(key, 'EdDSA');
  const { kty, crv, x } = key;
  const kid = await calculateJwkThumbprint(key);
  const keys = createLocalJWKSet({ keys: [{ kty, crv, x, kid, alg: 'EdDSA' } as JWK] });
  return {
    async sign({ role, unit, subject, lifetime }) {
      if (lifetime < 1 || lifetime > LONGEST_LIFETIME) throw new RangeError('a token lives 1 second to 12 hours');
      const now = Math.floor(Date.now() / 1_000);
      log.info({ subject, role, unit, lifetime }, 'token issued');
      return new SignJWT({ role, ...(unit !== null && { unit }) })
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt(now)
        .setExpirationTime(now + lifetime)
        .setJti(randomUUID())
        .sign(privateKey);
    },
    verifier: tokenVerifier(keys, issuer, audience),
  };
}

interface StoredKey {
  readonly issuer: string;
  readonly key: JWK & { kty: string };
}

const readOrMakeKey = async (data: string): Promise<StoredKey> =>
  JSON.parse(await readOrMake(join(data, 'local-issuer.json'), makeKey)) as StoredKey;

async function makeKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return JSON.stringify({ issuer: `urn:taizhang:local:${randomUUID()}`, key: await exportJWK(privateKey) });
}
