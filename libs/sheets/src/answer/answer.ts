import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { grouped } from '../grouped.js';
import type { Imported } from '../import/import-workbook.js';
import type { Problem } from '../problem.js';
import type { Workbook } from '../workbook/read.js';
import { sheetXml } from './cells.js';
import { errorColumn } from './error-column.js';
import { type Rewriter, rewritten } from './rewrite.js';
import { SUMMARY_SHEET, SUMMARY_TITLE, SUMMARY_WIDTHS, summaryRows } from './summary.js';

/** Times within the file say nothing; a fixed one makes equal answers equal bytes. */
const WRITTEN = new Date(2000, 0, 1);

/** The workbook that came in, as it was, with its errors behind the rows and a sheet that sums the import up. */
export async function answerOf(imported: Imported): Promise<Buffer> {
  const { workbook, sheets, problems } = imported;
  const { archive } = workbook;
  const errors = grouped(problems, ({ sheet }) => sheet);
  const summary = summaryPlace(workbook);
  const rewriters = new Map<string, Rewriter>(summary.isNew ? addedSheet(summary) : []);
  for (const sheet of sheets) rewriters.set(sheet.part, errorColumn(sheet, textsByRow(errors.get(sheet.name) ?? [])));

  const zip = new ZipFile();
  const bytes = buffer(zip.outputStream as Readable);
  zip.addBuffer(Buffer.from(sheetXml(summaryRows(imported), SUMMARY_WIDTHS)), summary.part, { mtime: WRITTEN });
  for (const name of archive.names) {
    if (name === summary.part) continue;
    const rewriter = rewriters.get(name);
    const part = await archive.open(name);
    const stream = rewriter ? rewritten(part, rewriter) : part;
    zip.addReadStream(stream, name, { mtime: WRITTEN });
    // One part at a time, so that what is unzipped does not pile up.
    await Promise.race([once(stream, 'close'), once(stream, 'end')]);
  }
  zip.end();
  return bytes;
}

const textsByRow = (problems: readonly Problem[]): Map<number, string> =>
  new Map(
    [...grouped(problems, ({ row }) => row)].map(([row, found]) => [
      row,
      found.map(({ column, text }) => (column === null ? text : `${column} 列：${text}`)).join('；'),
    ]),
  );

interface SummaryPlace {
  readonly part: string;
  readonly name: string;
  /** Whether the workbook has no sheet of an earlier answer in its place. */
  readonly isNew: boolean;
}

function summaryPlace({ sheets, names, archive }: Workbook): SummaryPlace {
  const earlier = sheets.find(
    ({ name, rows }) => name.startsWith(SUMMARY_SHEET) && rows[0]?.cells[1]?.value === SUMMARY_TITLE,
  );
  if (earlier) return { part: earlier.part, name: earlier.name, isNew: false };
  const free = (taken: (count: number) => boolean) => {
    let count = 1;
    while (taken(count)) count++;
    return count;
  };
  const nameOf = (count: number) => (count === 1 ? SUMMARY_SHEET : `${SUMMARY_SHEET}${count}`);
  const partOf = (count: number) => `xl/worksheets/sheet${count}.xml`;
  return {
    part: partOf(free((count) => archive.has(partOf(count)))),
    name: nameOf(free((count) => names.includes(nameOf(count)))),
    isNew: true,
  };
}

const RELATION = 'taizhangSummary';

/** The three places at which a new sheet is made known. */
function addedSheet({ part, name }: SummaryPlace): [string, Rewriter][] {
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
  const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  let highest = 0;
  const before = (element: string, xml: () => string): Rewriter => ({
    open(_name, attributes) {
      if (attributes.sheetId !== undefined) highest = Math.max(highest, Number(attributes.sheetId));
      return attributes;
    },
    close: (closed, write) => (closed === element ? write(xml()) : undefined),
  });
  return [
    ['[Content_Types].xml', before('Types', () => `<Override PartName="/${part}" ContentType="${sheetType}"/>`)],
    [
      'xl/_rels/workbook.xml.rels',
      before('Relationships', () => `<Relationship Id="${RELATION}" Type="${relationType}" Target="/${part}"/>`),
    ],
    ['xl/workbook.xml', before('sheets', () => `<sheet name="${name}" sheetId="${highest + 1}" r:id="${RELATION}"/>`)],
  ];
}
