import type { Command } from 'commander';
import { LATEST } from '#libs/event-sourcing';
import { awaitPosition, type SidesAsked } from '#libs/platform';
import { LISTS } from '#libs/read-models';
import { FOLLOW_MILLISECONDS } from '../../../api/src/imports/run-import.js';
import { type Differ, ofDashboard, ofList, ofPlan, ofProject } from '../differences.js';
import { dayIn, instantIn } from '../options.js';
import { line, Refused } from '../terminal.js';
import { withHistory, withProjector } from '../with-runtime.js';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly fromKnownAt?: string;
  readonly toKnownAt?: string;
  readonly cell?: string;
  readonly figure?: string;
  readonly json: boolean;
}

export function diffCommands(program: Command): void {
  const diff = program
    .command('diff')
    .description('what changed between two days or two instants of knowledge, and the events that changed it');
  const sub = (usage: string, description: string) =>
    diff
      .command(usage)
      .description(description)
      .option('--from <date>', 'day on one side, YYYY-MM-DD')
      .option('--to <date>', 'day on the other side')
      .option('--from-known-at <instant>', 'instant whose knowledge counts on one side, RFC 3339')
      .option('--to-known-at <instant>', 'instant whose knowledge counts on the other side')
      .option('--json', 'a JSON object on each line', false);
  const run = (of: Differ) => (args: readonly string[], options: Options) =>
    withHistory(lookOf(of, args, options), (runtime) =>
      withProjector(runtime, async () => {
        const sides = sidesIn(options);
        await awaitPosition(runtime.db, await runtime.store.end(), FOLLOW_MILLISECONDS);
        for await (const { value, lines } of of(runtime, sides, args, options))
          if (options.json) await line(JSON.stringify(value));
          else for (const each of lines) await line(each);
      }),
    );
  sub('project <id>', 'fields of a project').action((id: string, options: Options) => run(ofProject)([id], options));
  sub('list <list> <year>', `projects of a list: ${LISTS.join(', ')}`).action(
    (list: string, year: string, options: Options) => run(ofList)([list, year], options),
  );
  sub('plan <year>', 'fields and lines of a plan').action((year: string, options: Options) =>
    run(ofPlan)([year], options),
  );
  sub('dashboard <year> <month>', 'fields of a dashboard; a number down to projects and events')
    .option('--cell <pointer>', 'with --figure: where the number is, such as /construction')
    .option('--figure <name>', 'the number, such as completedAccepted')
    .action((year: string, month: string, options: Options) => run(ofDashboard)([year, month], options));
}

const lookOf = (of: Differ, args: readonly string[], options: Options) => ({
  door: 'diff',
  ...(of === ofProject && { project: args[0]! }),
  asked: { of: args.join(' '), ...options },
});

function sidesIn({ from, to, fromKnownAt, toKnownAt }: Options): SidesAsked {
  if ((from === undefined) !== (to === undefined) || (fromKnownAt === undefined) !== (toKnownAt === undefined))
    throw new Refused('a difference has two sides');
  if (from === undefined && fromKnownAt === undefined)
    throw new Refused('--from and --to, or --from-known-at and --to-known-at');
  const side = (day: string | undefined, knownAt: string | undefined, name: string) => ({
    day: day === undefined ? LATEST : dayIn(`--${name}`, day),
    ...(knownAt !== undefined && { knownAt: instantIn(`--${name}-known-at`, knownAt) }),
  });
  return { from: side(from, fromKnownAt, 'from'), to: side(to, toKnownAt, 'to') };
}
