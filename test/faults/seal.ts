import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSealed, Ledger, leafBytes, verifyLog } from '#libs/ledger';
import { type Checkpoint, isExtension, openCheckpoint, parseKey, SHA256 } from '#libs/verifier';
import { logOf } from '../../libs/ledger/src/testing.js';
import { compiled } from '../programs.js';
import { numberOf } from '../run-named.js';
import { randomOf } from './random.js';

const EVENTS = 3_000;
const STEP = 7;
const LONGEST_LIFE_MILLISECONDS = 150;

/** Kills a sealer again and again: each checkpoint that was ever there holds, and later ones extend it. */
export async function faultsSeal(args: string[] = []): Promise<boolean> {
  const rounds = numberOf(args, '--rounds', 100);
  const seed = numberOf(args, '--seed', Date.now() % 1_000_000);
  console.log(`seal: ${rounds} rounds, seed ${seed}`);
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'faults-seal-'));
  const seen: Checkpoint[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      if (seen.at(-1)?.size === EVENTS) {
        rmSync(folder, { recursive: true });
        seen.length = 0;
      }
      await sealUntilKilled(folder, random() * LONGEST_LIFE_MILLISECONDS);
      await look(folder, seen);
    }
    await sealUntilKilled(folder, Infinity);
    await look(folder, seen);
    const ledger = new Ledger(folder);
    const { leaves, wrong } = await verifyLog(leavesOf(), ledger, seen);
    if (wrong || leaves !== EVENTS) throw new Error(wrong?.what ?? `only ${leaves} events were sealed`);
    console.log(`seal: ${seen.length} checkpoints seen after kills all hold, the last of ${leaves} leaves`);
    return true;
  } catch (error) {
    console.error(`seal: FAILED with seed ${seed}: ${(error as Error).stack}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sealUntilKilled(folder: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [compiled('test/faults/seal-child.js'), folder, String(EVENTS), String(STEP)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await Promise.race([ended, new Promise((resolve) => child.stdout.once('data', resolve))]);
  if (milliseconds < Infinity) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const code = await ended;
  if (code !== 0 && code !== null) throw new Error(`a sealer ended by itself with ${code}`);
}

/** What a reader finds right after a kill. */
async function look(folder: string, seen: Checkpoint[]): Promise<void> {
  if (!existsSync(join(folder, 'checkpoint'))) return;
  const ledger = new Ledger(folder);
  const key = parseKey((await ledger.publicKey())!);
  const found = openCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8'), key);
  if (!(await ledger.tree.root(found.size)).equals(found.root)) throw new Error('tiles and checkpoint differ');
  const before = seen.at(-1);
  if (before && !isExtension(SHA256, before, found, await ledger.tree.consistency(before.size, found.size)))
    throw new Error(`the checkpoint of ${found.size} leaves does not extend that of ${before.size}`);
  if ((await ledger.positionOf(found.size - 1, found.size)) === undefined) throw new Error('a position is missing');
  seen.push(found);
}

async function* leavesOf() {
  for (const event of logOf(EVENTS)) if (isSealed(event)) yield await Promise.resolve(leafBytes(event));
}
