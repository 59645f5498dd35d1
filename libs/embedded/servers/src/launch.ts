import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, isRunning, markOf, readMark, writeMark } from './mark.js';
import { compiled } from './places.js';

/** How long a server may take to stop before it is killed; the guard and the launcher agree on it. */
const grace = 10_000;
const logLimit = 8 * 1024 * 1024;

export interface Command {
  data: string;
  /** Names the log and the mark: event-store, mongo or redis. */
  name: string;
  command: string;
  args: string[];
  /** Our own server watches its stdin itself; a foreign one needs a guard that does. */
  watchesStdin?: boolean;
}

export interface Launched {
  pid(): number | undefined;
  stdout: Readable | null;
  /** Resolves, never rejects, when the server is gone, whoever ended it. */
  gone: Promise<void>;
  isGone(): boolean;
  lastLines(): string;
  stop(): Promise<void>;
}

export function launch({ data, name, command, args, watchesStdin = false }: Command): Launched {
  const markFile = markFileOf(data, name);
  const logFile = join(data, 'logs', `${name}.log`);
  const log = openLog(data, logFile);
  const child = spawn(
    watchesStdin ? command : process.execPath,
    watchesStdin ? args : [compiled('libs/embedded/servers/src/guard.js'), markFile, String(grace), command, ...args],
    // Detached: a Ctrl-C reaches only the launcher, which then stops them in its own order.
    { cwd: data, detached: true, stdio: ['pipe', watchesStdin ? 'pipe' : log, log] },
  );
  closeSync(log);
  child.stdin!.on('error', () => undefined);
  const own = child.pid === undefined ? undefined : markOf(child.pid);
  if (watchesStdin && own) writeMark(markFile, own);

  let isGone = false;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
    // Were the guard killed, its server would still be there.
    .then(() => endLeftover(data, name))
    .then(() => void (isGone = true));

  return {
    pid: () => readMark(markFile)?.pid,
    stdout: child.stdout,
    gone,
    isGone: () => isGone,
    lastLines: () => `${logFile}:\n${tail(logFile)}`,
    async stop() {
      child.stdin!.end();
      const late = new AbortController();
      await Promise.race([gone, sleep(grace + 5_000, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      if (!isGone && own && isRunning(own)) child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Ends what an earlier start left behind, which takes that both it and the guard were killed. */
export async function endLeftover(data: string, name: string): Promise<void> {
  const mark = readMark(markFileOf(data, name));
  if (mark) await endProcess(mark, grace);
}

function markFileOf(data: string, name: string): string {
  return join(data, 'run', `${name}.json`);
}

function openLog(data: string, file: string): number {
  mkdirSync(join(data, 'logs'), { recursive: true, mode: 0o700 });
  if (existsSync(file) && statSync(file).size > logLimit) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function tail(file: string): string {
  // The folder may have been removed under a running server.
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '';
}
