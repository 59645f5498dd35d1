import { inDollars } from './cells.js';
import type { Row } from './columns.js';
import { FIGURES, figureWarts } from './figures.js';
import { byProject, inOrderOfDate } from './projects.js';
import type { Found, Wart } from './wart.js';

/** The order in which the city's projects go on. */
const PHASES = ['Scoping/Planning', 'Design', 'Construction Procurement', 'Construction', 'Close-Out'];

/** All that is odd about the rows, by line; it is reported, neither repaired nor dropped. */
export function wartsOf(rows: readonly Row[]): Wart[] {
  const warts: Wart[] = [];
  const found: Found = (kind, { line, pid, on }, text) => warts.push({ kind, line, pid, on, text });
  const dates = [...new Set(rows.map(({ on }) => on))].sort();

  // By date, since what is odd about a history does not depend on the order of the file.
  for (const project of byProject(rows).map(inOrderOfDate)) {
    project.forEach((row, index) => {
      missing(row, found);
      if (index > 0) comparedWith(project[index - 1]!, row, dates, found);
    });
    for (const figure of FIGURES) figureWarts(figure, project, found);
  }
  return warts.sort((a, b) => a.line - b.line);
}

function missing(row: Row, found: Found): void {
  if (row.description === null) found('description-missing', row, 'no description');
  if (row.phase === null) found('phase-missing', row, 'no phase');
  if (row.designStart === null) found('design-start-missing', row, 'no design start');
  if (row.completion === null) found('completion-missing', row, 'no forecast completion');
  if (row.budget === null) found('budget-missing', row, 'no budget');
  if (row.budget !== null && row.budget < 0) found('budget-negative', row, `budget of ${inDollars(row.budget)}`);
  if (row.completion !== null && row.completion < row.on)
    found('completion-passed', row, `forecast completion ${row.completion} is before the reporting date`);
  // What an earlier conversion of the city's left where it could not read a character.
  if (`${row.name}${row.description ?? ''}`.includes('\uFFFD'))
    found('character-lost', row, 'name or description holds a character that was lost before publication');
}

function comparedWith(before: Row, row: Row, dates: readonly string[], found: Found): void {
  const skipped = dates.filter((date) => date > before.on && date < row.on);
  if (skipped.length > 0) found('report-skipped', row, `no row of ${skipped.join(', ')}`);
  if (isEarlier(row.completion, before.completion))
    found('completion-moved-back', row, `forecast completion from ${before.completion} to ${row.completion}`);
  if (isEarlier(row.designStart, before.designStart))
    found('design-start-moved-back', row, `design start from ${before.designStart} to ${row.designStart}`);
  const phases = [before, row].map(({ phase }) => PHASES.indexOf(phase ?? ''));
  if (phases[1]! >= 0 && phases[1]! < phases[0]!)
    found('phase-moved-back', row, `phase from ${before.phase} to ${row.phase}`);
}

const isEarlier = (day: string | null, before: string | null): boolean =>
  day !== null && before !== null && day < before;

/** How many of each kind, the commonest first. */
export function countsOf(warts: readonly Wart[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of warts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
