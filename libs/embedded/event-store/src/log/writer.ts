import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, unlinkSync, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { FRAME_HEADER, sealFrame } from './frame.js';
import { SEGMENT_HEADER, type Segment } from './segment.js';

/** Copying so few bytes into the page cache takes less time than handing them to a thread. */
const DIRECT_BYTES = 256 * 1024;

const writeAsync = promisify(write);

async function writeSome(file: number, bytes: Buffer, from: number, length: number, position: number): Promise<number> {
  if (length <= DIRECT_BYTES) return writeSync(file, bytes, from, length, position);
  return (await writeAsync(file, bytes, from, length, position)).bytesWritten;
}

/** What the writer asks of the disk; tests let it fail. */
const disk = { write: writeSome, sync: promisify(fdatasync) };

/** The disk did not take a write; nothing of it is kept and nothing of it was acknowledged. */
export class WriteRefused extends Error {}

/** An append that waits for the disk. */
export interface QueuedFrame {
  frame: Buffer;
  segment: Segment;
  /** Ordinal of its first record. */
  first: number;
  records: number;
  /** Called once: without an error when it is on disk, with one when it was given up, the newest frame first. */
  settle: (error?: WriteRefused) => void;
}

/** What the writer needs of the log. */
export interface WrittenLog {
  committed: number;
  readonly count: number;
  readonly tail: Segment;
  readonly onSeal: (segment: Segment) => void;
  reserve(bound: number): number;
  rollback(): void;
}

/** Writes queued frames in order: one write and one fdatasync for all that gathered during the flush before. */
export class GroupWriter {
  private queue: QueuedFrame[] = [];
  private flushing: QueuedFrame[] = [];
  private running: Promise<void> | undefined;
  private broken: WriteRefused | undefined;
  private dirty = false;
  readonly disk = { ...disk };
  /** Called after each flush. */
  onFlush: (bytes: number, frames: number, seconds: number) => void = () => {};

  constructor(private readonly log: WrittenLog) {}

  get waiting(): number {
    return this.queue.length + this.flushing.length;
  }

  /** True once the disk has failed in a way that only a restart can clear up. */
  get isBroken(): boolean {
    return this.broken !== undefined;
  }

  /** Throws WriteRefused once the disk has failed in a way that only a restart can clear up. */
  assertWritable(): void {
    if (this.broken) throw this.broken;
  }

  enqueue(queued: QueuedFrame): void {
    queued.segment.queued += queued.frame.length;
    this.queue.push(queued);
    this.running ??= this.run();
  }

  /**
   * Waits for the queue and ends the log with an empty frame: a later group, which proves that all before it was
   * flushed, so that damage there is told from a torn tail.
   */
  async finish(): Promise<void> {
    while (this.running) await this.running;
    if (!this.dirty || this.broken) return;
    const { log } = this;
    log.reserve(0);
    this.enqueue({
      frame: Buffer.alloc(FRAME_HEADER),
      segment: log.tail,
      first: log.count,
      records: 0,
      settle: () => undefined,
    });
    await this.running;
  }

  /** A record that is not on disk yet, with its length in front. */
  pending(ordinal: number, offset: number): Buffer {
    const { frame, segment, first } = this.find(ordinal);
    return frame.subarray(FRAME_HEADER + offset - segment.offset(first - segment.first));
  }

  /** Settles together with the queued frame that holds the record. */
  settled(ordinal: number): Promise<void> {
    const queued = this.find(ordinal);
    const { settle } = queued;
    return new Promise((resolve, reject) => {
      queued.settle = (error) => {
        settle(error);
        if (error) reject(error);
        else resolve();
      };
    });
  }

  private find(ordinal: number): QueuedFrame {
    for (const list of [this.queue, this.flushing]) {
      const found = list.findLast((queued) => queued.first <= ordinal);
      if (found) return found;
    }
    throw new Error(`record ${ordinal} is not in the queue`);
  }

  private async run(): Promise<void> {
    await Promise.resolve();
    while (this.queue.length > 0) {
      const segment = this.queue[0]!.segment;
      const next = this.queue.findIndex((queued) => queued.segment !== segment);
      this.flushing = next < 0 ? this.queue : this.queue.slice(0, next);
      this.queue = next < 0 ? [] : this.queue.slice(next);
      try {
        await this.flush(segment, this.flushing);
        if (segment !== this.log.tail && this.queue[0]?.segment !== segment) this.log.onSeal(segment);
      } catch (error) {
        this.giveUp(segment, error as NodeJS.ErrnoException);
      }
    }
    this.running = undefined;
  }

  private async flush(segment: Segment, frames: QueuedFrame[]): Promise<void> {
    const started = performance.now();
    if (segment.file < 0) this.create(segment);
    const group = segment.size;
    let end = group;
    for (const { frame } of frames) {
      sealFrame(frame, end, group);
      end += frame.length;
    }
    const bytes = frames.length === 1 ? frames[0]!.frame : Buffer.concat(frames.map((queued) => queued.frame));
    for (let done = 0; done < bytes.length;)
      done += await this.disk.write(segment.file, bytes, done, bytes.length - done, group + done);
    await this.disk.sync(segment.file).catch((error: Error) => {
      this.broken = new WriteRefused(`The disk failed to flush (${error.message}); restart the event store.`);
      throw error;
    });
    segment.size = end;
    this.dirty = true;
    const last = frames[frames.length - 1]!;
    this.log.committed = last.first + last.records;
    this.flushing = [];
    this.onFlush(bytes.length, frames.length, (performance.now() - started) / 1000);
    for (const queued of frames) queued.settle();
  }

  /** The name must survive a power loss as well, hence the sync of the folder. */
  private create(segment: Segment): void {
    const file = openSync(segment.path, 'w+');
    try {
      writeSync(file, segment.header(), 0, SEGMENT_HEADER, 0);
      const folder = openSync(segment.folder, 'r');
      fsyncSync(folder);
      closeSync(folder);
    } catch (error) {
      closeSync(file);
      unlinkSync(segment.path);
      throw error;
    }
    segment.file = file;
  }

  private giveUp(segment: Segment, error: NodeJS.ErrnoException): void {
    const frames = [...this.flushing, ...this.queue];
    this.flushing = this.queue = [];
    try {
      if (segment.file >= 0) ftruncateSync(segment.file, segment.size);
    } catch (failure) {
      this.broken ??= new WriteRefused(`The disk failed (${(failure as Error).message}); restart the event store.`);
    }
    this.log.rollback();
    const refusal = this.broken ?? new WriteRefused(`The disk did not take the write: ${error.message}.`);
    for (const queued of frames.reverse()) queued.settle(refusal);
  }
}
