import { inDollars } from './cells.js';
import type { Row } from './columns.js';
import type { Found } from './wart.js';

/** A figure that the file gives three times: its value, its change since the last report, and all its changes. */
interface Figure {
  readonly name: 'budget' | 'schedule';
  value(row: Row): number | null;
  change(row: Row): number | null;
  total(row: Row): number | null;
  /** Differences below it are the rounding of the source. */
  readonly rounding: number;
  shown(value: number): string;
}

const MILLISECONDS = 86_400_000;

export const FIGURES: readonly Figure[] = [
  {
    name: 'budget',
    value: ({ budget }) => budget,
    change: ({ budgetChange }) => budgetChange,
    total: ({ totalBudgetChange }) => totalBudgetChange,
    // Changes are published in whole dollars, budgets in cents.
    rounding: 100,
    shown: inDollars,
  },
  {
    name: 'schedule',
    value: ({ completion }) => (completion === null ? null : Date.parse(completion) / MILLISECONDS),
    change: ({ scheduleChange }) => scheduleChange,
    total: ({ totalScheduleChange }) => totalScheduleChange,
    rounding: 0,
    shown: (days) => `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`,
  },
];

/** Where the figures of one project, in order of date, do not add up. */
export function figureWarts(figure: Figure, rows: readonly Row[], found: Found): void {
  rows.forEach((row, index) => changeWarts(figure, rows[index - 1], row, found));

  const last = rows.at(-1)!;
  const total = figure.total(last);
  const changes = rows.map(figure.change).filter((change) => change !== null);
  const sum = changes.reduce((a, b) => a + b, 0);
  if (total === null && changes.length > 0)
    found(`${figure.name}-total-missing`, last, `no total of ${changes.length} changes`);
  if (total !== null && total !== sum)
    found(
      `${figure.name}-total-differs`,
      last,
      `total of ${figure.shown(total)}, but the changes add up to ${figure.shown(sum)}`,
    );
}

function changeWarts(figure: Figure, before: Row | undefined, row: Row, found: Found): void {
  const [was, is, change] = [before ? figure.value(before) : null, figure.value(row), figure.change(row)];
  const kind = `${figure.name}-change`;
  if (change === null) {
    if (before) found(`${kind}-missing`, row, `no change of ${figure.name} since the last report`);
  } else if (was === null || is === null) {
    const why = before ? 'one of the two reports has no value' : 'there is no earlier report';
    found(`${kind}-incomparable`, row, `a change of ${figure.shown(change)}, but ${why}`);
  } else if (is - was !== change) {
    const rounded = Math.abs(is - was - change) < figure.rounding;
    const shown = `a change of ${figure.shown(change)}, but the values differ by ${figure.shown(is - was)}`;
    found(`${kind}-${rounded ? 'rounded' : 'differs'}`, row, shown);
  }
}
