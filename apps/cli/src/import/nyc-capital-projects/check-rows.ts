import type { ProjectAnswer } from '#libs/read-models';
import { inParallel } from '../in-parallel.js';
import type { Row } from './columns.js';
import { projectIdOf } from './commands.js';
import { type Problem, readRows } from './read-rows.js';

/** A project as it stood on a day; undefined if it did not exist by then. */
export type AskAsOf = (projectId: string, day: string) => Promise<ProjectAnswer | undefined>;

/** A field in which the answer is not what the row says. */
export interface Difference {
  readonly line: number;
  readonly pid: string;
  readonly on: string;
  readonly field: string;
  readonly expected: string | number | null;
  readonly got: string | number | null;
}

export interface CheckSummary {
  /** Rows. */
  readonly checked: number;
  readonly equal: number;
  readonly differing: number;
  readonly differences: readonly Difference[];
  /** Rows that could not be read and so not be checked. */
  readonly problems: readonly Problem[];
}

const QUESTIONS_AT_ONCE = 16;

/** Compares each row with what is answered as of its reporting date; throws `FileRefused`. */
export async function checkRows(
  file: string,
  ask: AskAsOf,
  onProgress?: (done: number, total: number) => void,
): Promise<CheckSummary> {
  const { rows, problems } = await readRows(file);
  const differences: Difference[] = [];
  let checked = 0;
  let equal = 0;
  await inParallel(QUESTIONS_AT_ONCE, rows, async (row) => {
    const found = differencesOf(row, await ask(projectIdOf(row.pid), row.on));
    differences.push(...found);
    if (found.length === 0) equal++;
    checked++;
    onProgress?.(checked, rows.length);
  });
  differences.sort((a, b) => a.line - b.line);
  return { checked, equal, differing: checked - equal, differences, problems };
}

function differencesOf(row: Row, answer: ProjectAnswer | undefined): Difference[] {
  const { line, pid, on } = row;
  if (!answer) return [{ line, pid, on, field: 'project', expected: row.name, got: null }];
  const fields: [string, string | number | null, string | number | null | undefined][] = [
    ['name', row.name, answer.name],
    ['phase', row.phase, answer.sourcePhase],
    ['budget', row.budget, answer.totalInvestment],
    ['design start', row.designStart, answer.milestones.DESIGN_START],
    ['forecast completion', row.completion, answer.milestones.COMPLETION],
  ];
  return fields.flatMap(([field, expected, got = null]) =>
    got === expected ? [] : [{ line, pid, on, field, expected, got }],
  );
}
