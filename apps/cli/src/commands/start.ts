import type { Command } from 'commander';
import { serve } from '../../../standalone/src/serve.js';

export function startCommand(program: Command): void {
  program.command('start').description('run the whole system on this machine').action(serve);
}
