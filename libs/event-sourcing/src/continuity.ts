import { NO_STREAM, type Recorded } from './event.js';
import { MustStop } from './parked.js';
import type { View } from './view.js';

/** A revision that does not follow on the one before: an event was lost on the way, and every figure with it. */
export class ContinuityBroken extends MustStop {}

/** The last revision seen of each stream of any kind; kept like every view, so that it moves with the checkpoint. */
export const continuity: View<{ revision: number }> = {
  name: 'streams',
  version: 1,
  keys: (event) => [event.stream],
  evolve(state, event: Recorded) {
    const expected = (state?.revision ?? NO_STREAM) + 1;
    if (event.revision !== expected)
      throw new ContinuityBroken(`${event.stream}: revision ${event.revision} came where ${expected} was expected`);
    return { revision: event.revision };
  },
};
