import type { CheckSummary } from './check-rows.js';
import type { ImportSummary } from './import-rows.js';
import { placeOf } from './projects.js';
import type { Problem } from './read-rows.js';

/** An import as people read it: what is odd or wrong line by line, the counts last. */
export function importLines(summary: ImportSummary): string[] {
  const { rows, projects, commands, newEvents, problems, refused, warts, wartsByKind } = summary;
  return [
    ...warts.map((wart) => `${placeOf(wart)}: ${wart.kind}: ${wart.text}`),
    ...problemLines(problems),
    ...refused.map((each) => `${placeOf(each)}: ${each.text}`),
    ...Object.entries(wartsByKind).map(([kind, count]) => `${String(count).padStart(6)} ${kind}`),
    `${warts.length} warts, ${problems.length} rows not readable, ${refused.length} commands refused`,
    `${rows} rows of ${projects} projects, ${commands} commands, ${newEvents} new events`,
  ];
}

/** A check as people read it. */
export function checkLines({ checked, equal, differing, differences, problems }: CheckSummary): string[] {
  return [
    ...problemLines(problems),
    ...differences.map(
      ({ field, expected, got, ...row }) =>
        `${placeOf(row)}: ${field} should be ${JSON.stringify(expected)}, but is ${JSON.stringify(got)}`,
    ),
    `${checked} rows checked, ${equal} equal, ${differing} differing`,
  ];
}

const problemLines = (problems: readonly Problem[]): string[] =>
  problems.map(({ line, text }) => `line ${line}: ${text}; not imported`);

/** Warts are the source's own; only what was not taken, or taken wrongly, is a failure. */
export const importSucceeded = ({ problems, refused }: ImportSummary): boolean =>
  problems.length === 0 && refused.length === 0;

export const checkSucceeded = ({ differing, problems }: CheckSummary): boolean =>
  differing === 0 && problems.length === 0;
