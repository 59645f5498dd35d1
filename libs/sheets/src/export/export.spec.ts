import fc from 'fast-check';
import { CATEGORIES, INVESTMENT_TYPES, NATURES } from '#libs/domain';
import { isNothing, tidy } from '../cells/text.js';
import { PLAN } from '../plan/kind.js';
import { readSheets } from '../rows/read-sheets.js';
import { reportsOf } from '../reports/row.js';
import { readWorkbook } from '../workbook/read.js';
import { inWan } from './book.js';
import { type AssignedProject, exportAssignmentSheet } from './assignment-sheet.js';
import { exportBulletin } from './bulletin.js';
import { exportPlan, type PlanLine } from './plan.js';
import { reportTemplate } from './report-template.js';

/** A text that says something, as it is kept; no row of projects is called a sum or a heading. */
const said = (longest: number) =>
  fc
    .string({ minLength: 1, maxLength: longest, unit: 'grapheme' })
    .map((text) => tidy(text.replace(/\s/g, ' ')))
    .filter((text) => !isNothing(text) && text.length <= longest && !text.startsWith("'"));
const name = fc.integer({ min: 1 }).map((number) => `示例项目${number}号`);
const risky = fc.constantFrom('=', '+', '-', '@').chain((mark) => said(20).map((text) => mark + text));
const fen = fc.integer({ min: 0, max: 9_000_000_000_000 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const line: fc.Arbitrary<PlanLine> = fc
  .record({
    code: fc.integer({ min: 0, max: 999_999 }).map((number) => `2204-500109-04-01-${String(number).padStart(6, '0')}`),
    details: fc.record({
      name,
      description: orNull(fc.oneof(said(50), risky)),
      sector: orNull(fc.constantFrom('TRANSPORT', '交通')),
      town: orNull(said(20)),
      nature: orNull(fc.constantFrom(...NATURES)),
      investmentType: orNull(fc.constantFrom(...INVESTMENT_TYPES)),
      managingUnit: orNull(said(20)),
      clientUnit: orNull(said(20)),
      landArea: orNull(fc.integer({ min: 0, max: 99_999_999_999 })),
      remark: orNull(fc.oneof(said(50), risky)),
    }),
    category: fc.constantFrom(...CATEGORIES),
    totalInvestment: fen,
    targets: orNull(fc.array(fen, { minLength: 12, maxLength: 12 })),
    commencement: orNull(day),
    completion: orNull(day),
    leadAuthority: orNull(said(20)),
  })
  .map(({ targets, ...rest }) => {
    const monthlyTargets = rest.category === 'PRELIMINARY' ? null : targets;
    const annualInvestment = (monthlyTargets ?? []).reduce((sum, target) => sum + target, 0);
    return { ...rest, monthlyTargets, annualInvestment, responsibleUnit: null, legalEntity: null };
  });

describe('a plan that is exported', () => {
  it('reads back as the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(line, { selector: ({ code }) => code, minLength: 1, maxLength: 8 }),
        async (lines) => {
          const { rows, problems, wrongSums } = readSheets(await readWorkbook(await exportPlan(2022, lines)), PLAN);
          expect([...problems, ...wrongSums]).toEqual([]);
          expect(rows).toEqual(
            lines.map(({ details, ...rest }, index) => ({
              ...rest,
              place: { sheet: '年度计划', row: index + 3 },
              details: Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null)),
              toLastYearEnd: null,
              yearToDate: null,
              through: null,
              legalEntity: details.managingUnit,
              responsibleUnit: details.clientUnit,
            })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('a template of reports, once filled in, reads as reports of its month', async () => {
  const template = await reportTemplate('2022-04', [
    { name: '示例大道', code: null, annualInvestment: 1e9, yearToDateBefore: 0, approved: null },
  ]);
  const { problems, rows } = readSheets(await readWorkbook(template), reportsOf(undefined));
  expect(rows).toEqual([]);
  expect(problems.map(({ column, text }) => `${column} ${text}`)).toEqual([
    'L 缺少形象进度或项目进展情况',
    'F 缺少本期完成投资',
    'G 缺少当年累计完成投资',
  ]);
});

it('an assignment sheet says who answers for what, by when, and what is left to do', async () => {
  const people = {
    responsibleUnit: 'keeper',
    legalEntity: 'builder',
    leadAuthority: 'authority',
    reporter: 'person-3',
  };
  const project: AssignedProject = {
    ...{ name: '示例大道', code: null, category: 'NEW_START', ...people, supportingUnits: ['helper', 'other'] },
    ...{ personInCharge: 'person-1', linkedLeader: 'person-2', annualInvestment: 12e9 },
    monthlyTargets: Array.from({ length: 12 }, () => 1e9),
    dates: [{ what: '开工', on: '2022-06-01' }],
    tasks: [{ text: '完成征地', unit: 'helper', dueOn: '2022-05-20', status: '已交办' }],
  };
  const book = await readWorkbook(await exportAssignmentSheet('2022年重点项目任务书', [project]));
  const rows = book.sheets.map(({ name, rows }) => [name, rows[2]!.cells.slice(1).map((cell) => cell?.value)]);
  const persons = ['person-1', 'person-2', 'person-3'];
  expect(rows).toEqual([
    [
      '责任与目标',
      [
        ...[1, '示例大道', undefined, '计划新开工', 'keeper', 'builder', 'authority', 'helper、other'],
        ...[...persons, 12_000, ...Array<number>(12).fill(1_000)],
      ],
    ],
    ['时间表', [1, '示例大道', '开工', '2022-06-01', 'keeper']],
    ['任务', [1, '示例大道', '完成征地', 'helper', '2022-05-20', '已交办']],
  ]);
});

it('a bulletin has its lines under the words that people use', async () => {
  const line = {
    ...{ projects: 2, totalInvestment: 5e10, annualInvestment: 1e10, completed: 2_345e6, added: 1e8 },
    ...{ completionRate: 0.2345, covered: 1 },
  };
  const book = await readWorkbook(
    await exportBulletin({
      ...{ title: '通报', month: '2022-06', content: '平稳', docNo: '1号' },
      figures: {
        through: '2022-06-30',
        construction: line,
        byCategory: [{ category: 'NEW_START', ...line }],
        byTown: [{ town: null, ...line }],
      },
    }),
  );
  const shown = book.sheets.map(({ rows }) =>
    rows.slice(1).map(({ cells }) => cells.slice(1).map((cell) => cell?.value)),
  );
  const amounts = [50_000, 10_000, 2_345, 23.45, 100];
  const building = [2, 10_000, 2_345, 23.45, '1/2'];
  expect(shown).toEqual([
    [
      ['文号', '内容'],
      ['1号', '平稳'],
    ],
    [
      ['项目类别', '项目数量', '年度计划投资（万元）', '1—6月完成投资（万元）', '完成率（%）', '本月已审核月报'],
      ['计划新开工', ...building],
      ['建设项目合计', ...building],
    ],
    [
      [
        ...['镇街', '项目个数', '总投资（万元）', '年度计划投资（万元）'],
        ...['累计投资（万元）', '完成百分比（%）', '本期新增投资（万元）'],
      ],
      ['未明确', 2, ...amounts],
      ['合计', 2, ...amounts],
    ],
  ]);
});

describe('an amount in 万元', () => {
  it.each([
    [0, 0],
    [1, 0.000001],
    [-1_500_000, -1.5],
    [12_000_000_000, 12_000],
    [9_007_199_254_740_991, '9007199254.740991'],
  ])('%i 分 is %p', (amount, expected) => expect(inWan(amount)).toBe(expected));
});
