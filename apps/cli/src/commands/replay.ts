import type { Command } from 'commander';
import { LATEST, streamKnownAt } from '#libs/event-sourcing';
import { isDay, projectStream } from '#libs/domain';
import { projectCards, projectOn } from '#libs/read-models';
import { answer, Refused } from '../terminal.js';
import { withRuntime } from '../with-runtime.js';

const FOREVER = '9999-12-31T00:00:00.000Z';

export function replayCommand(program: Command): void {
  program
    .command('replay <project>')
    .description('replay a project from the log as of a day, as known at an instant')
    .option('--as-of <date>', 'day that is asked about, YYYY-MM-DD')
    .option('--known-at <instant>', 'instant whose knowledge counts, RFC 3339')
    .option('--json', 'answer as JSON on one line', false)
    .action((id: string, options: { asOf?: string; knownAt?: string; json: boolean }) => {
      if (options.asOf !== undefined && !isDay(options.asOf)) throw new Refused(`--as-of ${options.asOf}: no such day`);
      const instant = options.knownAt === undefined ? FOREVER : instantOf(options.knownAt);
      return withRuntime(async ({ store }) => {
        const documents = await streamKnownAt(store, [projectCards], projectStream(id), instant);
        const project = await projectOn(documents, id, options.asOf ?? LATEST);
        if (!project) throw new Refused(`no project ${id} as of that day and instant`);
        answer(options.json, project, [JSON.stringify(project, null, 2)]);
      });
    });
}

function instantOf(text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new Refused(`--known-at ${text}: no such instant`);
  return instant.toISOString();
}
