import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { readCheckpoint } from '#libs/event-sourcing';
import { PROJECTION } from '#libs/read-models';
import type { Program } from '../programs.js';

/** How often each is killed in a round. */
const TIMES: Readonly<Record<string, number>> = { 'event-store': 2, projector: 3, worker: 2 };
const AT_WORK_MILLISECONDS = 6_000;

/** Kills the programs in random order at random instants until told to end. */
export async function killAtRandom(
  programs: readonly Program[],
  db: Db,
  random: () => number,
  ended: () => boolean,
): Promise<void> {
  const order = programs
    .flatMap((program) => Array.from({ length: TIMES[program.name] ?? 0 }, () => ({ program, at: random() })))
    .sort((a, b) => a.at - b.at);
  let position = -1;
  for (const { program } of order) {
    if (program.name === 'projector') await untilMoved(db, position, ended);
    await pause(random() * 1_000);
    if (ended()) return;
    const pid = program.kill();
    position = await positionOf(db);
    // Mostly another takes over at once; what runs out of itself takes 10 seconds.
    if (random() < 0.85) await expireLeases(db, `${program.name}@${hostname()}:${pid}`);
  }
}

/** A projector that is killed before it wrote anything shows nothing: it gets the time to be in the middle. */
async function untilMoved(db: Db, from: number, ended: () => boolean): Promise<void> {
  const until = performance.now() + AT_WORK_MILLISECONDS;
  while ((await positionOf(db)) <= from && performance.now() < until && !ended()) await pause(20);
}

const positionOf = async (db: Db): Promise<number> => (await readCheckpoint(db, PROJECTION))?.position ?? -1;

async function expireLeases(db: Db, owner: string): Promise<void> {
  await db.collection('checkpoints').updateMany({ owner }, { $set: { expiresAt: new Date(0) } });
}
