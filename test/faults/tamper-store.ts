import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { EventMetadata, Recorded } from '#libs/event-sourcing';
import { checkFrame, FRAME_HEADER, sealFrame } from '../../libs/embedded/event-store/src/log/frame.js';
import { readForwards } from '../../libs/embedded/event-store/src/log/read.js';
import { SEGMENT_HEADER } from '../../libs/embedded/event-store/src/log/segment.js';
import { openStore } from '../../libs/embedded/event-store/src/open.js';
import { parseRecord } from '../../libs/embedded/event-store/src/wire/recorded-event.js';

const logger = pino({ level: 'silent' });

/** Every event of a folder of the store, as a client gets it. Throws where the store refuses or cannot read on. */
export async function* eventsIn(folder: string): AsyncGenerator<Recorded> {
  const store = openStore(folder, logger);
  try {
    for (
      let next = 0, run: Buffer[];
      (run = await readForwards(store.log, next, Infinity)).length > 0;
      next += run.length
    )
      for (const { id, stream, revision, position, type, data, metadata } of run.map(parseRecord))
        yield {
          ...{ id, stream, position, type, revision: Number(revision) },
          data: JSON.parse(data.toString()) as object,
          metadata: JSON.parse(metadata.toString()) as EventMetadata,
        };
  } finally {
    await store.close();
  }
}

type Payload = readonly Buffer[];

/** One way to alter a file behind the store's back; each leaves its checksums in order, unless it is about them. */
export type Alteration = (file: string, random: () => number) => void;

const someOf = (random: () => number, count: number): number => Math.floor(random() * count);

function flip(bytes: Buffer, random: () => number, from = 0): void {
  bytes[from + someOf(random, bytes.length - from)]! ^= 1 << someOf(random, 8);
}

/** Takes a segment apart into the records of its appends, lets them be altered, and puts it together anew. */
const rewriting =
  (alter: (appends: Payload[], random: () => number) => Payload[]): Alteration =>
  (file, random) => {
    const bytes = readFileSync(file);
    const appends: Payload[] = [];
    for (let at = SEGMENT_HEADER, frame; (frame = checkFrame(bytes, at, at)); at += FRAME_HEADER + frame.payload)
      appends.push(recordsOf(bytes.subarray(at + FRAME_HEADER, at + FRAME_HEADER + frame.payload)));
    const parts: Buffer[] = [bytes.subarray(0, SEGMENT_HEADER)];
    let offset = SEGMENT_HEADER;
    for (const records of alter(appends, random)) {
      const frame = frameOf(records);
      sealFrame(frame, offset, offset);
      parts.push(frame);
      offset += frame.length;
    }
    writeFileSync(file, Buffer.concat(parts));
  };

function recordsOf(payload: Buffer): Payload {
  const records: Buffer[] = [];
  for (let at = 0; at < payload.length; at += 4 + payload.readUInt32LE(at))
    records.push(payload.subarray(at + 4, at + 4 + payload.readUInt32LE(at)));
  return records;
}

function frameOf(records: Payload): Buffer {
  const lengths = records.map(({ length }) => Buffer.from(Uint32Array.of(length).buffer));
  return Buffer.concat([Buffer.alloc(FRAME_HEADER), ...records.flatMap((record, at) => [lengths[at]!, record])]);
}

const replaced = (appends: Payload[], at: number, ...by: Payload[]): Payload[] => appends.toSpliced(at, 1, ...by);

/** Changes one append that holds something. */
const inOne = (change: (records: Payload, random: () => number) => Payload[]): Alteration =>
  rewriting((appends, random) => {
    const at = someOf(random, appends.filter((records) => records.length > 0).length);
    return replaced(appends, at, ...change(appends[at]!, random));
  });

const flippedRecord = (records: Payload, random: () => number): Payload[] => {
  const copy = records.map((record) => Buffer.from(record));
  flip(copy[someOf(random, copy.length)]!, random);
  return [copy];
};

export const STORE_ALTERATIONS: Readonly<Record<string, Alteration>> = {
  'a bit, checksum and all': (file, random) => {
    const bytes = readFileSync(file);
    flip(bytes, random);
    writeFileSync(file, bytes);
  },
  'a bit, checksum recomputed': inOne(flippedRecord),
  'a digit or letter, checksum recomputed': inOne((records, random) => {
    const copy = Buffer.from(records[someOf(random, records.length)]!);
    const places = [...copy.keys()].filter((at) => /[0-9a-z]/.test(String.fromCharCode(copy[at]!)));
    const place = places[someOf(random, places.length)]!;
    copy[place] = copy[place]! === 0x31 ? 0x32 : 0x31;
    return [records.map((record) => (record.length === copy.length ? copy : record))];
  }),
  'an append removed': inOne(() => []),
  'an event removed': inOne((records, random) => [records.toSpliced(someOf(random, records.length), 1)]),
  'an append twice': inOne((records) => [records, records]),
  'an event slipped in': inOne((records, random) => [flippedRecord([records[0]!], random)[0]!, records]),
  'two events swapped': inOne((records, random) => {
    const at = someOf(random, records.length - 1);
    return [records.length < 2 ? records : records.toSpliced(at, 2, records[at + 1]!, records[at]!)];
  }),
  'two appends swapped': rewriting((appends, random) => {
    const at = someOf(random, appends.length - 2);
    return appends.toSpliced(at, 2, appends[at + 1]!, appends[at]!);
  }),
};

export const segmentIn = (folder: string): string =>
  join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.log'))!,
  );
