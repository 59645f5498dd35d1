import type { Row } from './columns.js';
import { exampleRow } from '../../../../../test/fixtures/nyc-row.js';
import { countsOf, wartsOf } from './warts.js';

/** A row without any wart, but for what is given. */
const row = (on: string, changes: Partial<Row> = {}): Row =>
  exampleRow({
    line: Number(on.slice(0, 4)),
    on,
    description: 'Text',
    phase: 'Design',
    designStart: '2014-01-01',
    completion: '2020-01-01',
    budget: 100_000,
    budgetChange: on === '2015-01-01' ? null : 0,
    scheduleChange: on === '2015-01-01' ? null : 0,
    ...changes,
  });
const first = row('2015-01-01');
/** The last row of a history, with the totals of its changes. */
const last = (changes: Partial<Row> = {}): Row =>
  row('2017-01-01', { totalBudgetChange: 0, totalScheduleChange: 0, ...changes });
const kinds = (...rows: Row[]): string[] => wartsOf(rows).map(({ kind, line }) => `${line} ${kind}`);

describe('the warts of one row', () => {
  it('are none where all is told and adds up', () => {
    expect(kinds(first, row('2016-01-01'), last())).toEqual([]);
  });

  it.each<[string, Partial<Row>]>([
    ['description-missing', { description: null }],
    ['phase-missing', { phase: null }],
    ['design-start-missing', { designStart: null }],
    ['completion-missing', { completion: null }],
    ['budget-missing', { budget: null }],
    ['budget-negative', { budget: -1 }],
    ['completion-passed', { completion: '2014-12-31' }],
    ['character-lost', { description: 'The city\uFFFDs' }],
    ['character-lost', { name: 'The city\uFFFDs' }],
    ['budget-change-incomparable', { budgetChange: 100, totalBudgetChange: 100 }],
    ['schedule-change-incomparable', { scheduleChange: 1, totalScheduleChange: 1 }],
  ])('include %s', (kind, changes) => expect(kinds(row('2015-01-01', changes))).toEqual([`2015 ${kind}`]));
});

describe('the warts of a row against the one before it', () => {
  it.each<[string, Partial<Row>]>([
    ['completion-moved-back', { completion: '2019-12-31', scheduleChange: -1, totalScheduleChange: -1 }],
    ['design-start-moved-back', { designStart: '2013-12-31' }],
    ['phase-moved-back', { phase: 'Scoping/Planning' }],
    ['budget-change-missing', { budgetChange: null }],
    ['budget-change-rounded', { budget: 100_099 }],
    ['budget-change-differs', { budget: 100_100 }],
    ['schedule-change-missing', { scheduleChange: null }],
    ['schedule-change-differs', { completion: '2020-01-02' }],
    ['budget-total-differs', { totalBudgetChange: 1 }],
    ['budget-total-missing', { totalBudgetChange: null }],
    ['schedule-total-differs', { totalScheduleChange: 1 }],
    ['schedule-total-missing', { totalScheduleChange: null }],
  ])('include %s', (kind, changes) => {
    expect(kinds(first, row('2016-01-01'), last(changes))).toEqual([`2017 ${kind}`]);
  });

  it('include a report of the city that left the project out', () => {
    const other = row('2016-01-01', { pid: '4', budgetChange: null, scheduleChange: null });
    expect(wartsOf([first, last(), other])).toMatchObject([
      { kind: 'report-skipped', line: 2017, text: 'no row of 2016-01-01' },
    ]);
  });

  it('do not depend on the order of the file', () => {
    const rows = [first, row('2016-01-01', { budget: 5 }), row('2017-01-01', { completion: '2016-01-01' })];
    expect(wartsOf(rows.toReversed())).toEqual(wartsOf(rows));
  });
});

it('counts each kind, the commonest first', () => {
  const warts = wartsOf([row('2015-01-01', { phase: null }), row('2016-01-01', { phase: null, description: null })]);
  expect(Object.entries(countsOf(warts)).slice(0, 2)).toEqual([
    ['phase-missing', 2],
    ['description-missing', 1],
  ]);
});
