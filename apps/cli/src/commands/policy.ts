import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Recorded } from '#libs/event-sourcing';
import {
  endOf,
  OUTCOME_KINDS,
  type OutcomeKind,
  type PolicyAdopted,
  type PolicyState,
  policyDecider,
  startOf,
  SUPPOSABLE,
  supposed,
  type Supposition,
  type WhatIf,
  WhatIfReplay,
} from '#libs/domain';
import { dayIn } from '../options.js';
import { answer, Refused } from '../terminal.js';
import { withHistory } from '../with-runtime.js';

interface Options {
  readonly policy: string;
  readonly from: string;
  readonly to: string;
  readonly json: boolean;
}

export function policyCommands(program: Command): void {
  program
    .command('policy')
    .description('rules as data')
    .command('simulate')
    .description('what would have been late, red or escalated under other rules, against what was')
    .requiredOption('--policy <file>', `JSON: [{"policy", "effectiveFrom", "rules"}], of ${SUPPOSABLE.join(', ')}`)
    .requiredOption('--from <date>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <date>', 'last day, YYYY-MM-DD')
    .option('--json', 'answer as JSON on one line', false)
    .action((options: Options) => {
      const { policy: file, json } = options;
      const [from, to] = [dayIn('--from', options.from), dayIn('--to', options.to)];
      if (to < from) throw new Refused('--to lies before --from');
      const rules = readRules(file);
      return withHistory({ door: 'policy simulate', asked: { from, to } }, async ({ store, clock }) => {
        const policies = new Map<string, PolicyState>();
        for await (const event of store.readAll(undefined, 'policy-'))
          adopt(policies, event as Recorded<PolicyAdopted>);
        const replay = new WhatIfReplay(supposed(policies, rules, to));
        const [now, end] = [clock.now().toISOString(), endOf(to)];
        for await (const event of store.readAll()) if (event.metadata.recordedAt < end) replay.take(event);
        const found = replay.between(startOf(from), end < now ? end : now);
        answer(json, { from, to, ...found }, linesOf(found));
      });
    });
}

/** One rule set or several; a file that is none is refused. */
function readRules(file: string): Supposition[] {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Supposition | Supposition[];
    return Array.isArray(read) ? read : [read];
  } catch (error) {
    throw new Refused(`--policy ${file}: ${(error as Error).message}`);
  }
}

function adopt(policies: Map<string, PolicyState>, event: Recorded<PolicyAdopted>): void {
  policies.set(event.stream, policyDecider.evolve(policies.get(event.stream) ?? policyDecider.initial, event));
}

const KINDS: Readonly<Record<OutcomeKind, string>> = { LATE: '逾期', RED: '红灯', ESCALATED: '升级' };

const linesOf = ({ was, would, divergences }: WhatIf): string[] => [
  ...OUTCOME_KINDS.map((kind) => `${KINDS[kind]}：实际 ${was[kind]}，假设 ${would[kind]}`),
  ...divergences.map(({ project, name, kind, what, was: real, would: other }) => {
    return `${KINDS[kind]} ${name ?? project}（${project}）${what}：实际 ${real ?? '无'}，假设 ${other ?? '无'}`;
  }),
];
