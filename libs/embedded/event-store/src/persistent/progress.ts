import type { Logger } from 'pino';
import type { Store } from '../store.js';
import { CheckpointWriter } from './checkpoint.js';
import type { Place } from './item.js';
import type { GroupKey, GroupSettings } from './settings.js';

/** How far a group has come, and when that is to be written down. */
export class Progress {
  /** The last event looked at; it is the checkpoint when nothing is on its way. */
  lastKnown: { sequence: number; at: number };
  private marked = { sequence: 0, time: performance.now() };
  private readonly writer: CheckpointWriter;

  constructor(
    store: Store,
    key: GroupKey,
    private readonly settings: GroupSettings,
    /** The stored checkpoint, -1 if there is none. */
    public checkpoint: number,
    logger: Logger,
  ) {
    this.lastKnown = { sequence: 0, at: checkpoint };
    this.writer = new CheckpointWriter(
      store,
      key,
      (place) => (this.checkpoint = place),
      (error) => logger.warn({ err: error, ...key }, 'no checkpoint'),
    );
  }

  /** Notes that an event was looked at. Checkpoints of $all are events of $all: did they count, each would call for the next. */
  step(at: number, counts: boolean): Place {
    const { sequence, at: before } = this.lastKnown;
    this.lastKnown = { sequence: counts ? sequence + 1 : sequence, at };
    return { sequence: sequence + 1, at, before };
  }

  /** True if the next ticks of the clock may call for a checkpoint. */
  get isOpen(): boolean {
    return this.lastKnown.sequence - this.marked.sequence >= this.least;
  }

  /** Writes a checkpoint if one is due: often enough, but not for each event. */
  mark(isTick: boolean, lowestOpen: () => Place | undefined): void {
    const { checkPointAfter, maxCheckPointCount } = this.settings;
    if (this.lastKnown.sequence - this.marked.sequence < (isTick ? this.least : maxCheckPointCount)) return;
    const lowest = lowestOpen();
    const place = lowest ? { sequence: lowest.sequence - 1, at: lowest.before } : this.lastKnown;
    const passed = place.sequence - this.marked.sequence;
    const inTime = isTick && passed >= this.least && performance.now() - this.marked.time >= checkPointAfter;
    if (place.at < 0 || passed <= 0 || !(inTime || passed >= maxCheckPointCount)) return;
    this.marked = { sequence: place.sequence, time: performance.now() };
    this.writer.write(place.at);
  }

  private get least(): number {
    return Math.max(1, this.settings.minCheckPointCount);
  }
}
