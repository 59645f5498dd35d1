#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ConfigError } from '#libs/platform';
import { serve } from '../../standalone/src/serve.js';
import { backupCommands } from './commands/backup.js';
import { demoCommand } from './commands/demo.js';
import { diffCommands } from './commands/diff.js';
import { eventstoreCommand } from './commands/eventstore.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { jobsCommands } from './commands/jobs.js';
import { policyCommands } from './commands/policy.js';
import { replayCommand } from './commands/replay.js';
import { tokenCommand } from './commands/token.js';
import { rebuildCommand } from './commands/rebuild.js';
import { verifyCommand } from './commands/verify.js';
import { viewsCommands } from './commands/views.js';
import { Refused, say } from './terminal.js';

/** Exit codes: 0 done, 1 refused or found wrong, 2 wrong usage. */
async function main(): Promise<void> {
  const program = new Command('taizhang').description('台账: the ledger of a district’s key projects').exitOverride();
  program.command('start').description('run the whole system on this machine').action(serve);
  for (const add of [
    demoCommand,
    tokenCommand,
    importCommand,
    exportCommand,
    replayCommand,
    diffCommands,
    viewsCommands,
    jobsCommands,
    policyCommands,
    rebuildCommand,
    verifyCommand,
    eventstoreCommand,
    backupCommands,
  ])
    add(program);
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof Refused || error instanceof ConfigError) {
      say(error.message);
      process.exitCode = error instanceof ConfigError ? 2 : 1;
    } else {
      say(process.env.LOG_LEVEL === 'debug' ? String((error as Error).stack) : (error as Error).message);
      process.exitCode = 1;
    }
  }
}

void main();
