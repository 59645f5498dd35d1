import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Actor } from '#libs/event-sourcing';
import { isDay, isMonth, type Role, ROLES } from '#libs/domain';
import { type Given, type Imported, type ImportKindName, WorkbookRefused } from '#libs/sheets';
import { runImport, wayThrough } from '../../../api/src/imports/run-import.js';
import { patiently } from '../import/patiently.js';
import { progressOn } from '../import/progress.js';
import { answer, Refused } from '../terminal.js';
import { withProjector, withRuntime } from '../with-runtime.js';

interface Options {
  readonly answer?: string;
  readonly role: string;
  readonly unit?: string;
  readonly subject?: string;
  readonly year?: string;
  readonly month?: string;
  readonly on?: string;
  readonly json: boolean;
}

const SHOWN_PROBLEMS = 20;
/** How long a command is tried again while a server does not answer. */
const PATIENCE = 60_000;

const KINDS: Readonly<Record<ImportKindName, { readonly description: string; readonly role: Role }>> = {
  plan: { description: 'a year’s plan (年度计划), each row a project', role: 'LG_OFFICE' },
  reports: { description: 'monthly reports (月报) of the projects of a unit', role: 'REPORTER' },
  preliminary: { description: 'approvals (前期), each row a step of one approval', role: 'LG_OFFICE' },
};

/** A command for each kind of workbook. */
export function workbookCommands(parent: Command): void {
  for (const [kind, { description, role }] of Object.entries(KINDS) as [ImportKindName, (typeof KINDS)['plan']][])
    parent
      .command(`${kind} <file.xlsx>`)
      .description(description)
      .option(
        '--answer <file>',
        'where the workbook with its errors goes; beside the file, as …-answer.xlsx, if left out',
      )
      .option('--role <role>', 'role in which the rows are imported', role)
      .option('--unit <id>', 'unit for which they are imported')
      .option('--subject <id>', 'directory id of whoever imports; import:… if left out')
      .option('--year <year>', 'year of a plan whose title names none')
      .option('--month <month>', 'month of reports whose titles name none, YYYY-MM')
      .option('--on <date>', 'day from which a plan’s facts hold; the year’s first if left out')
      .option('--json', 'answer as JSON', false)
      .action((file: string, options: Options) => importFile(kind, file, options));
}

async function importFile(kind: ImportKindName, file: string, options: Options): Promise<void> {
  const [actor, given] = [actorOf(kind, options), givenBy(options)];
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`${file} cannot be read: ${error.code ?? error.message}`);
  });
  const target = options.answer ?? file.replace(/(\.xlsx)?$/i, '-answer.xlsx');
  await withRuntime((runtime) =>
    withProjector(runtime, async () => {
      const { rehearse, handleTogether, stateOf } = wayThrough(runtime.door);
      const way = {
        rehearse: (envelopes: Parameters<typeof rehearse>[0]) => patiently(PATIENCE, () => rehearse(envelopes)),
        handleTogether: (envelopes: Parameters<typeof handleTogether>[0]) =>
          patiently(PATIENCE, () => handleTogether(envelopes)),
        stateOf,
      };
      const onProgress = progressOn(process.stderr);
      const began = performance.now();
      const done = await runImport(runtime, { kind, bytes, actor, given, onProgress }, way).catch((error: unknown) => {
        throw error instanceof WorkbookRefused ? new Refused(`${error.code}: ${error.message}`) : error;
      });
      const seconds = (performance.now() - began) / 1_000;
      await writeFile(target, done.answer);
      tell(done.imported, seconds, target, options.json);
    }),
  );
}

function tell(imported: Imported, seconds: number, target: string, json: boolean): void {
  const { refused, rows, unchanged, failed, events, position, problems, notes } = imported;
  const told = { refused, rows, imported: imported.imported, unchanged, failed, events, position, problems, notes };
  answer(json, { ...told, seconds, answer: target }, [
    ...(refused === null ? [] : [`未导入：${refused}`]),
    `${rows} 行：导入 ${imported.imported}，与已有信息一致 ${unchanged}，有误 ${failed}；${events} 个事件，${seconds.toFixed(1)} 秒`,
    ...problems
      .slice(0, SHOWN_PROBLEMS)
      .map(
        ({ sheet, row, column, text }) => `“${sheet}”第 ${row} 行${column === null ? '' : ` ${column} 列`}：${text}`,
      ),
    ...(problems.length > SHOWN_PROBLEMS ? [`另有 ${problems.length - SHOWN_PROBLEMS} 个问题，见结果工作簿`] : []),
    ...notes,
    `结果工作簿：${target}`,
  ]);
  if (refused !== null || failed > 0) process.exitCode = 1;
}

function actorOf(kind: ImportKindName, { role, unit, subject }: Options): Actor {
  if (!(ROLES as readonly string[]).includes(role)) throw new Refused(`no role ${role}; there are ${ROLES.join(', ')}`);
  return { id: subject ?? `import:${kind}`, role, unit: unit ?? null };
}

function givenBy({ year, month, on }: Options): Given {
  if (year !== undefined && !/^20\d\d$/.test(year)) throw new Refused(`--year ${year}: no such year`);
  if (month !== undefined && !isMonth(month)) throw new Refused(`--month ${month}: no such month`);
  if (on !== undefined && !isDay(on)) throw new Refused(`--on ${on}: no such day`);
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(month !== undefined && { month }),
    ...(on !== undefined && { on }),
  };
}
