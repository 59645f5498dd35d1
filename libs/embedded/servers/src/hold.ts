import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Addresses } from './addresses.js';
import { isRunning, markOf, type Mark } from './mark.js';

/** What `<data>/run/holder.<n>.json` says; the highest number counts, and a holder that ended holds nothing. */
interface Claim {
  holder?: Mark;
  addresses?: Addresses;
}

export interface Hold {
  announce(addresses: Addresses): void;
  release(): void;
}

/**
 * Takes the data folder for this process, or says who has it.
 * Numbers only grow and a claim appears whole under a name that can be made once, so of two starts
 * that both find a dead holder only one takes over: a lock file that is removed when stale can't promise that.
 */
export function takeHold(data: string): Hold {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  mkdirSync(join(data, 'run'), { recursive: true, mode: 0o700 });
  for (;;) {
    const last = lastClaim(data);
    if (last.claim.holder && isRunning(last.claim.holder)) throw inUse(data, last.claim.holder);
    const number = last.number + 1;
    const holder = markOf(process.pid)!;
    if (!create(data, number, { holder })) continue;
    if (lastClaim(data).number > number) {
      // Somebody else had come further while we looked.
      rmSync(fileOf(data, number), { force: true });
      continue;
    }
    for (const older of numbers(data)) if (older < number) rmSync(fileOf(data, older), { force: true });
    return {
      announce: (addresses) => replace(data, number, { holder, addresses }),
      release: () => replace(data, number, {}),
    };
  }
}

/** The addresses of the start that holds this folder now. */
export function announced(data: string): Addresses | undefined {
  const { holder, addresses } = lastClaim(data).claim;
  return holder && isRunning(holder) ? addresses : undefined;
}

function inUse(data: string, holder: Mark): Error {
  return new Error(`The data folder ${data} is in use by process ${holder.pid}; stop it first or name another folder.`);
}

function fileOf(data: string, number: number): string {
  return join(data, 'run', `holder.${number}.json`);
}

function numbers(data: string): number[] {
  try {
    return readdirSync(join(data, 'run'))
      .flatMap((name) => /^holder\.(\d+)\.json$/.exec(name)?.[1] ?? [])
      .map(Number);
  } catch {
    return [];
  }
}

function lastClaim(data: string): { number: number; claim: Claim } {
  for (;;) {
    const number = Math.max(0, ...numbers(data));
    if (number === 0) return { number, claim: {} };
    try {
      return { number, claim: JSON.parse(readFileSync(fileOf(data, number), 'utf8')) as Claim };
    } catch (error) {
      // Removed since we listed it: a higher one is there.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function create(data: string, number: number, claim: Claim): boolean {
  const draft = draftOf(data, claim);
  try {
    linkSync(draft, fileOf(data, number));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft);
  }
}

function replace(data: string, number: number, claim: Claim): void {
  renameSync(draftOf(data, claim), fileOf(data, number));
}

function draftOf(data: string, claim: Claim): string {
  const draft = join(data, 'run', `draft.${process.pid}.${Math.random().toString(36).slice(2)}`);
  writeFileSync(draft, JSON.stringify(claim), { mode: 0o600 });
  return draft;
}
