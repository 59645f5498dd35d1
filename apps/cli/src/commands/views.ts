import type { Command } from 'commander';
import { continuity, dropRetired, listBeside, readCheckpoint } from '#libs/event-sourcing';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { answer } from '../terminal.js';
import { withRuntime } from '../with-runtime.js';

export function viewsCommands(program: Command): void {
  const views = program
    .command('views')
    .description('list the views, their versions, where they stand and what they hold back')
    .option('--json', 'answer as JSON', false)
    .action(({ json }: { json: boolean }) => withRuntime(({ db }) => listViews(db, json)));

  views
    .command('drop-retired')
    .description('drop the documents of earlier versions, after which going back builds them anew')
    .action(() =>
      withRuntime(async ({ db }) => {
        const shown = (await readCheckpoint(db, PROJECTION))?.active ?? {};
        const dropped = await dropRetired(db, shown);
        answer(false, dropped, dropped.length > 0 ? dropped.map((name) => `dropped ${name}`) : ['nothing to drop']);
      }),
    );
}

async function listViews(db: Parameters<typeof readCheckpoint>[0], json: boolean): Promise<void> {
  const checkpoint = await readCheckpoint(db, PROJECTION);
  const parked = checkpoint?.parked ?? [];
  const views = [continuity, ...VIEWS].map(({ name, version }) => ({
    name,
    version,
    active: checkpoint?.active[name] ?? null,
    parked: parked.filter(({ view }) => view === name),
  }));
  const beside = await listBeside(db);
  const position = checkpoint?.position ?? null;
  answer(json, { position, holder: checkpoint?.owner ?? null, views, beside }, [
    `position ${position ?? '-'}, kept by ${checkpoint?.owner ?? '-'}`,
    ...views.flatMap(({ name, version, active, parked }) => [
      `${name} v${version}: ${active?.collection ?? 'not built'}${parked.length > 0 ? ', incomplete' : ''}`,
      ...parked.map(({ key, events, reason }) => `  ${key}: ${events} events held since ${reason}`),
    ]),
    ...beside.map(
      ({ collection, position, retired }) => `beside: ${collection} up to ${position}${retired ? ', retired' : ''}`,
    ),
  ]);
}
