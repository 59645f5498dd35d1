/** Why a command or query is not done; each kind is answered in its own way at the edge. */
export type RefusalKind =
  | 'malformed'
  | 'forbidden'
  | 'unknown'
  | 'conflict' // would succeed in another state
  | 'stale'
  | 'never' // never with this input
  | 'unavailable';

/** A refusal is an answer, not a failure: it has a stable code, leaves no event and may be asked again. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    /** The facts behind it, for the person who reads the answer. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
  }
}
