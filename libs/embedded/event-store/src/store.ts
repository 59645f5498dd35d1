import { randomUUID } from 'node:crypto';
import { Commits } from './log/commits.js';
import type { Log } from './log/log.js';
import { WriteRefused } from './log/writer.js';
import { RecentIds } from './index/recent-ids.js';
import { type Stream, Streams } from './index/streams.js';
import { FRAME_HEADER } from './log/frame.js';
import { type ProposedEvent, recordBound, TOMBSTONE_REVISION, writeRecord } from './wire/recorded-event.js';

/** An event on its way into the log. */
export interface Draft {
  stream: string;
  event: ProposedEvent;
  tombstone?: boolean;
}

/** Log and index together; whatever is written goes through `write`. */
export class Store {
  readonly streams: Streams;
  readonly recent = new RecentIds();
  readonly commits: Commits;
  /** What has happened since the start, for the metrics. */
  readonly counts = { appended: 0, repeated: 0, refused: 0, subscriptions: 0 };

  constructor(
    readonly log: Log,
    /** Whether `$ce-` and `$et-` are kept. */
    hasLinks: boolean,
  ) {
    this.streams = new Streams(hasLinks);
    this.commits = new Commits(log);
  }

  /**
   * Appends events as one atomic frame. They get their ordinals at once; the promise resolves when they are on disk and
   * visible, and rejects with WriteRefused if the disk does not take them.
   */
  write(drafts: Draft[]): { ordinals: number[]; done: Promise<void> } {
    const { log } = this;
    log.writer.assertWritable();
    const bound = drafts.reduce((sum, { event, stream }) => sum + recordBound(event, stream), 0);
    const start = log.reserve(bound);
    const buffer = Buffer.allocUnsafe(FRAME_HEADER + bound);
    const created = `${Date.now()}0000`;
    const streams: Stream[] = [];
    const ordinals: number[] = [];
    let at = FRAME_HEADER;
    for (const { stream: name, event, tombstone } of drafts) {
      const stream = this.streams.findOrCreate(name);
      const revision = tombstone ? TOMBSTONE_REVISION : stream.length;
      const ordinal = log.addRecord(start + at);
      at = writeRecord(buffer, at, event, { stream: name, revision, position: start + at, created });
      if (tombstone) stream.tombstone = ordinal;
      else this.streams.add(stream, ordinal, event.type);
      this.recent.add(event.id, ordinal);
      streams.push(stream);
      ordinals.push(ordinal);
    }
    const done = new Promise<void>((resolve, reject) => {
      const settle = (error?: WriteRefused) => {
        if (error) {
          for (let i = streams.length - 1; i >= 0; i--)
            this.streams.undo(streams[i]!, ordinals[i]!, drafts[i]!.event.type);
          for (const { event } of drafts) this.recent.forget(event.id);
          return reject(error);
        }
        this.commits.wakeAll();
        streams.forEach((stream, index) => this.wake(stream, drafts[index]!.event.type));
        resolve();
      };
      const frame = buffer.subarray(0, at);
      log.writer.enqueue({ frame, segment: log.tail, first: ordinals[0]!, records: ordinals.length, settle });
    });
    return { ordinals, done };
  }

  private wake(stream: Stream, type: string): void {
    for (const changed of [stream, stream.category, this.streams.ofType(stream, type)])
      if (changed) this.commits.wakeStream(changed.name);
  }

  /** Resolves when the record is on disk; rejects with WriteRefused if its write is given up. */
  async flushed(ordinal: number): Promise<void> {
    if (ordinal >= this.log.committed) await this.log.writer.settled(ordinal);
  }

  async close(): Promise<void> {
    await this.log.writer.finish();
    this.log.close();
  }
}

/** An event that the server itself writes. */
export function systemEvent(type: string, json: boolean, data: string): ProposedEvent {
  return { id: randomUUID(), type, json, data: Buffer.from(data), metadata: Buffer.alloc(0) };
}
