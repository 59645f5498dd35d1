import type { Position, Recorded } from './event.js';
import { Holds } from './parked.js';
import type { View } from './view.js';

/** The events of a stream in order; none if it does not exist. */
export type ReadStream = (stream: string) => AsyncIterable<Recorded>;

/** A document on both sides of a difference, after an event that concerned it. */
export interface Step<S> {
  readonly event: Recorded;
  readonly from: S | null;
  readonly to: S | null;
}

/**
 * Follows one document of a view through events, in their order: each side as far as its own position.
 * `events` must hold all that concerns the document.
 */
export async function* stepsOf<S extends object>(
  view: View<S>,
  key: string,
  events: AsyncIterable<Recorded>,
  upTo: { readonly from: Position; readonly to: Position },
): AsyncGenerator<Step<S>> {
  const last = Math.max(upTo.from, upTo.to);
  const holds = new Holds(view);
  const sides: { from: S | null; to: S | null } = { from: null, to: null };
  let state: S | null = null;
  for await (const event of events) {
    if (event.position > last) return;
    if (!holds.keysOf(event).includes(key)) continue;
    state = holds.evolve(state, event, key) as S | null;
    for (const side of ['from', 'to'] as const) if (event.position <= upTo[side]) sides[side] = state;
    yield { event, ...sides };
  }
}

/** Events of several streams in the order of the log. */
export async function* inLogOrder(streams: readonly AsyncIterable<Recorded>[]): AsyncGenerator<Recorded> {
  const iterators = streams.map((stream) => stream[Symbol.asyncIterator]());
  try {
    const heads = await Promise.all(iterators.map((each) => each.next()));
    for (;;) {
      let first: number | undefined;
      for (const [index, { done, value }] of heads.entries())
        if (!done && (first === undefined || value.position < (heads[first]!.value as Recorded).position))
          first = index;
      if (first === undefined) return;
      yield heads[first]!.value as Recorded;
      heads[first] = await iterators[first]!.next();
    }
  } finally {
    await Promise.all(iterators.map((each) => each.return?.()));
  }
}
