import type { At, Read, Rules } from '#libs/event-sourcing/pure';
import { requireFile } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import { requireReconciled, totalsOf } from '../control-totals.js';
import { requireComplete, requireEligible } from '../draft/rules.js';
import { requireSoundEntry } from '../entries.js';
import { type PlanState, requirePublished } from '../state.js';
import { projectStream } from '../streams.js';
import type { BatchCommand } from './commands.js';
import type { BatchEvent, BatchLine, MovedFigures, Result } from './events.js';
import { CHANGES, type Outcome } from './lines.js';
import { withResults } from './state.js';

export const RULES: Rules<PlanState, BatchCommand, BatchEvent> = {
  /** Refused as a whole unless the old lines with these changes add up to the new totals. */
  ApplyBatch({ lines, declared, approvedBy, document }, state, at) {
    const year = requirePublished(state);
    requireFile('document', document);
    if (state.closedOn !== null) throw refuse('YEAR_CLOSED', { year });
    const { results, moved } = outcomeOf(lines, state, at);
    const admitted = results.flatMap(({ entry }) => (entry && !state.entries.has(entry.project) ? [entry] : []));
    for (const entry of admitted) requireEligible(entry, at);
    for (const { entry } of results) if (entry) requireSoundEntry(entry);
    requireComplete(
      results.flatMap(({ entry }) => entry ?? []),
      at,
    );
    const totals = totalsOf(withResults(state.entries, results).values());
    requireReconciled(declared, totals);
    const version = state.version + 1;
    const changed = { lines, results, moved, declared, totals, approvedBy, document };
    return [{ type: 'BatchApplied', data: { year, version, batch: at.newId('batch'), ...changed } }];
  },
};

export const reads = ({ lines }: CommandOf<BatchCommand, 'ApplyBatch'>): Read[] =>
  lines.flatMap(projectsOf).map((project) => ({ stream: projectStream(project), upToNow: true }));

/** Each project stands in one line of a batch only, so that the order of lines means nothing. */
function outcomeOf(lines: readonly BatchLine[], state: PlanState, at: At): Outcome {
  const results: Result[] = [];
  const moved: MovedFigures[] = [];
  const named = new Set<string>();
  lines.forEach((line, index) => {
    for (const project of new Set(projectsOf(line))) {
      if (named.has(project)) throw refuse('PROJECT_IN_TWO_LINES', { field: `lines/${index}`, project });
      named.add(project);
    }
    const outcome = CHANGES[line.kind](line as never, state, at);
    results.push(...outcome.results);
    moved.push(...outcome.moved);
  });
  return { results, moved };
}

function projectsOf(line: BatchLine): string[] {
  switch (line.kind) {
    case 'ADMIT':
    case 'CORRECT':
      return [line.entry.project];
    case 'MERGE':
      return [...line.projects, line.into.project];
    case 'SPLIT':
      return [line.project, ...line.into.map(({ entry }) => entry.project)];
    default:
      return [line.project];
  }
}
