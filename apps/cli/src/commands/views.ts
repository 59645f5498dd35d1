import type { Command } from 'commander';
import { offerRebuild, readCheckpoint, rebuild, continuity } from '#libs/event-sourcing';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { answer, Refused, say } from '../terminal.js';
import { withProjector, withRuntime } from '../with-runtime.js';

const LOOK_MILLISECONDS = 200;

export function viewsCommands(program: Command): void {
  program
    .command('views')
    .description('list the views, their versions and the position at which they stand')
    .option('--json', 'answer as JSON', false)
    .action(({ json }: { json: boolean }) =>
      withRuntime(async ({ db }) => {
        const checkpoint = await readCheckpoint(db, PROJECTION);
        const views = [continuity, ...VIEWS].map(({ name, version }) => ({
          name,
          version,
          active: checkpoint?.active[name] ?? null,
        }));
        const position = checkpoint?.position ?? null;
        answer(json, { position, holder: checkpoint?.owner ?? null, views }, [
          `position ${position ?? '-'}, kept by ${checkpoint?.owner ?? '-'}`,
          ...views.map(({ name, version, active }) => `${name} v${version}: ${active?.collection ?? 'not built'}`),
        ]);
      }),
    );

  program
    .command('rebuild <view>')
    .description('build a view anew beside the live one and switch to it')
    .option('--json', 'answer as JSON', false)
    .action((name: string, { json }: { json: boolean }) =>
      withRuntime(async (runtime) => {
        const view = [continuity, ...VIEWS].find((each) => each.name === name);
        if (!view) throw new Refused(`no view ${name}; there are ${VIEWS.map((each) => each.name).join(', ')}`);
        const { db, store } = runtime;
        await withProjector(runtime, async () => {
          const upTo = await store.end();
          const begun = Date.now();
          const rebuilt = await rebuild(db, store, view, upTo, (position, events) => {
            const seconds = (Date.now() - begun) / 1_000;
            const left = (seconds * (upTo - position)) / Math.max(position, 1);
            say(`${events} events, ${Math.round(events / seconds)}/s, ${Math.ceil(left)} s left`);
          });
          await offerRebuild(db, rebuilt);
          while ((await readCheckpoint(db, PROJECTION))?.active[name]?.collection !== rebuilt.collection)
            await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
          answer(json, rebuilt, [
            `${rebuilt.collection}: ${rebuilt.documents} documents from ${rebuilt.events} events`,
          ]);
        });
      }),
    );
}
