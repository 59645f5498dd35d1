import type { Command } from 'commander';
import { changesBetween, type EventStore, LATEST, plain, streamKnownAt } from '#libs/event-sourcing';
import { projectStream } from '#libs/domain';
import { FOREVER } from '#libs/platform';
import { cardOn, causeOf, projectCards, projectOn } from '#libs/read-models';
import { fieldLine } from '../difference-lines.js';
import { dayIn, instantIn } from '../options.js';
import { answer, line, Refused } from '../terminal.js';
import { withHistory } from '../with-runtime.js';

interface Options {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly step: boolean;
  readonly json: boolean;
}

export function replayCommand(program: Command): void {
  program
    .command('replay <project>')
    .description('replay a project from the log as of a day, as known at an instant')
    .option('--as-of <date>', 'day that is asked about, YYYY-MM-DD')
    .option('--known-at <instant>', 'instant whose knowledge counts, RFC 3339')
    .option(
      '--step',
      'event by event, each with what it changed, or with --json a line each with the state after it',
      false,
    )
    .option('--json', 'answer as JSON on one line', false)
    .action((id: string, { asOf, knownAt, step, json }: Options) => {
      const day = asOf === undefined ? LATEST : dayIn('--as-of', asOf);
      const instant = knownAt === undefined ? FOREVER : instantIn('--known-at', knownAt);
      return withHistory({ door: 'replay', project: id, asked: { asOf, knownAt } }, async ({ store }) => {
        if (step) return replaySteps(store, id, day, instant, json);
        const documents = await streamKnownAt(store, [projectCards], projectStream(id), instant);
        const project = await projectOn(documents, id, day);
        if (!project) throw new Refused(`no project ${id} as of that day and instant`);
        answer(json, project, [JSON.stringify(project, null, 2)]);
      });
    });
}

/** Nothing but the last state is kept in memory, however long the history is. */
async function replaySteps(store: EventStore, id: string, day: string, instant: string, json: boolean): Promise<void> {
  let card = null;
  let before: unknown = {};
  for await (const event of store.read(projectStream(id))) {
    if (event.metadata.recordedAt > instant) break;
    card = projectCards.evolve(card, event, id)!;
    const state = plain(cardOn(card, day) ?? {});
    if (json) await line(JSON.stringify({ ...causeOf(event), data: event.data, state }));
    else {
      const { type, revision, metadata } = event;
      await line(`${revision} ${metadata.recordedAt} ${type} by ${metadata.actor.id}`);
      for (const change of changesBetween(before, state))
        if (change.field !== '/revision') await line(`  ${fieldLine(change)}`);
    }
    before = state;
  }
  if (!card) throw new Refused(`no project ${id} as of that instant`);
}
