import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { Actor } from '#libs/event-sourcing';
import { ROLES } from '#libs/domain';

/** Why a token does not count; `reason` is for the caller, who holds the token anyway. */
export class TokenRefused extends Error {}

/** Checks who is asking. */
export interface TokenVerifier {
  /** Throws `TokenRefused`. */
  verify(token: string): Promise<Actor>;
}

const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256', 'PS256'];

/** A verifier for the tokens of one issuer; role and unit are claims of the token. */
export function tokenVerifier(keys: JWTVerifyGetKey, issuer: string, audience: string): TokenVerifier {
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          algorithms: ALGORITHMS,
          requiredClaims: ['sub', 'exp'],
        });
        const { sub, role, unit } = payload;
        if (typeof role !== 'string' || !(ROLES as readonly string[]).includes(role))
          throw new TokenRefused('the token names no known role');
        if (unit !== undefined && unit !== null && typeof unit !== 'string')
          throw new TokenRefused('unit is not a text');
        return { id: sub!, role, unit: (unit as string | null | undefined) ?? null };
      } catch (error) {
        if (error instanceof errors.JOSEError) throw new TokenRefused(error.message);
        throw error;
      }
    },
  };
}

/** Keys from a file or a URL; a URL's are fetched again when an unknown key id turns up. */
export async function keysFrom(jwks: string): Promise<JWTVerifyGetKey> {
  if (/^https?:\/\//.test(jwks)) return createRemoteJWKSet(new URL(jwks));
  return createLocalJWKSet(JSON.parse(await readFile(jwks, 'utf8')) as JSONWebKeySet);
}
