import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { readForwards } from '../../libs/embedded/event-store/src/log/read.js';
import { RefusesToStart } from '../../libs/embedded/event-store/src/log/lock.js';
import { openStore } from '../../libs/embedded/event-store/src/open.js';
import { parseRecord } from '../../libs/embedded/event-store/src/wire/recorded-event.js';
import type { Ledger, SeenEvent } from './event-store-ledger.js';

const logger = pino({ level: 'silent' });
const segmentsOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .sort();

async function contents(folder: string): Promise<SeenEvent[]> {
  const store = openStore(folder, logger);
  const seen: SeenEvent[] = [];
  for (
    let next = 0, run: Buffer[];
    (run = await readForwards(store.log, next, Infinity)).length > 0;
    next += run.length
  )
    for (const { id, stream, revision, position } of run.map(parseRecord))
      seen.push({ id, stream, revision, position: BigInt(position) });
  await store.close();
  return seen;
}

function fresh(data: string, copy: string): void {
  rmSync(copy, { recursive: true, force: true });
  cpSync(data, copy, { recursive: true });
}

/** Throws unless the one log is the other up to some point. */
function mustBePrefix(shorter: SeenEvent[], longer: SeenEvent[]): void {
  for (const [index, { id }] of shorter.entries())
    if (id !== longer[index]?.id) throw new Error(`a spoiled copy differs at event ${index}`);
}

/** Cuts the last segment of a copy at any byte: it must start, with whole appends only. */
export async function cutAnywhere(data: string, copy: string, ledger: Ledger, random: () => number): Promise<void> {
  fresh(data, copy);
  const whole = await contents(copy);
  fresh(data, copy);
  const last = join(copy, segmentsOf(copy).at(-1)!);
  truncateSync(last, Math.floor(random() * readFileSync(last).length));
  const left = await contents(copy);
  mustBePrefix(left, whole);
  ledger.checkOrder(left);
  ledger.countDamaged();
}

/** Flips a bit of a copy: it must be found, and only in what was written last may it pass for a torn write. */
export async function flipAnywhere(data: string, copy: string, ledger: Ledger, random: () => number): Promise<void> {
  fresh(data, copy);
  const whole = await contents(copy);
  fresh(data, copy);
  const names = segmentsOf(copy);
  const name = names[Math.floor(random() * names.length)]!;
  const bytes = readFileSync(join(copy, name));
  const at = Math.floor(random() * bytes.length);
  bytes[at]! ^= 1 << Math.floor(random() * 8);
  writeFileSync(join(copy, name), bytes);
  ledger.countDamaged();
  try {
    const left = await contents(copy);
    mustBePrefix(left, whole);
    ledger.checkOrder(left);
    if (name !== names.at(-1)) throw new Error(`a flipped bit at ${at} of the sealed segment ${name} went unnoticed`);
    const lostFrom = whole[left.length]?.position;
    if (lostFrom !== undefined && lostFrom < BigInt(Number(name.slice(0, 16)) + lastGroup(bytes, at)))
      throw new Error(`a flipped bit at ${at} of ${name} took more than the last group with it`);
  } catch (error) {
    if (!(error instanceof RefusesToStart)) throw error;
    if (!error.message.startsWith(`Segment ${name} is damaged at offset `)) throw error;
  }
}

/** Where the newest group of a segment begins; the frame with the flipped bit itself is not asked. */
function lastGroup(bytes: Buffer, flipped: number): number {
  let group = 16;
  for (let offset = 16; offset + 16 <= bytes.length;) {
    const end = offset + 16 + bytes.readUInt32LE(offset);
    if (bytes.readUInt32LE(offset + 12) !== offset) break;
    if (flipped < offset || flipped >= end) group = bytes.readUInt32LE(offset + 8);
    offset = end;
  }
  return group;
}
