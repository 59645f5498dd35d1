import { append } from '../append/append.js';
import { ANY, NO_STREAM } from '../append/decide.js';
import { readOne } from '../log/read.js';
import { rangeOf } from '../read/range.js';
import { type Store, systemEvent } from '../store.js';
import { parseRecord } from '../wire/recorded-event.js';
import { ALL, checkpointStream, type GroupKey } from './settings.js';

/** How a place is written: `12` in a stream, `C:1/P:1` in `$all`. */
export const placeText = ({ stream }: GroupKey, place: number) =>
  stream === ALL ? `C:${place}/P:${place}` : `${place}`;

/** The checkpoint that a group left, -1 if none. */
export function loadCheckpoint(store: Store, key: GroupKey): number {
  const range = rangeOf(store, checkpointStream(key));
  if (range.kind !== 'visible' || range.last < range.first) return -1;
  const { data } = parseRecord(readOne(store.log, store.streams.ordinal(range.stream, range.last)));
  const [, place] = /(\d+)"?$/.exec(data.toString()) ?? [];
  return place === undefined ? -1 : Number(place);
}

/** Writes checkpoints one after the other; of those that come meanwhile only the newest. */
export class CheckpointWriter {
  private writing = false;
  private wanted: number | undefined;

  constructor(
    private readonly store: Store,
    private readonly key: GroupKey,
    private readonly onWritten: (place: number) => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  write(place: number): void {
    this.wanted = place;
    if (this.writing) return;
    this.writing = true;
    this.run()
      .catch(this.onError)
      .finally(() => (this.writing = false));
  }

  private async run(): Promise<void> {
    const name = checkpointStream(this.key);
    if (!this.store.streams.find(`$$${name}`))
      await append(this.store, `$$${name}`, NO_STREAM, [systemEvent('$metadata', true, '{"$maxCount":2}')]);
    while (this.wanted !== undefined) {
      const place = this.wanted;
      this.wanted = undefined;
      const text = JSON.stringify(placeText(this.key, place));
      await append(this.store, name, ANY, [systemEvent('SubscriptionCheckpoint', true, text)]);
      this.onWritten(place);
    }
  }
}
