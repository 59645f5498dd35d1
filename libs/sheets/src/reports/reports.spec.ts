import { readSheets } from '../rows/read-sheets.js';
import { workbookOf } from '../testing.js';
import { readWorkbook } from '../workbook/read.js';
import { reportsOf } from './row.js';

type Value = string | number | null;

async function detailsOf(...values: Value[]) {
  const rows = [
    ['2022年4月重点项目月报（单位：万元）'],
    [
      ...['项目名称', '本期完成投资', '当年累计完成投资', '土建工程', '设备安装', '土地等费用', '建设阶段'],
      ...['形象进度', '项目进展情况', '是否完成立项审批', '是否完成可研审批', '是否完成初设审批', '前期工作经费'],
    ],
    ['示例大道', 100, 100, ...values],
  ];
  const read = readSheets(await readWorkbook(await workbookOf({ name: '月报', rows })), reportsOf(undefined));
  expect(read.problems).toEqual([]);
  const { stage, imageProgress, progress, costs, preliminary } = read.rows[0]!;
  return { stage, imageProgress, progress, costs, preliminary };
}

describe('the columns of a monthly report beside its figures', () => {
  it('tell stage, image progress and costs of construction', async () => {
    expect(await detailsOf(70, null, 30, '主体施工', '完成三层', '按计划推进', null, null, null, null)).toEqual({
      stage: '主体施工',
      imageProgress: '完成三层',
      progress: '完成三层\n按计划推进',
      costs: { civilWorks: 7e7, installation: 0, landAndOther: 3e7 },
      preliminary: null,
    });
  });

  it('tell how far preliminary work has come, and what it cost', async () => {
    expect(await detailsOf(null, null, null, null, '编制可研', null, '是', '评审中', '否', 100)).toMatchObject({
      costs: null,
      preliminary: {
        nodes: [
          { approval: 'PROPOSAL', done: true, note: null },
          { approval: 'FEASIBILITY', done: false, note: '评审中' },
          { approval: 'PRELIM_DESIGN_ESTIMATE', done: false, note: null },
        ],
        expenses: 1e8,
      },
    });
  });
});
