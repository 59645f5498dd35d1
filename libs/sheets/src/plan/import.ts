import { INITIAL_PROJECT, type PlanState, planStream, projectStream, type ProjectState, totalsOf } from '#libs/domain';
import { newProjectOf } from '../import/envelope.js';
import { type ImportContext, type ImportKind, NothingImported } from '../import/kind.js';
import { projectOf } from '../import/match.js';
import { WorkbookRefused } from '../refusals.js';
import { type ReadRows, readSheets } from '../rows/read-sheets.js';
import { yearIn } from '../year.js';
import { namesUnknownUnit, planCommands } from './commands.js';
import { PLAN } from './kind.js';
import type { PlanRow } from './row.js';

/** A year's plan: each row registers its project or says what is new of it, and takes it into the draft. */
export const planImport: ImportKind<PlanRow> = {
  title: PLAN.title,
  read: (workbook) => readSheets(workbook, PLAN),

  async prepare(read, context) {
    const { hash, door, register, given } = context;
    const year = yearOf(read, context);
    const plan = await door.stateOf<PlanState>(planStream(year));
    const on = given.on ?? (`${year}-01-01` < context.today ? `${year}-01-01` : context.today);
    let unknownUnits = 0;
    /** Projects that these rows bring into being. */
    const unknown = new Set<string>();
    return {
      before: plan.year === null ? [draftOf(read, year)] : [],
      async projectOf({ code, details: { name }, place }) {
        const known = await projectOf({ code, name }, context);
        if (known !== undefined) return known;
        const id = newProjectOf(hash, place);
        unknown.add(id);
        return id;
      },
      async commandsOf(row, id) {
        const project = unknown.has(id) ? INITIAL_PROJECT : await door.stateOf<ProjectState>(projectStream(id));
        if (namesUnknownUnit(row, register)) unknownUnits++;
        return planCommands(row, { id, project, plan, year, on, register });
      },
      notes: () => [
        `年度：${year}；各项事实自 ${on} 起生效`,
        ...(plan.year === null ? ['年度计划尚未编制，已按工作簿各行合计编制草案；发布前请核对总量'] : []),
        ...(unknownUnits > 0 ? [`${unknownUnits} 行的单位未在单位名录中登记，责任分工须另行落实`] : []),
      ],
    };
  },
};

function yearOf({ sheets }: ReadRows<PlanRow>, { given }: ImportContext): number {
  const year = given.year ?? yearIn(sheets.flatMap(({ above, name, headings }) => [...above, name, ...headings]));
  if (year === undefined) throw new WorkbookRefused('YEAR_UNKNOWN');
  return year;
}

/** The totals that the plan is to reach are those of all its rows, so that none of them may be unreadable. */
function draftOf({ rows, problems }: ReadRows<PlanRow>, year: number) {
  if (problems.length > 0) throw new NothingImported('年度计划尚未编制，须所有行无误才能据以编制');
  const declared = totalsOf(rows.map((row) => ({ ...row, project: '' })));
  return { stream: planStream(year), command: { type: 'DraftPlan', declared } };
}
