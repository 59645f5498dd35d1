import JSZip from 'jszip';
import { LIMITS } from '../limits.js';
import { PLAN } from '../plan/kind.js';
import { readSheets } from '../rows/read-sheets.js';
import { workbookOf } from '../testing.js';
import { readWorkbook } from './read.js';

const good = () =>
  workbookOf({
    name: '续建',
    rows: [
      ['项目名称', '总投资(万元)'],
      ['示例大道', 5],
    ],
  });

/** A good workbook with some of its parts replaced or added; undefined takes one out. */
async function withParts(parts: Record<string, string | Buffer | undefined>): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await good());
  for (const [name, content] of Object.entries(parts))
    if (content === undefined) zip.remove(name);
    else zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const sheetXml = (rows: string, rest = '') =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${rest}</worksheet>`;
const SHEET = 'xl/worksheets/sheet1.xml';
const codeOf = (bytes: Buffer) =>
  readWorkbook(bytes).then(
    () => 'READ',
    (error: { code: string }) => error.code,
  );

describe('a file', () => {
  const files: [string, () => Promise<Buffer> | Buffer, string][] = [
    ['that is empty', () => Buffer.alloc(0), 'NOT_A_WORKBOOK'],
    ['that is a text', () => Buffer.from('项目名称,总投资\n'), 'NOT_A_WORKBOOK'],
    ['of the old format', () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_000, '0'), 'hex'), 'WORKBOOK_ENCRYPTED'],
    [
      'that is another zip',
      () => new JSZip().file('a.txt', 'x').generateAsync({ type: 'nodebuffer' }),
      'NOT_A_WORKBOOK',
    ],
    ['that is cut off', async () => (await good()).subarray(0, 3_000), 'WORKBOOK_DAMAGED'],
    ['over 20 MB', () => Buffer.alloc(LIMITS.fileBytes + 1), 'IMPORT_TOO_LARGE'],
    ['with macros', () => withParts({ 'xl/vbaProject.bin': 'x' }), 'WORKBOOK_HAS_MACROS'],
    ['with old macros', () => withParts({ 'xl/macrosheets/sheet1.xml': '<x/>' }), 'WORKBOOK_HAS_MACROS'],
    [
      'with links to other files',
      () => withParts({ 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }),
      'WORKBOOK_HAS_EXTERNAL_LINKS',
    ],
    ['with a connection', () => withParts({ 'xl/connections.xml': '<connections/>' }), 'WORKBOOK_HAS_EXTERNAL_LINKS'],
    ['without its sheet', () => withParts({ [SHEET]: undefined }), 'WORKBOOK_DAMAGED'],
    ['whose sheet is no XML', () => withParts({ [SHEET]: '<worksheet><row></worksheet>' }), 'WORKBOOK_DAMAGED'],
    [
      'that declares entities',
      () => withParts({ [SHEET]: `<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml('<row r="1"/>')}` }),
      'WORKBOOK_DAMAGED',
    ],
    ['with two parts of one name', () => withParts({ 'XL/WORKBOOK.XML': '<workbook/>' }), 'WORKBOOK_DAMAGED'],
    [
      'that unzips to a thousand times its size',
      () => withParts({ [SHEET]: Buffer.alloc(30_000_000, ' ') }),
      'IMPORT_TOO_LARGE',
    ],
  ];
  it.each(files)('%s is refused', async (_what, bytes, code) => {
    expect(await codeOf(await bytes())).toBe(code);
  });

  it('that lies about its size is refused while it is unzipped', async () => {
    const bytes = await withParts({
      [SHEET]: sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(100_000)}`),
    });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(100_000)}`).length);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at)) bytes.writeUInt32LE(500, at);
    expect(await codeOf(bytes)).toBe('WORKBOOK_DAMAGED');
  });

  it('of 200,000 rows is refused in bounded time and memory', async () => {
    const row = (number: number) => `<row r="${number}"><c r="A${number}"><v>${number}</v></c></row>`;
    const rows = Array.from({ length: 200_000 }, (_, index) => row(index + 1)).join('');
    const bytes = await withParts({ [SHEET]: sheetXml(rows) });
    const before = process.memoryUsage().heapUsed;
    const began = performance.now();
    expect(await codeOf(bytes)).toBe('IMPORT_TOO_LARGE');
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(300_000_000);
  });

  it('whose merged cells cover the whole sheet is read all the same', async () => {
    const merges = '<mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>';
    const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row r="1">${cell('A1', '项目名称')}${cell('B1', '总投资(万元)')}</row><row r="2">${cell('A2', '示例大道')}<c r="B2"><v>5</v></c></row>`;
    const workbook = await readWorkbook(await withParts({ [SHEET]: sheetXml(rows, merges) }));
    expect(readSheets(workbook, PLAN).rows).toMatchObject([{ totalInvestment: 5_000_000 }]);
  });

  it('with a cell in the last column of the last row is read all the same', async () => {
    const rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect((await readWorkbook(await withParts({ [SHEET]: sheetXml(rows) }))).sheets).toMatchObject([
      { rows: [{ number: 1_048_576 }] },
    ]);
  });
});
