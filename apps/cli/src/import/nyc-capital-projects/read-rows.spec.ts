import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { HEADER, nycCsv, nycRows } from '../../../../../test/fixtures/nyc-capital-projects.js';
import { FileRefused, readRows, rowsIn } from './read-rows.js';

/** A good row, but for what is given. */
const cells = (changes: Record<string, string> = {}): string[] =>
  HEADER.map((column) => changes[column] ?? GOOD[column] ?? '');
const GOOD: Record<string, string> = {
  'Date Reported As Of': '02/01/2015 12:00:00 AM',
  PID: '3',
  'Project Name': 'Example works',
  'Managing Agency': 'EX1',
};
const lineOf = (changes: Record<string, string>): string => cells(changes).join(',');
const read = (...lines: string[]) => rowsIn([HEADER.join(','), ...lines].join('\n'));
const good = (pid: string): string => lineOf({ PID: pid });

describe('a good file', () => {
  it('gives each row with days, cents and empty cells as nulls', () => {
    const { rows, problems } = rowsIn(
      nycCsv([
        cells({
          'Current Phase': 'Design',
          'Design Start': '09/23/2013',
          'Budget Forecast': '182980960.7',
          'Latest Budget Changes': '-1915400',
          'Total Budget Changes': '-4318643.37',
          'Latest Schedule Changes': '-129',
        }),
      ]),
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        on: '2015-02-01',
        pid: '3',
        name: 'Example works',
        description: null,
        category: null,
        borough: null,
        managingAgency: 'EX1',
        clientAgency: null,
        phase: 'Design',
        designStart: '2013-09-23',
        completion: null,
        budget: 18298096070,
        budgetChange: -191540000,
        totalBudgetChange: -431864337,
        scheduleChange: -129,
        totalScheduleChange: null,
      },
    ]);
  });

  it('keeps commas, quotes and line breaks of a text, and counts lines as an editor does', () => {
    const description = 'One, "two"\n\nthree\r\nfour';
    const { rows } = rowsIn(nycCsv([cells({ Description: description }), cells({ PID: '4' })]));
    expect(rows).toMatchObject([
      { line: 2, description },
      { line: 6, pid: '4' },
    ]);
  });

  it('may have its columns in another order, more of them, blank lines, and Windows line ends', () => {
    const columns = ['Notes', ...HEADER].reverse();
    const row = columns.map((column) => GOOD[column] ?? '');
    const { rows, problems } = rowsIn([columns.join(','), '', row.join(','), ''].join('\r\n'));
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ line: 3, pid: '3', name: 'Example works', on: '2015-02-01' }]);
  });

  it.each([
    ['0', 0],
    ['-0', 0],
    ['0.29', 29],
    ['1.1', 110],
    ['90071992547409.91', 9007199254740991],
  ])('reads the amount %s as %i cents', (text, expected) => {
    expect(read(lineOf({ 'Latest Budget Changes': text })).rows[0]?.budgetChange).toBe(expected);
  });
});

describe('a row that cannot be read', () => {
  it.each([
    ['an impossible date', lineOf({ 'Date Reported As Of': '02/30/2015 12:00:00 AM' }), /Date Reported As Of .*02\/30/],
    ['a date in another form', lineOf({ 'Design Start': '2015-02-01' }), /Design Start is not a date: "2015-02-01"/],
    ['no reporting date', lineOf({ 'Date Reported As Of': '' }), /Date Reported As Of is empty/],
    ['a word for an amount', lineOf({ 'Budget Forecast': 'much' }), /Budget Forecast is not an amount: "much"/],
    ['an amount in exponents', lineOf({ 'Budget Forecast': '1e6' }), /Budget Forecast is not an amount/],
    ['a third decimal', lineOf({ 'Budget Forecast': '1.005' }), /Budget Forecast is not an amount/],
    ['an amount beyond exactness', lineOf({ 'Budget Forecast': '90071992547409.92' }), /not an amount/],
    ['half a day', lineOf({ 'Latest Schedule Changes': '1.5' }), /Latest Schedule Changes is not a number of days/],
    ['no PID', lineOf({ PID: '' }), /PID is empty/],
    ['no name', lineOf({ 'Project Name': '' }), /Project Name is empty/],
    ['a column too many', `${good('3')},`, /17 columns instead of 16/],
    ['a quote that is not closed', lineOf({ Description: '"An open text' }), /broken quotes/],
    ['a quote inside a plain text', lineOf({ Description: 'A 6" pipe' }), /broken quotes/],
    ['two quotes inside a plain text', lineOf({ Description: 'A "big" pipe' }), /broken quotes/],
    ['text behind the closing quote', lineOf({ Description: '"A text" and more' }), /broken quotes/],
  ])('with %s is reported with its line, and the rest goes on', (_what, bad, reason) => {
    const { rows, problems } = read(good('1'), bad, good('5'), lineOf({ PID: '6', Description: '"two\nlines"' }));
    expect(problems).toEqual([{ line: 3, text: expect.stringMatching(reason) as unknown }]);
    expect(rows.map(({ line, pid }) => [line, pid])).toEqual([
      [2, '1'],
      [4, '5'],
      [5, '6'],
    ]);
  });

  it('is the second one of a project and date', () => {
    const { rows, problems } = read(good('3'), lineOf({ 'Budget Forecast': '1' }));
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([{ line: 3, text: 'PID 3 already has a row of 2015-02-01, on line 2' }]);
  });

  it('is alone in being lost, wherever a quote is put in or left out', () => {
    const rows = nycRows({ seed: 7, projects: 6, dates: 5 });
    const texts = rows.map((row) => nycCsv([row]).split('\n').slice(1).join('\n'));
    const pidAndDate = ([on, pid]: string[]): string =>
      `${pid} ${on?.slice(6, 10)}-${on?.slice(0, 2)}-${on?.slice(3, 5)}`;
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.nat(), (broken, place) => {
        const text = texts[broken]!;
        const at = place % text.length;
        const damaged =
          text[at] === '"' ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}"${text.slice(at)}`;
        const { rows: left, problems } = rowsIn([HEADER.join(',') + '\n', ...texts.with(broken, damaged)].join(''));
        const line = 2 + texts.slice(0, broken).join('').split('\n').length - 1;
        expect(left.map(({ pid, on }) => `${pid} ${on}`)).toEqual(rows.toSpliced(broken, 1).map(pidAndDate));
        expect(problems[0]?.line).toBe(line);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file that is refused as a whole', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'nyc-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const readFileOf = async (content: string | Buffer) => {
    await writeFile(join(folder, 'rows.csv'), content);
    return readRows(join(folder, 'rows.csv'));
  };

  it('lacks columns, which are named', async () => {
    const header = HEADER.filter((column) => column !== 'PID' && column !== 'Borough').join(',');
    await expect(readFileOf(`${header}\n`)).rejects.toThrow(
      new FileRefused('The file lacks these columns: PID, Borough.'),
    );
  });

  it('is empty', () => expect(readFileOf('\n')).rejects.toThrow(new FileRefused('The file is empty.')));

  it('has broken quotes in its header', () =>
    expect(readFileOf(`"${HEADER.join(',')}\n`)).rejects.toThrow('The header cannot be read: broken quotes.'));

  it('is not UTF-8', () => expect(readFileOf(Buffer.from([0xc4, 0x41]))).rejects.toThrow('The file is not UTF-8.'));

  it('is not there', () =>
    expect(readRows(join(folder, 'none.csv'))).rejects.toThrow(/none\.csv cannot be read: ENOENT/));

  it('is not one that begins with a byte order mark', async () =>
    expect((await readFileOf(`\uFEFF${nycCsv([cells()])}`)).rows).toHaveLength(1));
});
