import { type Documents, LATEST, sumOn, valueOn } from '#libs/event-sourcing/pure';
import { projectsEverOf } from '../ledgers/queries.js';
import { listRows } from '../lists/view.js';
import { movesOf } from './moves.js';
import { postponedSum, type Postponements, postponements, responsibleFor, sumsOfPostponements } from './view.js';

export interface PostponementsQuery {
  /** Only projects in which the unit holds or held a place, and of them the moves while it was the responsible unit. */
  readonly unit?: string;
  readonly day?: string;
  readonly after?: string;
  readonly limit: number;
}

/** 延期台账: one page of the projects whose dates were moved by a day: how often, by how many days, why, and under which unit. */
export async function postponementsOn(documents: Documents, query: PostponementsQuery) {
  const { unit, day = LATEST } = query;
  const { found, next } = await pageOf(documents, query);
  const rows = await documents.many(
    listRows,
    found.map(({ id }) => id),
  );
  const items = found.flatMap((project) => {
    const { id, grounds } = project;
    const moves = movesOf(project)
      .filter(({ on }) => on <= day)
      .map((each) => {
        const { revision, ...move } = each;
        const { reason = null, document = null } = grounds[revision] ?? {};
        return { ...move, reason, document, responsibleUnit: responsibleFor(project, each) };
      })
      .filter((move) => unit === undefined || move.responsibleUnit === unit);
    const later = moves.filter(({ days }) => days > 0);
    if (moves.length === 0) return [];
    const name = valueOn(rows.get(id)?.project.details.name ?? [], day) ?? null;
    return [{ id, name, times: later.length, days: later.reduce((sum, { days }) => sum + days, 0), moves }];
  });
  return { items, next };
}

/** How often and by how many days dates were put off in a year, in all and under each responsible unit, the most days first. */
export async function postponedIn(documents: Documents, year: number, day = LATEST) {
  const sums = sumOn(await documents.get(sumsOfPostponements, postponedSum(year)), day);
  const ofUnits = new Map<string, Record<string, number>>();
  for (const [name, amount] of Object.entries(sums)) {
    const at = name.lastIndexOf('|');
    const unit = decodeURIComponent(name.slice(0, at));
    ofUnits.set(unit, { ...ofUnits.get(unit), [name.slice(at + 1)]: amount });
  }
  const units = [...ofUnits]
    .map(([unit, { projects = 0, times = 0, days = 0 }]) => ({
      unit: unit === '' ? null : unit,
      projects,
      times,
      days,
    }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.days - a.days || b.times - a.times || ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1));
  const totalOf = (measure: 'times' | 'days') => units.reduce((sum, each) => sum + each[measure], 0);
  return { year, times: totalOf('times'), days: totalOf('days'), units };
}

/** A unit's projects are found by its ledger; a page of them may be short. */
async function pageOf(documents: Documents, { unit, after, limit }: PostponementsQuery) {
  const cursor = after === undefined ? {} : { after };
  if (unit === undefined) {
    const page = await documents.page(postponements, { filter: { 'state.moved': true }, ...cursor, limit });
    return { found: page.items, next: page.next };
  }
  const { projects, next } = await projectsEverOf(documents, { unit, ...cursor, limit });
  const held = await documents.many<Postponements>(postponements, projects);
  return { found: projects.flatMap((id) => held.get(id) ?? []), next };
}
