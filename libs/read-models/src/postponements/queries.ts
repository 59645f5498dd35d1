import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import { responsibilitiesOn } from '#libs/domain';
import { projectsEverOf } from '../ledgers/queries.js';
import { listRows } from '../lists/view.js';
import { movesOf } from './moves.js';
import { type Postponements, postponements } from './view.js';

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
  const items = found.flatMap(({ id, milestones, grounds }) => {
    const project = rows.get(id)?.project;
    const moves = movesOf(milestones)
      .filter(({ on }) => on <= day)
      .map(({ revision, ...move }) => ({
        ...move,
        reason: grounds[revision]?.reason ?? null,
        document: grounds[revision]?.document ?? null,
        responsibleUnit: (project && responsibilitiesOn(project.responsibilities, move.on)?.responsibleUnit) ?? null,
      }))
      .filter((move) => unit === undefined || move.responsibleUnit === unit);
    const later = moves.filter(({ days }) => days > 0);
    if (moves.length === 0) return [];
    const name = valueOn(project?.details.name ?? [], day) ?? null;
    return [{ id, name, times: later.length, days: later.reduce((sum, { days }) => sum + days, 0), moves }];
  });
  return { items, next };
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
