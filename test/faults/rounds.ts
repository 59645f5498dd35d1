import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../programs.js';
import { numberOf } from '../run-named.js';

export interface Round {
  /** From 1 on. */
  readonly number: number;
  /** Of this round alone. */
  readonly seed: number;
  /** Of the whole run. */
  readonly runSeed: number;
  /** Its own, gone when it is over. */
  readonly folder: string;
  /** Those it starts, whose last lines are shown if it fails. */
  readonly programs: Program[];
}

/** Plays `--rounds` rounds from `--seed` on, until one fails; each answers what it did. */
export async function playRounds(
  name: string,
  args: readonly string[],
  play: (round: Round) => Promise<string>,
): Promise<boolean> {
  const rounds = numberOf(args, '--rounds', 20);
  const runSeed = numberOf(args, '--seed', Date.now() % 1_000_000);
  console.log(`${name}: ${rounds} rounds, seed ${runSeed}`);
  for (let number = 1; number <= rounds; number++) {
    const folder = mkdtempSync(join(tmpdir(), `faults-${name}-`));
    const programs: Program[] = [];
    // Also where a signal ends the run in the middle of a round.
    const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    process.once('exit', clean);
    try {
      const seed = runSeed * 1_000 + number;
      console.log(`  round ${number}: ${await play({ number, seed, runSeed, folder, programs })}`);
    } catch (error) {
      console.error(`${name}: FAILED in round ${number} with seed ${runSeed}: ${(error as Error).stack}`);
      for (const program of programs) console.error(program.lastLines());
      return false;
    } finally {
      process.off('exit', clean);
      clean();
    }
  }
  return true;
}
