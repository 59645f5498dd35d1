import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { readForwards, readOne } from '../log/read.js';
import { rangeOf } from '../read/range.js';
import { LINK_TYPE } from '../read/links.js';
import { type Draft, type Store, systemEvent } from '../store.js';
import { parseRecord, type RecordHead, TOMBSTONE_REVISION } from '../wire/recorded-event.js';

const CHECKPOINT = '$projections-$categories-checkpoint';
const RETRY_MS = 1000;
/** Links of appends that follow each other closely are one write, so that they seldom stand in an append's way. */
const GATHER_MS = 50;

/**
 * Keeps a link to each event in `$ce-<what stands before the first dash of its stream's name>` and in `$et-<its type>`.
 * The links of a run of events and the position up to which they reach are one atomic append, so that no crash loses
 * or doubles a link. Events of system streams get none.
 */
export class Categories {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    private readonly store: Store,
    private readonly logger: Logger,
  ) {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted)
      try {
        await this.follow(signal);
      } catch (error) {
        this.logger.warn({ err: error }, 'links to categories wait for the disk');
        await pause(RETRY_MS, signal);
      }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { store } = this;
    for (let next = this.start(); !signal.aborted;) {
      const records = await readForwards(store.log, next, Infinity);
      const drafts = records.flatMap((record) => linksTo(parseRecord(record)));
      next += records.length;
      if (drafts.length > 0) await store.write([...drafts, reached(store.log.position(next - 1))]).done;
      if (records.length > 0) continue;
      await store.commits.beyond(next, signal);
      await pause(GATHER_MS, signal);
    }
  }

  /** The ordinal behind the last event that has its links. */
  private start(): number {
    const { store } = this;
    const range = rangeOf(store, CHECKPOINT);
    if (range.kind !== 'visible') return 0;
    const newest = readOne(store.log, store.streams.ordinal(range.stream, range.last));
    return store.log.ordinalAt((JSON.parse(parseRecord(newest).data.toString()) as { position: number }).position + 1);
  }
}

/** Also ends when the signal aborts. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);

function linksTo({ stream, type, revision }: RecordHead): Draft[] {
  if (stream.startsWith('$') || revision === TOMBSTONE_REVISION) return [];
  const link = (name: string): Draft => ({
    stream: name,
    event: systemEvent(LINK_TYPE, false, `${revision}@${stream}`),
  });
  const dash = stream.indexOf('-');
  return dash > 0 ? [link(`$ce-${stream.slice(0, dash)}`), link(`$et-${type}`)] : [link(`$et-${type}`)];
}

const reached = (position: number): Draft => ({
  stream: CHECKPOINT,
  event: systemEvent('$ProjectionCheckpoint', true, JSON.stringify({ position })),
});
