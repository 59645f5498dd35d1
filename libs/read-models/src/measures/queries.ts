import { type Documents, LATEST, sumOn, valueOn } from '#libs/event-sourcing/pure';
import type { MeasureState } from '#libs/domain';
import { listRows } from '../lists/view.js';
import { rulesOn } from '../policies/queries.js';
import { HITS, type MeasureDocument, measures, sumsOfMeasures } from './view.js';

export const MEASURE_STATUSES = ['PROPOSED', 'ADOPTED', 'WITHDRAWN'] as const satisfies MeasureState['status'][];

export interface MeasuresQuery {
  readonly status?: (typeof MEASURE_STATUSES)[number];
  readonly after?: string;
  readonly limit: number;
}

/** One page of the measures in the order of their ids. */
export async function measuresPage(documents: Documents, { status, after, limit }: MeasuresQuery) {
  const page = await documents.page(measures, {
    // Named in any case, so that the summary stays out.
    filter: { 'state.measure.status': { $in: status === undefined ? MEASURE_STATUSES : [status] } },
    ...(after !== undefined && { after }),
    limit,
  });
  return { items: page.items.map(answerOf), next: page.next };
}

export async function measureById(documents: Documents, id: string) {
  const document = await documents.get(measures, id);
  return document ? answerOf(document) : undefined;
}

const answerOf = ({ sort: _, measure: { status, effect, signedOff, proposedBy }, ...document }: MeasureDocument) => ({
  ...document,
  status,
  effect,
  signedOff,
  proposedBy,
});

/**
 * The alert of stacked measures (notice §5) on a day: each named project on which as many measures are in force as the
 * rule set `stacking` says, those on its sector included, and each sector in which every project is hit so often.
 * Without a day also those measures count that take effect later.
 */
export async function stackedOn(documents: Documents, day = LATEST) {
  const alertFrom = (await rulesOn(documents, 'stacking', day))?.alertFrom;
  if (alertFrom === undefined) return { alertFrom: null, projects: [], sectors: [] };
  const hits = sumOn(await documents.get(sumsOfMeasures, HITS), day);
  const named = (kind: string) =>
    Object.keys(hits)
      .filter((name) => name.startsWith(`${kind}|`))
      .map((name) => name.slice(kind.length + 1))
      .sort();
  const rows = await documents.many(listRows, named('project'));
  const projects = named('project').map((project) => {
    const details = rows.get(project)?.project.details;
    const sector = valueOn(details?.sector ?? [], day) ?? null;
    const inForce = (hits[`project|${project}`] ?? 0) + (hits[`sector|${sector}`] ?? 0);
    return { project, name: valueOn(details?.name ?? [], day) ?? null, sector, measures: inForce };
  });
  const sectors = named('sector').map((sector) => ({ sector, measures: hits[`sector|${sector}`]! }));
  const isStacked = (each: { measures: number }) => each.measures >= alertFrom;
  return { alertFrom, projects: projects.filter(isStacked), sectors: sectors.filter(isStacked) };
}
