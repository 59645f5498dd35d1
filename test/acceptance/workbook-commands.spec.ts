import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbookOf } from '../../libs/sheets/src/testing.js';

let folder: string;
const MAIN = join(process.cwd(), 'dist/apps/cli/src/main.js');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-workbooks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A command as users run it, on a data folder of its own; what it answers as JSON and its exit code. */
function run(...args: string[]): Promise<{ code: number; answer: Record<string, unknown> }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TAIZHANG_DATA: join(folder, 'data') };
  return new Promise((resolve) =>
    execFile(process.execPath, [MAIN, ...args, '--json'], { env }, (error, stdout) =>
      resolve({
        code: error ? Number(error.code) : 0,
        answer: stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>),
      }),
    ),
  );
}

it('a plan goes in, comes out, and says nothing new when it goes in again', async () => {
  const [first, exported] = [join(folder, 'plan.xlsx'), join(folder, 'exported.xlsx')];
  const header = ['项目名称', '类别', '总投资（亿元）', '本年度计划投资（万元）', '起止年限'];
  const rows = [
    ['2022年度计划'],
    header,
    ['示例大道', '续建', 5, 12_000.5, '2021.3-2023.12'],
    ['=示例水库', '前期', 8, null, '2023-2025'],
  ];
  await writeFile(first, await workbookOf({ name: '计划', rows }));
  expect(await run('import', 'plan', first)).toMatchObject({ code: 0, answer: { rows: 2, imported: 2, failed: 0 } });
  expect(await run('export', 'plan', '--year', '2022', '--out', exported)).toMatchObject({
    code: 0,
    answer: { rows: 2 },
  });
  expect(await run('import', 'plan', exported)).toMatchObject({
    code: 0,
    answer: { imported: 0, unchanged: 2, events: 0 },
  });
}, 300_000);

it('a workbook with an error ends the command with 1, a command without its options with 2', async () => {
  const wrong = join(folder, 'wrong.xlsx');
  await writeFile(
    wrong,
    await workbookOf({
      name: '续建',
      rows: [
        ['项目名称', '总投资（亿元）'],
        ['示例桥', '约5'],
      ],
    }),
  );
  expect(await run('import', 'plan', wrong, '--year', '2023')).toMatchObject({ code: 1, answer: { failed: 1 } });
  expect(await run('import', 'plan', wrong)).toMatchObject({ code: 1 });
  expect(await run('export', 'plan')).toMatchObject({ code: 2 });
}, 300_000);
