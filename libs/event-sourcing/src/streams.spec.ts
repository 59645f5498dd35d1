import type { AnyDecider } from './decider.js';
import type { Recorded } from './event.js';
import { MemoryLog } from './memory-log.js';
import { Streams } from './streams.js';

const STREAM = 'count-1';
const counting: AnyDecider = { initial: 0, evolve: (count: number) => count + 1, decide: () => [] };

/** A log over a line on which each read takes its events at once, and brings them when it is let through. */
class SlowLog extends MemoryLog {
  readonly reads: { bring(): void; fail(): void }[] = [];

  override async *read(stream: string, fromRevision = 0): AsyncGenerator<Recorded> {
    const events = this.of(stream).slice(fromRevision);
    await new Promise<void>((bring, reject) => {
      this.reads.push({ bring, fail: () => reject(new Error('line broken')) });
    });
    yield* events;
  }

  add(): Promise<unknown> {
    const by = {
      actor: { id: 'someone', role: 'LG_OFFICE' as const, unit: null },
      recordedAt: '',
      commandId: '',
      bodyHash: '',
    };
    const metadata = { ...by, $correlationId: '', $causationId: '' };
    return this.append(STREAM, this.of(STREAM).length - 1, [
      { id: '', event: { type: 'Counted', data: {} }, metadata },
    ]);
  }
}

/** Until whatever waits for nothing but other promises has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a stream that many decisions read at a time', () => {
  it('is read once more for all who ask meanwhile, with what was appended before they asked', async () => {
    const log = new SlowLog();
    const streams = new Streams(log, { count: counting });
    await log.add();
    const first = streams.load(STREAM);
    await log.add();
    const others = Promise.all([streams.load(STREAM), streams.load(STREAM), streams.load(STREAM)]);
    log.reads[0]!.bring();
    expect(await first).toMatchObject({ state: 1, revision: 0 });
    await settled();
    log.reads[1]!.bring();
    expect(await others).toMatchObject([{ state: 2 }, { state: 2 }, { state: 2 }]);
    expect(log.reads).toHaveLength(2);
  });

  it('is read for those who wait although the read before them failed', async () => {
    const log = new SlowLog();
    const streams = new Streams(log, { count: counting });
    await log.add();
    const first = streams.load(STREAM);
    const second = streams.load(STREAM);
    log.reads[0]!.fail();
    await expect(first).rejects.toThrow('line broken');
    await settled();
    log.reads[1]!.bring();
    expect(await second).toMatchObject({ state: 1 });
  });
});
