import { readSheets } from '../rows/read-sheets.js';
import { type Value, workbookOf } from '../testing.js';
import { readWorkbook } from '../workbook/read.js';
import { PRELIMINARY } from './row.js';

const HEADER = [
  '项目名称',
  '审批事项',
  '批复单位',
  '批复状态',
  '受理时间',
  '批复时间',
  '批复文件标题',
  '批复文号',
  '批复文件校验码',
];
const HASH = 'a'.repeat(64);
const granted: Value[] = [
  '示例水库',
  '可研批复',
  '区发展改革委',
  '已批复',
  null,
  '2022年3月7日',
  '关于示例水库的批复',
  '示发改〔2022〕7号',
  HASH,
];

const read = async (rows: Value[][], merges: string[] = []) =>
  readSheets(await readWorkbook(await workbookOf({ name: '前期', rows: [HEADER, ...rows], merges })), PRELIMINARY);

describe('a sheet of approvals', () => {
  it('names a project once for all its approvals', async () => {
    const applied = [null, '环境影响评价', '区生态环境局', '办理中', new Date('2022-03-01T00:00:00Z')];
    const untouched = [null, '施工许可证', null, '未办理'];
    const { rows, problems } = await read([granted, applied, untouched], ['A2:A4']);
    expect(problems).toEqual([]);
    expect(rows.map(({ name, command }) => [name, command])).toEqual([
      [
        '示例水库',
        {
          type: 'GrantApproval',
          kind: 'FEASIBILITY',
          document: {
            kind: 'APPROVAL',
            title: '关于示例水库的批复',
            docNo: '示发改〔2022〕7号',
            issuer: '区发展改革委',
            issuedOn: '2022-03-07',
            sha256: HASH,
            size: null,
            mediaType: null,
          },
        },
      ],
      ['示例水库', { type: 'ApplyForApproval', kind: 'EIA', occurredOn: '2022-03-01' }],
      ['示例水库', null],
    ]);
  });

  it.each<[string, Value[], string]>([
    ['a month for the day of an approval', granted.with(5, '2022年3月'), 'F “2022年3月”不是具体日期'],
    ['an approval without its number', granted.with(7, null), 'H 缺少批复文号'],
    ['an unknown approval', granted.with(1, '环卫批复'), 'B 没有审批事项“环卫批复”'],
    ['an unknown state', granted.with(3, '差不多了'), 'D “差不多了”不是未办理、已受理、已退件或已批复'],
    ['a hash that is none', granted.with(8, 'abc'), 'I 校验码须为 SHA-256 的 64 位十六进制数'],
  ])('refuses %s at its place', async (_what, row, expected) => {
    const { rows, problems } = await read([row]);
    expect(problems.map(({ column, text }) => `${column} ${text}`)).toEqual([expected]);
    expect(rows).toEqual([]);
  });

  it('refuses the same approval of a project twice', async () => {
    const { problems } = await read([granted, granted]);
    expect(problems.map(({ row, column }) => `${column}${row}`)).toEqual(['B2', 'B3']);
  });
});
