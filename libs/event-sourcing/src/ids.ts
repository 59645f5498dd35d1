import { createHash } from 'node:crypto';
import { v5 } from 'uuid';

const NAMESPACE = '3f2d6d0a-7f4b-5c1e-9d57-6a1f0c0f2b11';

/** A UUIDv5 (RFC 9562 §5.5) over the parts: the same parts give the same id everywhere and always. */
export const derivedId = (...parts: string[]): string => v5(JSON.stringify(parts), NAMESPACE);

/** The hash by which a repeated command is told from another one under the same id. */
export const bodyHashOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('base64url');
