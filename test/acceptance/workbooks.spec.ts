import { randomUUID } from 'node:crypto';
import { type Value, workbookOf } from '../../libs/sheets/src/testing.js';
import { BEGIN, PUBLISHED, publishPlan } from './april.js';
import { answered, bring, imported } from './workbooks.js';
import { colleague, document, openWorld, reporter, responsibilities, type World } from './world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld(BEGIN);
}, 300_000);
afterAll(() => world?.stop());

const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
const HEADER = [
  '序号',
  '项目名称',
  '类别',
  '总投资（亿元）',
  '本年度计划投资（万元）',
  '建设起止年限',
  '联系人',
  '联系电话',
  ...MONTHS,
];
const even = (annual: number): Value[] => MONTHS.map(() => annual / 12);
const line = (serial: number, name: string, category: string, total: Value, annual: number): Value[] => [
  ...[serial, name, category, total, annual === 0 ? null : annual, '2021.3-2023.12', '张三', '13800000000'],
  ...(annual === 0 ? [] : even(annual)),
];
const LINES = [
  line(1, '示例大道', '续建', 5, 12_000),
  line(2, '示例产业园', '计划新开工', 3, 2_400),
  line(3, '示例水库', '前期', 8, 0),
];
const planOf = (year: number, ...lines: Value[][]) =>
  workbookOf({
    name: '计划',
    rows: [[`${year}年重点项目年度计划表`], HEADER, ...lines, ['注：示例数据']],
    merges: ['A1:T1'],
    formats: { A1: '@' },
  });

/** Ids of the draft's projects by their names; publishing says which of them nobody answers for yet. */
async function projectsOfDraft(): Promise<Map<string, { id: string; etag: string }>> {
  const ifMatch = await planEtag();
  const { body } = await world.post('plans/2022/publish', { approvedBy: '经区政府同意', document }, { ifMatch });
  const ids = body.facts.projects as string[];
  const cards = await Promise.all(ids.map((id) => world.get(`projects/${id}`)));
  return new Map(
    cards.map(({ body, headers }, at) => [body.name as string, { id: ids[at]!, etag: headers.get('etag')! }]),
  );
}
const planEtag = async () => (await world.get(`plans/2022?after=${await world.end()}`)).headers.get('etag')!;

describe('a plan that is brought as a workbook', () => {
  it('is not begun while one of its rows is wrong, and comes back with the place', async () => {
    const before = await world.restingEnd();
    const told = await imported(world, 'plan', await planOf(2021, ...LINES, line(4, '示例桥', '续建', '约2亿', 12)));
    expect(told).toMatchObject({ status: 'REFUSED', result: { rows: 4, imported: 0, failed: 4 } });
    expect(await world.end()).toBe(before);
    const sheet = (await answered(world, told)).getWorksheet('计划')!;
    expect(sheet.getCell('U2').value).toBe('错误');
    expect(sheet.getCell('U6').value).toBe('D 列：“约2亿”不是金额');
    expect([sheet.getCell('A1').isMerged, sheet.getCell('D6').value]).toEqual([true, '约2亿']);
  });

  it('becomes projects and lines of a draft, and nobody’s name enters the log', async () => {
    const told = await imported(world, 'plan', await planOf(2021, ...LINES));
    expect(told).toMatchObject({
      status: 'DONE',
      result: { rows: 3, imported: 3, unchanged: 0, failed: 0, problems: [] },
    });
    expect((await world.get(`plans/2021?after=${await world.end()}`)).body.lines).toMatchObject({
      construction: { count: 2, totalInvestment: 8e10, annualInvestment: 14_400_000_000 },
      preliminary: { count: 1, totalInvestment: 8e10 },
    });
    const summary = (await answered(world, told)).getWorksheet('汇总')!;
    const said = summary.getSheetValues().flat().join(' ');
    expect(said).toContain('个人信息列，未读取也未保存');
    expect(said).not.toMatch(/张三|138/);
  });

  it('adds nothing when it is brought again, nor when it was only written anew', async () => {
    const before = await world.restingEnd();
    for (const bytes of [await planOf(2021, ...LINES), await planOf(2021, ...LINES.toReversed())])
      expect(await imported(world, 'plan', bytes)).toMatchObject({ result: { imported: 0, unchanged: 3, events: 0 } });
    expect(await world.end()).toBe(before);
  });

  it('takes the rows that are right into the plan that the office drafted, and none of a row that is half wrong', async () => {
    await world.done('plans', {
      year: 2022,
      declared: {
        construction: { count: 3, totalInvestment: 9e10, annualInvestment: 15_600_000_000 },
        preliminary: { count: 1, totalInvestment: 8e10 },
      },
    });
    const wrong = line(4, '示例桥', '续建', 2, 1_200).with(8, 999);
    const told = await imported(
      world,
      'plan',
      await planOf(2022, ...LINES, wrong, line(5, '示例学校', '续建', 1, 1_200)),
    );
    expect(told.result).toMatchObject({ rows: 5, imported: 4, unchanged: 0, failed: 1 });
    const text = '月度目标之和与年度计划投资不一致（合计 2099 万元，年度计划投资 1200 万元，相差 899 万元）';
    expect(told.result.problems).toEqual([{ sheet: '计划', row: 6, column: 'E', text }]);
    expect((await answered(world, told)).getWorksheet('计划')!.getCell('U6').value).toBe(`E 列：${text}`);
    expect([...(await projectsOfDraft()).keys()].sort()).toEqual(
      ['示例产业园', '示例大道', '示例学校', '示例水库'].sort(),
    );
  });

  it('gives projects their codes, by which they are found under another name', async () => {
    const header = ['项目名称', '项目代码', '类别', '总投资（亿元）'];
    const codes = (...rows: Value[][]) => workbookOf({ name: '2021年', rows: [header, ...rows] });
    const coded = await imported(world, 'plan', await codes(['示例水库', '2201-500109-04-01-123456', '前期', 8]));
    expect(coded.result).toMatchObject({ imported: 1, events: 2 });
    const renamed = await codes(['示例湖', '2201-500109-04-01-123456', '前期', 8]);
    expect((await imported(world, 'plan', renamed)).result).toMatchObject({ imported: 1, events: 1 });
    const taken = await imported(world, 'plan', await codes(['示例大道', '2201-500109-04-01-123456', '续建', 5]));
    expect(taken.result).toMatchObject({ rows: 1, failed: 1, problems: [{ row: 2, column: 'B' }] });
  });

  it('is told apart by who brings it', async () => {
    expect((await bring(world, 'plan', await planOf(2021, ...LINES), { as: reporter })).status).toBe(403);
    const begun = await bring(world, 'plan', await planOf(2021, ...LINES));
    expect((await world.get(begun.headers.get('location')!, { as: colleague })).status).toBe(404);
  });

  it('under a key that was used for another file is refused', async () => {
    const key = randomUUID();
    await imported(world, 'plan', await planOf(2021, ...LINES), { key });
    const again = await bring(world, 'plan', await planOf(2021, LINES[0]!), { key });
    expect([again.status, ((await again.json()) as { title: string }).title]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });
});

describe('what is brought and is no such workbook', () => {
  it.each([
    ['a text', 'plan', Buffer.from('项目名称'), 415, 'NOT_A_WORKBOOK'],
    ['a file over 20 MB', 'plan', Buffer.alloc(20 * 1_048_576 + 1), 413, 'IMPORT_TOO_LARGE'],
    ['an unknown kind', 'budget', Buffer.from('x'), 404, 'NOT_FOUND'],
  ])('%s', async (_what, kind, bytes, status, code) => {
    const answer = await bring(world, kind, bytes);
    expect([answer.status, ((await answer.json()) as { title: string }).title]).toEqual([status, code]);
  });

  it('a workbook of another kind', async () => {
    const told = await imported(world, 'plan', await workbookOf({ name: '通知', rows: [['会议通知']] }));
    expect(told).toMatchObject({ status: 'REFUSED', problem: { code: 'SHEET_MISSING' }, workbook: null });
  });

  it('a field that no import has', async () => {
    const answer = await bring(world, 'plan', await planOf(2021, ...LINES), { fields: { colour: 'red' } });
    expect(answer.status).toBe(400);
  });
});

describe('reports that are brought as a workbook', () => {
  let projects: Map<string, { id: string; etag: string }>;
  const reportsOf = (...rows: Value[][]) =>
    workbookOf({
      name: '月报',
      rows: [
        ['2022年4月重点项目月报', null, null, null, null, '单位：万元'],
        ['序号', '项目名称', '本期完成投资', '当年累计完成投资', '形象进度', '存在问题及困难'],
        ...rows,
      ],
    });
  const right = [1, '示例大道', 1_000, 1_000, '主体施工', '电力管线未迁改'];

  beforeAll(async () => {
    projects = await projectsOfDraft();
    for (const { id, etag } of projects.values()) {
      const body = { occurredOn: '2022-01-01', responsibilities };
      await world.done(`projects/${id}/assign-responsibilities`, body, { ifMatch: etag });
    }
    await world.at(PUBLISHED);
    await publishPlan(world, await planEtag());
    await world.at('2022-04-18T01:00:00.000Z');
  });

  it('are submitted by whoever is to report, and those that do not follow come back', async () => {
    const wrong = [2, '示例产业园', 100, 300, '场地平整', '无'];
    const unknown = [3, '示例机场', 100, 100, '场地平整', '无'];
    const told = await imported(world, 'reports', await reportsOf(right, wrong, unknown), { as: reporter });
    expect(told.result).toMatchObject({ rows: 3, imported: 1, failed: 2, events: 1 });
    expect(told.result.problems).toEqual([
      {
        sheet: '月报',
        row: 4,
        column: 'D',
        text: '累计数不等于上期累计加本月数，须说明更正原因（应为 100 万元，表中 300 万元）',
      },
      { sheet: '月报', row: 5, column: 'B', text: '没有名为“示例机场”的项目' },
    ]);
    const { id } = projects.get('示例大道')!;
    const { items } = (await world.get(`projects/${id}/history`)).body as { items: { type: string; data: object }[] };
    expect(items.at(-1)).toMatchObject({
      type: 'ReportSubmitted',
      data: {
        month: '2022-04',
        figures: { month: 1e9, yearToDate: 1e9 },
        progress: '主体施工\n存在问题及困难：电力管线未迁改',
      },
    });
  });

  it('are submitted once, also from a workbook that was written anew', async () => {
    const before = await world.restingEnd();
    for (const bytes of [await reportsOf(right), await reportsOf(right.with(5, '无'))])
      expect((await imported(world, 'reports', bytes, { as: reporter })).result).toMatchObject({
        unchanged: 1,
        events: 0,
      });
    expect(await world.end()).toBe(before);
  });

  it('are nobody else’s to submit', async () => {
    const { result } = await imported(world, 'reports', await reportsOf(right.with(1, '示例产业园')), {
      as: { ...reporter, unit: 'unit-other' },
    });
    expect(result.problems).toMatchObject([{ row: 3, text: '该单位与此项目无此项职责，无权执行此操作' }]);
  });
});

describe('approvals that are brought as a workbook', () => {
  const header = [
    '项目名称',
    '审批事项',
    '批复单位',
    '批复状态',
    '受理时间',
    '批复时间',
    '文件标题',
    '批复文号',
    '文件校验码',
  ];
  const granted = ['区发展改革委', '已批复', null, '2022/3/7', '关于示例湖的批复', '示发改〔2022〕7号', 'a'.repeat(64)];
  const sheet = (...rows: Value[][]) => workbookOf({ name: '前期', rows: [header, ...rows] });

  it('become steps of the project, once, and what lacks its paper comes back', async () => {
    const rows: Value[][] = [
      ['示例湖', '可研批复', ...granted],
      ['示例湖', '环评', '区生态环境局', '已受理', '2022/3/1'],
      ['示例湖', '节能审查', ...granted.with(-1, null)],
      ['示例湖', '施工许可', null, '未办理'],
    ];
    const told = await imported(world, 'preliminary', await sheet(...rows));
    expect(told.result).toMatchObject({ rows: 4, imported: 2, unchanged: 1, failed: 1, events: 2 });
    expect(told.result.problems).toMatchObject([{ row: 4, text: '该事项须附文件，请先上传' }]);
    const before = await world.restingEnd();
    const again = await imported(world, 'preliminary', await sheet(...rows.slice(0, 2)));
    expect(again.result).toMatchObject({ imported: 0, unchanged: 2, failed: 0 });
    expect(await world.end()).toBe(before);
  });
});
