import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Envelope } from '#libs/event-sourcing';
import { type SubscriberCommand, subscriberStream } from '#libs/domain';

/** A key that an issuer of its own signs with, in a file that the product is pointed to, and the tokens of subscribers. */
export async function subscriberTokens(folder: string, issuer: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const jwks = join(folder, 'jwks.json');
  writeFileSync(jwks, JSON.stringify({ keys: [await exportJWK(publicKey)] }));
  const tokenOf = (subject: string): Promise<string> =>
    new SignJWT({ role: 'SUBSCRIBER' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(issuer)
      .setAudience('taizhang')
      .setSubject(subject)
      .setExpirationTime('12h')
      .sign(privateKey);
  return { jwks, tokenOf };
}

/** A command about a subscriber as the door takes it: the office gives grants, the rest is the subscriber's own. */
export function subscriberEnvelope(subscriber: string, command: SubscriberCommand): Envelope {
  const actor =
    command.type === 'GrantSubscription'
      ? { id: 'office', role: 'LG_OFFICE', unit: 'unit-office' }
      : { id: subscriber, role: 'SUBSCRIBER', unit: null };
  const commandId = randomUUID();
  return { stream: subscriberStream(subscriber), command, actor, commandId, bodyHash: '', correlationId: commandId };
}
