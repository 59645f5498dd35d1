import { BadCell, centsIn, dayIn, daysIn } from './cells.js';

/** The columns that a file must have, in any order; others are passed over. */
export const COLUMNS = [
  'Date Reported As Of',
  'PID',
  'Project Name',
  'Description',
  'Category',
  'Borough',
  'Managing Agency',
  'Client Agency',
  'Current Phase',
  'Design Start',
  'Budget Forecast',
  'Latest Budget Changes',
  'Total Budget Changes',
  'Forecast Completion',
  'Latest Schedule Changes',
  'Total Schedule Changes',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What the city published about one project at one reporting date; an empty cell is null. */
export interface Row {
  /** Number of the line on which the row begins. */
  readonly line: number;
  /** Reporting date, YYYY-MM-DD. */
  readonly on: string;
  readonly pid: string;
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly borough: string | null;
  readonly managingAgency: string | null;
  readonly clientAgency: string | null;
  readonly phase: string | null;
  readonly designStart: string | null;
  readonly completion: string | null;
  /** Amounts in cents. */
  readonly budget: number | null;
  readonly budgetChange: number | null;
  readonly totalBudgetChange: number | null;
  /** Days. */
  readonly scheduleChange: number | null;
  readonly totalScheduleChange: number | null;
}

/** Throws `BadCell`. */
export function rowOf(line: number, cell: (column: Column) => string): Row {
  const required = (column: Column): string => {
    if (cell(column).trim() === '') throw new BadCell(`${column} is empty`);
    return cell(column);
  };
  const optional = <T>(column: Column, read: (column: string, text: string) => T): T | null =>
    cell(column) === '' ? null : read(column, cell(column));
  const text = (column: Column): string | null => cell(column) || null;

  return {
    line,
    on: dayIn('Date Reported As Of', required('Date Reported As Of')),
    pid: required('PID'),
    name: required('Project Name'),
    description: text('Description'),
    category: text('Category'),
    borough: text('Borough'),
    managingAgency: text('Managing Agency'),
    clientAgency: text('Client Agency'),
    phase: text('Current Phase'),
    designStart: optional('Design Start', dayIn),
    completion: optional('Forecast Completion', dayIn),
    budget: optional('Budget Forecast', centsIn),
    budgetChange: optional('Latest Budget Changes', centsIn),
    totalBudgetChange: optional('Total Budget Changes', centsIn),
    scheduleChange: optional('Latest Schedule Changes', daysIn),
    totalScheduleChange: optional('Total Schedule Changes', daysIn),
  };
}
