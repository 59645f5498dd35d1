import { parse } from 'csv-parse/sync';

/** One record of a CSV file, or why there is none, with the number of the line on which it begins. */
export type CsvRecord =
  { readonly line: number; readonly cells: string[] } | { readonly line: number; readonly problem: string };

const BROKEN_QUOTES = 'broken quotes';

/**
 * The records of a text that begins with a header, each parsed by itself: a parser that reads on past a broken quote
 * swallows the good rows behind it, here it costs only its own. After a record that cannot be read the next line is
 * tried, so that nothing is passed over in silence. `isRow` tells whether a record must be a row of its own.
 */
export function* recordsOf(text: string, isRow: (cells: string[]) => boolean): Generator<CsvRecord> {
  const lines = text.split('\n');
  let width: number | undefined;
  for (let at = 0; at < lines.length;) {
    if (lines[at]!.trim() === '') {
      at++;
      continue;
    }
    const end = endOf(lines, at, isRow);
    const cells = end === undefined ? undefined : cellsOf(lines.slice(at, end).join('\n'));
    const line = at + 1;
    if (cells && cells.length === (width ??= cells.length)) {
      yield { line, cells };
      at = end!;
    } else {
      yield { line, problem: cells ? `${cells.length} columns instead of ${width}` : BROKEN_QUOTES };
      at++;
    }
  }
}

/** Where the record that begins at a line ends: quotes come in pairs, so an odd number leaves a text open. */
function endOf(lines: readonly string[], from: number, isRow: (cells: string[]) => boolean): number | undefined {
  let open = hasOddQuotes(lines[from]!);
  let end = from + 1;
  for (; open; end++) {
    const line = lines[end];
    if (line === undefined) return undefined;
    const cells = hasOddQuotes(line) ? undefined : cellsOf(line);
    // A line that is a whole row cannot be part of a text: the quote before it was never closed.
    if (cells && isRow(cells)) return undefined;
    open = open !== hasOddQuotes(line);
  }
  return end;
}

const hasOddQuotes = (line: string): boolean => (line.match(/"/g)?.length ?? 0) % 2 === 1;

function cellsOf(record: string): string[] | undefined {
  try {
    const parsed = parse(record.replace(/\r$/, ''), { record_delimiter: '\n', relax_column_count: true });
    return parsed.length === 1 ? parsed[0] : undefined;
  } catch {
    return undefined;
  }
}
