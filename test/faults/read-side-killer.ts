import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { readCheckpoint } from '#libs/event-sourcing';
import { PROJECTION } from '#libs/read-models';
import type { Program } from '../programs.js';
import type { KeptMongo } from './kept-mongo.js';

const LOOK_MILLISECONDS = 100;
/** Longer than the lease. */
const FREEZE_MILLISECONDS = 11_000;
const AT_WORK_MILLISECONDS = 300;

export interface Victims {
  readonly db: Db;
  readonly projectors: readonly Program[];
  readonly eventStore: Program;
  readonly mongo: KeptMongo;
}

/** Kills each of them in random order at random instants, and freezes a holder; `wholly` until its lease has run out. */
export async function killInTurns(victims: Victims, random: () => number, wholly: boolean): Promise<string[]> {
  const { db, projectors, eventStore, mongo } = victims;
  const one = () => projectors[Math.floor(random() * projectors.length)]!;
  const blows: (() => Promise<string>)[] = [
    ...[1, 2].map(() => () => Promise.resolve(one().kill()).then(() => 'projector')),
    () => Promise.resolve(eventStore.kill()).then(() => 'event store'),
    () => mongo.kill().then(() => 'database'),
    () => freezeHolder(db, projectors, wholly),
  ];
  const order = blows.map((blow) => ({ blow, at: random() })).sort((a, b) => a.at - b.at);
  const done: string[] = [];
  for (const { blow } of order) {
    await pause(300 + random() * 700);
    done.push(await blow());
  }
  return done;
}

/** Stops the holder where it is, until another has held its lease for a while, and lets it go on. */
async function freezeHolder(db: Db, projectors: readonly Program[], wholly: boolean): Promise<string> {
  const holder = await holderIn(db).catch(() => undefined);
  const pid = projectors.map((each) => each.pid).find((each) => each === holder);
  if (pid === undefined) return 'nobody held';
  try {
    process.kill(pid, 'SIGSTOP');
    if (wholly) await pause(FREEZE_MILLISECONDS);
    else await endLease(db, pid);
    await pause(2 * AT_WORK_MILLISECONDS);
    process.kill(pid, 'SIGCONT');
  } catch {
    return 'froze one that had ended';
  }
  return wholly ? 'froze the holder' : 'froze the holder, lease ended';
}

/** Somebody notices each holder that has ended, so that a round need not wait for its lease to run out. */
export async function endLeasesOfTheDead(db: Db, ended: () => boolean): Promise<void> {
  while (!ended()) {
    const pid = await holderIn(db).catch(() => undefined);
    if (pid !== undefined && !isThere(pid)) await endLease(db, pid).catch(() => undefined);
    await pause(LOOK_MILLISECONDS);
  }
}

/** The process that took the lease last, whether it is still there or not. */
async function holderIn(db: Db): Promise<number | undefined> {
  const [, pid] = (await readCheckpoint(db, PROJECTION))?.owner.split(':') ?? [];
  return pid === undefined ? undefined : Number(pid);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function endLease(db: Db, pid: number): Promise<void> {
  const owner = `projector:${pid}`;
  await db.collection('checkpoints').updateOne({ owner }, { $set: { expiresAt: new Date(0) } });
}
