/** What a leaf's bytes say, as far as the verifier looks. */
export interface Leaf {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

/** The bytes of a leaf of the tree of heads: RFC 8785 JSON of a stream and its last revision. */
export const headBytes = (stream: string, revision: number): Buffer =>
  Buffer.from(JSON.stringify({ revision, stream }));
