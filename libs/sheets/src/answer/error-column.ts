import { ERROR_HEADING, type SheetRead } from '../rows/read-sheets.js';
import { placeOf } from '../workbook/cell.js';
import type { Attributes } from '../workbook/xml.js';
import { cellXml } from './cells.js';
import type { Rewriter } from './rewrite.js';

const WIDTH = 60;

/** Puts the errors of rows into a column of their own behind the others, or into that of an earlier answer. */
export function errorColumn(
  { headerTop, lastColumn, errorColumn: earlier }: SheetRead,
  errors: ReadonlyMap<number, string>,
): Rewriter {
  const column = earlier ?? lastColumn + 1;
  let row = 0;
  let at = 0;
  let style: string | undefined;
  /** What is still to be put into the row at hand. */
  let pending: string | undefined;
  let hasColumns = false;
  let isWide = false;

  const settle = (write: (xml: string) => void) => {
    if (pending !== undefined) write(cellXml(row, column, pending, row === headerTop ? style : undefined));
    pending = undefined;
  };
  const wide = `<col min="${column}" max="${column}" width="${WIDTH}" customWidth="1"/>`;

  return {
    open(name, attributes, write) {
      switch (name) {
        // The rectangle in use grows by a column; it may be left out.
        case 'dimension':
          return null;
        case 'col':
          hasColumns = true;
          isWide ||= Number(attributes.max) >= column;
          return attributes;
        case 'sheetData':
          if (!hasColumns) write(`<cols>${wide}</cols>`);
          return attributes;
        case 'row': {
          row = attributes.r === undefined ? row + 1 : Number(attributes.r);
          at = 0;
          pending = row === headerTop ? ERROR_HEADING : errors.get(row);
          const { spans: _, ...others } = attributes;
          return others as Attributes;
        }
        case 'c':
          at = (attributes.r && placeOf(attributes.r)?.column) || at + 1;
          if (at < column) style = attributes.s;
          if (at >= column) settle(write);
          return at === column && row >= headerTop && (earlier !== undefined || errors.has(row)) ? null : attributes;
        default:
          return attributes;
      }
    },
    close(name, write) {
      if (name === 'cols' && !isWide) write(wide);
      if (name === 'row') settle(write);
    },
  };
}
