/** An event of the domain: what happened, in the past tense. */
export type Event<Type extends string, Data> = { readonly type: Type; readonly data: Readonly<Data> };

/** A command of the domain: what is asked for, in the imperative. */
export type Command<Type extends string, Body = object> = { readonly type: Type } & Readonly<Body>;

/** One command of a union. */
export type CommandOf<C extends { readonly type: string }, Type extends C['type']> = Extract<
  C,
  { readonly type: Type }
>;

export interface Dated {
  /** Day on which it was so, YYYY-MM-DD. */
  readonly occurredOn: string;
}
