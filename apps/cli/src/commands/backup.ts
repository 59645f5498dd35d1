import type { Command } from 'commander';
import { backUp } from '../backup/backup.js';
import { type Kept, restore } from '../backup/restore.js';

export function backupCommands(program: Command): void {
  program
    .command('backup <folder>')
    .description('copy log, seals, keys, files and directory of the data folder into an empty folder, running or not')
    .option('--json', 'answer as JSON', false)
    .action((folder: string, { json }: { json: boolean }) => backUp(folder, json));
  program
    .command('restore <folder>')
    .description('make a data folder of a backup, after holding it against its checkpoint')
    .requiredOption('--into <data>', 'the data folder, which must not be there yet')
    .option('--key <key>', 'public key of the ledger, or a file that holds it')
    .option('--checkpoint <file...>', 'checkpoints that were kept elsewhere', [])
    .option('--json', 'answer as JSON', false)
    .action((folder: string, { into, json, ...kept }: Kept & { into: string; json: boolean }) =>
      restore(folder, into, kept, json),
    );
}
