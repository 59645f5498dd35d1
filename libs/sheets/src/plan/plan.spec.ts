import type { Problem } from '../problem.js';
import { readSheets } from '../rows/read-sheets.js';
import { type Drawn, type Value, workbookOf } from '../testing.js';
import { readWorkbook } from '../workbook/read.js';
import { PLAN } from './kind.js';

const read = async (...sheets: Drawn[]) => readSheets(await readWorkbook(await workbookOf(...sheets)), PLAN);
const said = (problems: readonly Problem[]) =>
  problems.map(({ row, column, text }) => `${column ?? '-'}${row} ${text}`);

const HEADER = [
  '序号',
  '项目名称',
  '类别',
  '总投资（万元）',
  '2022年计划投资（亿元）',
  '建设起止年限',
  '责任人',
  '联系电话',
];
const LINE: Value[] = [1, '示例大道', '续建', 50_000, 1.25, '2021.3-2023.12', '张三', '13800000000'];
const sheetOf = (...rows: Value[][]): Drawn => ({ name: '计划', rows: [HEADER, ...rows] });

/** A sheet as districts send it round: title, unit, a header of three rows, headings, sums and a remark. */
const DISTRICT: Drawn = {
  name: '附件1',
  rows: [
    ['示例区2022年重点项目年度计划表'],
    ['填报单位：示例局', null, null, null, null, null, null, null, '单位：万元'],
    [
      '序号',
      '项目名称',
      '项目代码',
      '建设性质',
      '建设起止\n年限',
      '总投资\n（亿元）',
      '本年度计划投资及资金来源',
      null,
      null,
      null,
      '责 任 单 位',
      '1—12月计划投资',
      ...Array<null>(11).fill(null),
      '备注',
    ],
    [
      null,
      null,
      null,
      null,
      null,
      null,
      '合计',
      '其中',
      null,
      null,
      null,
      ...Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
    ],
    [null, null, null, null, null, null, null, '中央', '区级', '其他'],
    ['合计', null, null, null, null, 8.5, 24_000, 1_000, 2_000, 21_000],
    ['一', '续建项目（1个）', null, null, null, 5, 12_000],
    [
      '１',
      '示例大道一期',
      '2020-500109-48-01-123456',
      '新建',
      '2020.3—2023.12',
      5,
      '１２，０００',
      1_000,
      2_000,
      9_000,
      '区交通局',
      ...Array<number>(12).fill(1_000),
    ],
    ['二', '计划新开工项目'],
    [
      2,
      '示例产业园',
      null,
      '改扩建',
      '2022年4月至2024年',
      3.5,
      12_000,
      null,
      null,
      12_000,
      '区经信委',
      ...Array<number>(11).fill(0),
      12_000,
    ],
    [null, '小计', null, null, null, 3.5, { formula: 'G10', result: 12_000 }],
    ['注：以上均为示例数据'],
  ],
  merges: ['A1:X1', 'A3:A5', 'B3:B5', 'C3:C5', 'D3:D5', 'E3:E5', 'F3:F5', 'G3:J3', 'G4:G5', 'H4:J4', 'K3:K5', 'L3:W3'],
};

describe('a district’s sheet', () => {
  it('is read through its merged header, headings, sums and remark', async () => {
    const { rows, problems, wrongSums, sheets } = await read(DISTRICT);
    expect(said([...problems, ...wrongSums])).toEqual([]);
    expect(rows).toMatchObject([
      {
        place: { sheet: '附件1', row: 8 },
        code: '2020-500109-48-01-123456',
        details: { name: '示例大道一期', nature: 'NEW', clientUnit: '区交通局' },
        category: 'CARRIED_OVER',
        totalInvestment: 50_000_000_000,
        annualInvestment: 12_000_000_000,
        monthlyTargets: Array<number>(12).fill(1_000_000_000),
        commencement: '2020-03-31',
        completion: '2023-12-31',
      },
      {
        details: { name: '示例产业园', nature: 'EXPANSION' },
        category: 'NEW_START',
        totalInvestment: 35_000_000_000,
        commencement: '2022-04-30',
        completion: '2024-12-31',
      },
    ]);
    expect(sheets).toMatchObject([{ skipped: { sums: 2, sections: 2, notes: 1 }, ignored: [] }]);
  });

  it('whose sum is off says where, and by how much', async () => {
    const off = DISTRICT.rows.map((row, index) => (index === 10 ? [null, '小计', null, null, null, 3.5, 13_000] : row));
    const { wrongSums } = await read({ ...DISTRICT, rows: off });
    expect(said(wrongSums)).toEqual([
      'G11 “小计”与各行之和不符：表中 13000 万元，各行合计 12000 万元，相差 -1000 万元',
    ]);
  });
});

describe('a row', () => {
  it('gives amounts in whole 分, whichever unit its column has, and nobody’s name', async () => {
    const { rows, sheets } = await read(sheetOf(LINE));
    expect(rows).toMatchObject([{ totalInvestment: 50_000_000_000, annualInvestment: 12_500_000_000 }]);
    expect(JSON.stringify(rows)).not.toMatch(/张三|138/);
    expect(sheets).toMatchObject([{ personal: ['责任人', '联系电话'] }]);
  });

  const wrong: [string, number, Value, string][] = [
    ['no name', 1, null, 'B2 缺少项目名称'],
    ['a fraction of a 分', 3, 0.0000001, 'D2 0.0000001万元不是整数分'],
    ['a text for an amount', 3, '约5亿', 'D2 “约5亿”不是金额'],
    ['no total', 3, null, 'D2 缺少总投资'],
    ['a formula that was never calculated', 3, { formula: '1+1' }, 'D2 公式没有保存计算结果，请重新计算并保存后再导入'],
    ['a period that ends before it begins', 5, '2024-2021', 'F2 “2024-2021”不是起止年限（如 2022.4-2024.12）'],
    ['a month that does not exist', 5, '2021.13-2024', 'F2 “2021.13-2024”不是起止年限（如 2022.4-2024.12）'],
    ['an unknown category', 2, '收尾', 'C2 “收尾”不是计划新开工、续建或前期'],
  ];
  it.each(wrong)('with %s is refused at its place', async (_what, at, value, expected) => {
    const { rows, problems } = await read(sheetOf(LINE.with(at, value)));
    expect(said(problems)).toEqual([expected]);
    expect(rows).toEqual([]);
  });

  it('tells all that is wrong with it at once', async () => {
    const { problems } = await read(sheetOf([1, null, '续建', 'x', 'y', 'z']));
    expect(problems.map(({ column }) => column)).toEqual(['D', 'E', 'B', 'F']);
  });

  it('takes the value of a formula that was calculated', async () => {
    const { rows } = await read(sheetOf(LINE.with(3, { formula: '0.1+0.2', result: 0.1 + 0.2 })));
    expect(rows).toMatchObject([{ totalInvestment: 300_000 }]);
  });

  const areas: [string, Value, number | undefined, string[]][] = [
    ['建设用地面积（亩）', 45.12, 4_512, []],
    ['建设用地面积', '1,200亩', 120_000, []],
    ['建设用地面积（亩）', 0.125, undefined, ['D2 “0.125”不是亩数（至多两位小数）']],
    ['建设用地面积（平方米）', 30_000, undefined, []],
  ];
  it.each(areas)('reads %s of %s as %s hundredths of a 亩', async (header, value, expected, wrongs) => {
    const { rows, problems } = await read({
      name: '续建',
      rows: [
        ['序号', '项目名称', '总投资(万元)', header],
        [1, '示例大道', 1, value],
      ],
    });
    expect(said(problems)).toEqual(wrongs);
    expect(rows[0]?.details.landArea).toBe(expected);
  });

  const days: [string, Value, string | undefined, string][] = [
    ['a year and month as a text', '２０２２．４', undefined, '2022-04-30'],
    ['a year and month in Chinese', '2022年4月', undefined, '2022-04-30'],
    ['a day as a text', '2022/4/7', undefined, '2022-04-07'],
    ['a date', new Date('2022-04-07T00:00:00Z'), 'yyyy-mm-dd', '2022-04-07'],
    ['a serial number', 44_658, undefined, '2022-04-07'],
    ['a number that shows October', 2022.1, '0.00', '2022-10-31'],
    ['a number that shows January', 2022.1, undefined, '2022-01-31'],
  ];
  it.each(days)('takes %s for a day', async (_what, value, format, expected) => {
    const drawn = {
      name: '续建',
      rows: [
        ['序号', '项目名称', '总投资(万元)', '计划竣工时间'],
        [1, '示例大道', 1, value],
      ],
      ...(format !== undefined && { formats: { D2: format } }),
    };
    const { rows, problems } = await read(drawn);
    expect(said(problems)).toEqual([]);
    expect(rows).toMatchObject([{ completion: expected }]);
  });
});

describe('a workbook', () => {
  it('with a project code twice has both rows refused', async () => {
    const code = '2204-500109-04-01-123456';
    const rows: Value[][] = [
      ['序号', '项目名称', '项目代码', '总投资(万元)'],
      [1, '甲', code, 1],
      [2, '乙', code, 2],
      [3, '丙', code.replace('6', '7'), 3],
    ];
    const found = await read({ name: '续建', rows });
    expect(said(found.problems)).toEqual([2, 3].map((row) => `C${row} 项目代码重复：“续建”第 2 行、“续建”第 3 行`));
    expect(found.rows).toMatchObject([{ details: { name: '丙' } }]);
  });

  it('without a unit for its amounts is told so', async () => {
    const { problems } = await read({
      name: '续建',
      rows: [
        ['项目名称', '总投资'],
        ['甲', 5],
      ],
    });
    expect(said(problems)).toEqual(['B2 金额没有单位：表头、表上方或单元格须注明元、万元或亿元']);
  });

  it('that counts in another currency is refused at its cells', async () => {
    const { problems } = await read({
      name: '续建',
      rows: [
        ['项目名称', '总投资（万美元）'],
        ['甲', 5],
      ],
    });
    expect(said(problems)).toEqual(['B2 表头的币种不是人民币']);
  });

  it('without a sheet of the kind is refused, and says what each sheet lacks', async () => {
    await expect(read({ name: '说明', rows: [['填表说明']] })).rejects.toMatchObject({
      code: 'SHEET_MISSING',
      found: '“说明”没有年度计划的表头',
    });
  });
});
