import { type Documents, LATEST, momentOf, valueOn } from '#libs/event-sourcing/pure';
import { responsibilitiesOn } from '#libs/domain';
import { projectsEverOf } from '../ledgers/queries.js';
import { valuesOn } from '../lists/facets.js';
import { listRows } from '../lists/view.js';
import { preparationOn } from './nodes.js';
import { preparation, type PreparationDocument } from './view.js';

export interface PreparationQuery {
  /** Holds any place in the project. */
  readonly unit?: string;
  readonly project?: string;
  /** Only projects of which a node is overdue. */
  readonly overdue?: boolean;
  readonly day?: string;
  readonly after?: string;
  readonly limit: number;
}

/** 前期工作: one page of the projects with a preparation plan, each with its nodes as they stood on a day. */
export async function preparationPage(documents: Documents, query: PreparationQuery) {
  const { unit, overdue = false, day = LATEST } = query;
  const moment = momentOf(day);
  const { found, next } = await pageOf(documents, query, moment);
  const rows = await documents.many(
    listRows,
    found.map(({ id }) => id),
  );
  const items = found.flatMap((document) => {
    const plan = preparationOn(document, moment);
    const row = rows.get(document.id);
    if (!plan || (overdue && !plan.nodes.some((node) => node.overdue))) return [];
    if (unit !== undefined && !valuesOn(row?.facets ?? [], 'unit', moment).includes(unit)) return [];
    const held = row && responsibilitiesOn(row.project.responsibilities, day);
    return [
      {
        project: document.id,
        projectName: valueOn(row?.project.details.name ?? [], day) ?? null,
        responsibleUnit: held?.responsibleUnit ?? null,
        leadAuthority: held?.leadAuthority ?? null,
        ...plan,
      },
    ];
  });
  return { items, next };
}

/** A unit's projects are found by its ledger; a page may be short. */
async function pageOf(documents: Documents, query: PreparationQuery, moment: string) {
  const { unit, project, overdue = false, after, limit } = query;
  const cursor = after === undefined ? {} : { after };
  if (project === undefined && unit === undefined) {
    const late = {
      'state.everLate': true,
      'state.late': { $elemMatch: { from: { $lte: moment }, to: { $gt: moment } } },
    };
    const filter = overdue ? late : { 'state.planned': true };
    const { items: found, next } = await documents.page(preparation, { filter, ...cursor, limit });
    return { found, next };
  }
  const { projects, next } =
    project === undefined
      ? await projectsEverOf(documents, { unit: unit!, ...cursor, limit })
      : { projects: [project], next: null };
  const held = await documents.many<PreparationDocument>(preparation, projects);
  return { found: projects.flatMap((id) => held.get(id) ?? []), next };
}
