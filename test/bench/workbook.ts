import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { startServers } from '#libs/embedded/servers';
import { compiled, environmentOf } from '../programs.js';
import { numberOf } from '../run-named.js';
import { figure } from './report.js';

const BENCH = 'workbook';
const ROWS_AIM = 200;
const ROWS = 5_000;

interface Told {
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly seconds: number;
}

/** A year's plan of 5,000 rows by the CLI, from the file to the workbook that comes back, twice. */
export async function benchWorkbook(args: string[]): Promise<boolean> {
  const rows = numberOf(args, '--rows', ROWS);
  const folder = mkdtempSync(join(tmpdir(), 'bench-workbook-'));
  const servers = await startServers({ data: join(folder, 'servers'), given: {} });
  try {
    const file = join(folder, 'plan.xlsx');
    writeFileSync(file, await planOf(rows));
    const first = await importBy(environmentOf(servers), file);
    const again = await importBy(environmentOf(servers), file);
    const rate = first.told.rows / first.told.seconds;
    figure(BENCH, 'rows imported end to end', rate, '1/s', `${ROWS_AIM}`);
    figure(BENCH, 'rows imported again', again.told.rows / again.told.seconds, '1/s');
    figure(BENCH, 'peak memory of the import', first.peak, 'MiB');
    return rate >= ROWS_AIM && first.told.imported === rows && again.told.unchanged === rows;
  } finally {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);

/** A plan with 24 columns, as wide as those that go round. */
async function planOf(rows: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('续建项目');
  sheet.addRow(['示例区2022年重点项目年度计划表（单位：万元）']);
  sheet.addRow([
    ...['序号', '项目名称', '项目法人', '建设性质', '建设地点', '主要建设内容及规模', '建设起止年限', '总投资'],
    ...['截至上年底完成投资', '本年度计划投资', '责任单位', '联系人', ...MONTHS],
  ]);
  for (let row = 1; row <= rows; row++)
    sheet.addRow([
      ...[row, `示例项目${row}`, `示例公司${row % 97}`, '新建', `示例镇${row % 17}`, '新建道路 3.2 公里，宽 24 米'],
      ...['2021.3-2023.12', 12_000 + row, 1_000, 2_400, '示例区交通局', '示例人', ...MONTHS.map(() => 200)],
    ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The import as users run it, and the most memory that it had, in MiB. */
async function importBy(environment: NodeJS.ProcessEnv, file: string): Promise<{ told: Told; peak: number }> {
  const wrapper = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS));`;
  const preload = `data:text/javascript,${encodeURIComponent(wrapper)}`;
  const child = spawn(
    process.execPath,
    ['--import', preload, compiled('apps/cli/src/main.js'), 'import', 'plan', file, '--json'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    },
  );
  const said: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => complained.push(data));
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  const [text, errors] = [said, complained].map((chunks) => Buffer.concat(chunks).toString());
  if (text === '') throw new Error(`the import ended with ${child.exitCode}: ${errors}`);
  return { told: JSON.parse(text!) as Told, peak: Number(/peak (\d+)$/.exec(errors!)![1]) / 1_024 };
}
