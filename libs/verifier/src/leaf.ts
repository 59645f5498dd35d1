/** What a leaf's bytes say, as far as the verifier looks. */
export interface Leaf {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}
