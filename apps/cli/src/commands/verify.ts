import type { Command } from 'commander';
import { compare, type Comparison, continuity } from '#libs/event-sourcing';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { answer, Refused } from '../terminal.js';
import { withProjector, withRuntime } from '../with-runtime.js';

const LISTED = 50;

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('hold what is shown against the log')
    .requiredOption('--views', 'every document and summary of every view, folded anew from the log')
    .option('--json', 'answer as JSON', false)
    .action(({ json }: { json: boolean }) =>
      withRuntime((runtime) =>
        withProjector(runtime, async () => {
          const { db, store } = runtime;
          const compared = await compare(db, store, PROJECTION, [continuity, ...VIEWS]);
          answer(json, compared, linesOf(compared));
          if (compared.differences.length > 0) throw new Refused('what is shown is not what the log says');
        }),
      ),
    );
}

export const linesOf = ({ position, compared, differences, missed }: Comparison): string[] => [
  `${compared} documents compared at position ${position}, ${differences.length} fields differ`,
  ...(missed > 0 ? [`${missed} moved on too quickly to be compared`] : []),
  ...differences.slice(0, LISTED).map(({ view, key, field, shown, folded }) => {
    return `${view} ${key} ${field || '/'}: shown ${JSON.stringify(shown)}, folded ${JSON.stringify(folded)}`;
  }),
  ...(differences.length > LISTED ? [`and ${differences.length - LISTED} more`] : []),
];
