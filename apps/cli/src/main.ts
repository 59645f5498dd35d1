#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { Refused, say } from './terminal.js';

type Adds = (program: Command) => void;
const backupAndRestore = async (): Promise<Adds> => (await import('./commands/backup.js')).backupCommands;

/** By the first word of the command line: all of them together take seconds to load, of which most need little. */
const COMMANDS: ReadonlyMap<string, () => Promise<Adds>> = new Map([
  ['start', async () => (await import('./commands/start.js')).startCommand],
  ['demo', async () => (await import('./commands/demo.js')).demoCommand],
  ['token', async () => (await import('./commands/token.js')).tokenCommand],
  ['import', async () => (await import('./commands/import.js')).importCommand],
  ['export', async () => (await import('./commands/export.js')).exportCommand],
  ['replay', async () => (await import('./commands/replay.js')).replayCommand],
  ['diff', async () => (await import('./commands/diff.js')).diffCommands],
  ['views', async () => (await import('./commands/views.js')).viewsCommands],
  ['jobs', async () => (await import('./commands/jobs.js')).jobsCommands],
  ['policy', async () => (await import('./commands/policy.js')).policyCommands],
  ['rebuild', async () => (await import('./commands/rebuild.js')).rebuildCommand],
  ['verify', async () => (await import('./commands/verify.js')).verifyCommand],
  ['eventstore', async () => (await import('./commands/eventstore.js')).eventstoreCommand],
  ['backup', backupAndRestore],
  ['restore', backupAndRestore],
]);

/** Exit codes: 0 done, 1 refused or found wrong, 2 wrong usage. */
async function main(): Promise<void> {
  const program = new Command('taizhang').description('台账: the ledger of a district’s key projects').exitOverride();
  const asked = COMMANDS.get(process.argv[2] ?? '');
  for (const load of asked ? [asked] : new Set(COMMANDS.values())) (await load())(program);
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof Refused || (await isOfConfig(error))) {
      say((error as Error).message);
      process.exitCode = error instanceof Refused ? 1 : 2;
    } else {
      say(process.env.LOG_LEVEL === 'debug' ? String((error as Error).stack) : (error as Error).message);
      process.exitCode = 1;
    }
  }
}

/** Whoever read a configuration has loaded it already. */
const isOfConfig = async (error: unknown): Promise<boolean> =>
  error instanceof (await import('#libs/platform')).ConfigError;

void main();
