import type { Command } from 'commander';
import { compare, type Comparison, continuity } from '#libs/event-sourcing';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { verifySealedLog, verifyEvidence } from '../ledger/verify.js';
import { answer, Refused } from '../terminal.js';
import { withProjector, withRuntime } from '../with-runtime.js';

const LISTED = 50;

interface Options {
  readonly views: boolean;
  readonly bundle?: string;
  readonly checkpoint: readonly string[];
  readonly key?: string;
  readonly json: boolean;
}

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('hold the log against what was sealed of it; with an option, views or a bundle instead')
    .option('--views', 'hold every document and summary of every view against the log, folded anew', false)
    .option('--bundle <file>', 'an evidence bundle: its proofs, and its result computed again from its events')
    .option('--checkpoint <files...>', 'checkpoints kept elsewhere, which must hold as well', [])
    .option(
      '--key <key>',
      'public key of the ledger kept elsewhere, or a file that holds it; else that of the data folder',
    )
    .option('--json', 'answer as JSON', false)
    .action(({ views, bundle, checkpoint, key, json }: Options) => {
      if (views) return verifyViews(json);
      return bundle === undefined
        ? verifySealedLog(checkpoint, key, json)
        : verifyEvidence(bundle, checkpoint, key, json);
    });
}

const verifyViews = (json: boolean): Promise<void> =>
  withRuntime((runtime) =>
    withProjector(runtime, async () => {
      const { db, store } = runtime;
      const compared = await compare(db, store, PROJECTION, [continuity, ...VIEWS]);
      answer(json, compared, linesOf(compared));
      if (compared.differences.length > 0) throw new Refused('what is shown is not what the log says');
    }),
  );

export const linesOf = ({ position, compared, differences, missed }: Comparison): string[] => [
  `${compared} documents compared at position ${position}, ${differences.length} fields differ`,
  ...(missed > 0 ? [`${missed} moved on too quickly to be compared`] : []),
  ...differences.slice(0, LISTED).map(({ view, key, field, shown, folded }) => {
    return `${view} ${key} ${field || '/'}: shown ${JSON.stringify(shown)}, folded ${JSON.stringify(folded)}`;
  }),
  ...(differences.length > LISTED ? [`and ${differences.length - LISTED} more`] : []),
];
