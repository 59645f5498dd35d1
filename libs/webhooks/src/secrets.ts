import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const BYTES = 32;
/** What RFC 8410 puts ahead of the seed of an Ed25519 key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Follows from the one key of the installation (HKDF-SHA256, RFC 5869), so that no secret is stored anywhere. */
const derived = (key: Buffer, use: string, webhook: string, generation: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `taizhang/webhook/${use}/${webhook}/${generation}`, BYTES));

const privateKeyOf = (key: Buffer, webhook: string, generation: number): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8, derived(key, 'v1a', webhook, generation)]),
    format: 'der',
    type: 'pkcs8',
  });

/** The shared secret of a webhook, as Standard Webhooks writes it. */
export const secretOf = (key: Buffer, webhook: string, generation: number): string =>
  `whsec_${derived(key, 'v1', webhook, generation).toString('base64')}`;

/** The key that checks the `v1a` signatures of a webhook, as Standard Webhooks writes it. */
export const publicKeyOf = (key: Buffer, webhook: string, generation: number): string => {
  const { x } = createPublicKey(privateKeyOf(key, webhook, generation)).export({ format: 'jwk' });
  return `whpk_${Buffer.from(x!, 'base64url').toString('base64')}`;
};

interface Signing {
  readonly key: Buffer;
  readonly webhook: string;
  readonly signature: 'v1' | 'v1a';
  /** Each signs, so that a receiver may still know the one before. */
  readonly generations: readonly number[];
}

/** The headers of Standard Webhooks over a body: id, seconds since 1970, and its signatures. */
export function signed({ key, webhook, signature, generations }: Signing, id: string, at: Date, body: string) {
  const seconds = Math.floor(at.getTime() / 1_000);
  const signatures = generations.map((generation) => {
    if (signature === 'v1') return new Webhook(secretOf(key, webhook, generation)).sign(id, at, body);
    const bytes = sign(null, Buffer.from(`${id}.${seconds}.${body}`), privateKeyOf(key, webhook, generation));
    return `v1a,${bytes.toString('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}

/** A new key of an installation, in base64. */
export const makeKey = (): string => randomBytes(BYTES).toString('base64');
