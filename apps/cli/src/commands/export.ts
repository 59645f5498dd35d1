import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Directory } from '#libs/directory';
import { atOnePosition, type Documents } from '#libs/event-sourcing';
import { isMonth, yearOf } from '#libs/domain';
import { bulletinById, planMembersOn, PROJECTION, unitById } from '#libs/read-models';
import {
  exportAssignmentSheet,
  exportBulletin,
  exportLedger,
  exportLists,
  exportPlan,
  reportTemplate,
} from '#libs/sheets';
import { awaitPosition } from '#libs/platform';
import { FOLLOW_MILLISECONDS } from '../../../api/src/imports/run-import.js';
import { assignedOn } from '../export/assignments.js';
import { ledgerLinesOn, listedOn, owingOf, planLineOf } from '../export/rows.js';
import type { Question } from '../ledger/answers.js';
import { openDataCommands } from './open-data.js';
import { exportEvidence } from '../ledger/evidence.js';
import { dayIn, yearIn } from '../options.js';
import { answer, Refused } from '../terminal.js';
import { withHistory, withProjector } from '../with-runtime.js';

interface Options {
  readonly year: string;
  readonly month: string;
  readonly unit: string;
  readonly bulletin: string;
  readonly out?: string;
  readonly json: boolean;
}

const LISTS = [
  ['新开工', 'new-start'],
  ['在建', 'ongoing'],
  ['前期', 'preliminary'],
] as const;

export function exportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('write workbooks of what is known now, and evidence of what was sealed');
  const sub = (name: string, description: string, needs: readonly (keyof typeof OPTIONS)[], of: Export) => {
    const added = command.command(name).description(description);
    for (const need of needs) added.requiredOption(OPTIONS[need][0], OPTIONS[need][1]);
    return added
      .option('--out <file>', 'where the workbook goes; NAME.xlsx if left out', `${name}.xlsx`)
      .option('--json', 'answer as JSON', false)
      .action((options: Options) => write(name, options, of));
  };
  sub('plan', 'a year’s plan (年度计划), as an import reads it', ['year'], async (documents, options) => {
    const lines = (await planMembersOn(documents, yearIn('--year', options.year))).map(planLineOf);
    return { rows: lines.length, bytes: await exportPlan(yearIn('--year', options.year), lines) };
  });
  sub('lists', 'the three lists (三张清单) of a year', ['year'], async (documents, options) => {
    const lists = [];
    for (const [name, list] of LISTS)
      lists.push({ name, projects: await listedOn(documents, list, yearIn('--year', options.year)) });
    const rows = lists.reduce((sum, { projects }) => sum + projects.length, 0);
    return { rows, bytes: await exportLists(yearIn('--year', options.year), lists) };
  });
  sub('ledger', 'the ledger (工作台账) of a unit', ['unit'], async (documents, { unit }) => {
    const lines = await ledgerLinesOn(documents, unit);
    const name = (await unitById(documents, unit))?.name ?? unit;
    return { rows: lines.length, bytes: await exportLedger(name, lines) };
  });
  sub(
    'assignment-sheet',
    'who answers for what by when (任务书) of a year, or of one unit’s projects',
    ['year'],
    async (documents, options, directory) => {
      const year = yearIn('--year', options.year);
      const { unit }: { readonly unit?: string } = options;
      const name = unit && ((await unitById(documents, unit))?.name ?? unit);
      const projects = await assignedOn(documents, directory, year, unit);
      return {
        rows: projects.length,
        bytes: await exportAssignmentSheet(`${year}年${name ?? ''}重点项目任务书`, projects),
      };
    },
  ).option(OPTIONS.unit[0], 'only the projects in which this unit holds a place');
  sub(
    'report-template',
    'a month’s report (月报) of a legal entity’s projects, to be filled in and imported',
    ['unit', 'month'],
    async (documents, { unit, month }) => {
      if (!isMonth(month)) throw new Refused(`--month ${month}: no such month`);
      const owing = owingOf(await planMembersOn(documents, yearOf(month)), unit, month);
      return { rows: owing.length, bytes: await reportTemplate(month, owing) };
    },
  );
  sub(
    'bulletin',
    'a bulletin (通报) with its figures as they were frozen',
    ['bulletin'],
    async (documents, options) => {
      const bulletin = await bulletinById(documents, options.bulletin, KEEPER);
      if (!bulletin) throw new Refused(`--bulletin ${options.bulletin}: no such bulletin`);
      return { rows: bulletin.figures.byTown.length, bytes: await exportBulletin(bulletin) };
    },
  );
  openDataCommands(command);
  command
    .command('evidence')
    .description(
      'events with their proofs, the rules, and what follows from them: of a project its state, or one figure of a dashboard (libs/verifier/README.md)',
    )
    .option('--project <id>', 'id of the project')
    .option('--dashboard <month>', 'YYYY-MM, with --figure instead of a project')
    .option('--cell <pointer>', 'where in the dashboard the figure is', '/construction')
    .option('--figure <name>', 'the figure, such as completedAccepted or completionRate')
    .option('--as-of <date>', 'day of the state or the figure, YYYY-MM-DD')
    .option('--out <file>', 'where the bundle goes', 'evidence.txt')
    .option('--json', 'answer as JSON', false)
    .action((options: EvidenceOptions) => exportEvidence(questionIn(options), options.out, options.json));
}

interface EvidenceOptions {
  readonly project?: string;
  readonly dashboard?: string;
  readonly cell: string;
  readonly figure?: string;
  readonly asOf?: string;
  readonly out: string;
  readonly json: boolean;
}

function questionIn({ project, dashboard, cell, figure, asOf: day }: EvidenceOptions): Question {
  const asOf = day === undefined ? null : dayIn('--as-of', day);
  if (project !== undefined && dashboard === undefined && figure === undefined) return { project, asOf };
  if (project !== undefined || dashboard === undefined || figure === undefined)
    throw new Refused('--project, or --dashboard and --figure');
  if (!isMonth(dashboard)) throw new Refused(`--dashboard ${dashboard}: no such month`);
  return { dashboard, cell, figure, asOf };
}

/** Who runs the CLI has the log itself. */
const KEEPER = { role: 'LG_OFFICE', unit: null };

type Export = (
  documents: Documents,
  options: Options,
  directory: Directory,
) => Promise<{ readonly rows: number; readonly bytes: Buffer }>;

const OPTIONS = {
  year: ['--year <year>', 'year of the plan'],
  month: ['--month <month>', 'YYYY-MM'],
  unit: ['--unit <id>', 'id of the unit'],
  bulletin: ['--bulletin <id>', 'id of the bulletin'],
} as const;

const write = (name: string, { out, ...options }: Options, of: Export): Promise<void> =>
  withHistory({ door: `export ${name}`, asked: { ...options } }, (runtime) =>
    withProjector(runtime, async () => {
      await awaitPosition(runtime.db, await runtime.store.end(), FOLLOW_MILLISECONDS);
      const { result } = await atOnePosition(runtime.db, PROJECTION, (documents) =>
        of(documents, options, runtime.directory),
      );
      await writeFile(out!, result.bytes);
      answer(options.json, { rows: result.rows, file: out }, [`${result.rows} 行：${out}`]);
    }),
  );
