import type { Command } from 'commander';
import {
  type AnyView,
  compare,
  continuity,
  type Position,
  putBeside,
  readCheckpoint,
  rebuild,
  whileHolding,
} from '#libs/event-sourcing';
import type { Runtime } from '#libs/platform';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { answer, Refused, say } from '../terminal.js';
import { withProjector, withRuntime } from '../with-runtime.js';
import { linesOf } from './verify.js';

const LOOK_MILLISECONDS = 200;

export function rebuildCommand(program: Command): void {
  program
    .command('rebuild [views...]')
    .description('build views anew beside the live ones in one pass over the log, compare and switch')
    .option('--all', 'every view', false)
    .option('--json', 'answer as JSON', false)
    .action((names: string[], { all, json }: { all: boolean; json: boolean }) =>
      withRuntime((runtime) => rebuildViews(runtime, viewsOf(names, all), json)),
    );
}

function viewsOf(names: readonly string[], all: boolean): AnyView[] {
  const known = [continuity, ...VIEWS];
  const unknown = names.find((name) => !known.some((view) => view.name === name));
  if (unknown !== undefined || (names.length === 0 && !all))
    throw new Refused(`${unknown ? `no view ${unknown}; ` : ''}there are ${known.map(({ name }) => name).join(', ')}`);
  return known.filter(({ name }) => all || names.includes(name));
}

async function rebuildViews(runtime: Runtime, views: readonly AnyView[], json: boolean): Promise<void> {
  const { db, store } = runtime;
  const end = await store.end();
  const checkpoint = await readCheckpoint(db, PROJECTION);
  if (checkpoint && checkpoint.upTo > end) return beginAnew(runtime, end, json);
  // What is built no further than the views stand can be shown at once, wherever they stand.
  const upTo = Math.min(end, checkpoint?.position ?? end);
  const begun = Date.now();
  const { built, documents, events } = await rebuild(db, store, views, upTo, (position, events) => {
    const seconds = (Date.now() - begun) / 1_000;
    const left = (seconds * (upTo - position)) / Math.max(position, 1);
    say(`${events} events, ${Math.round(events / seconds)}/s, ${Math.ceil(left)} s left`);
  });
  const comparable = views.filter(({ name }) => checkpoint?.active[name] !== undefined);
  const compared = await compare(db, store, PROJECTION, comparable, documents);
  for (const each of built) await putBeside(db, each);
  await withProjector(runtime, async () => {
    for (const { view, collection } of built)
      while ((await readCheckpoint(db, PROJECTION))?.active[view]?.collection !== collection)
        await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  });
  answer(json, { events, built, compared }, [
    ...built.map(({ collection }) => `${collection} from ${events} events is shown now`),
    'against what was shown before:',
    ...linesOf(compared),
  ]);
}

/** A checkpoint beyond the end of the log is not of this log: nothing that it shows is kept. */
async function beginAnew(runtime: Runtime, end: Position, json: boolean): Promise<void> {
  const { db, owner } = runtime;
  const stop = new AbortController();
  await whileHolding(db, PROJECTION, owner, stop.signal, (held) => held.forget(end));
  await withProjector(runtime, async () => {
    while (Object.keys((await readCheckpoint(db, PROJECTION))?.active ?? {}).length <= VIEWS.length)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  });
  answer(json, { position: end }, [`the checkpoint was not of this log; every view was built anew up to ${end}`]);
}
