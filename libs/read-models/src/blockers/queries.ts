import { type Documents, LATEST, type Sum, sumOn, valueOn, type View } from '#libs/event-sourcing/pure';
import {
  BLOCKER_STATUSES,
  dayOf,
  isEnded,
  isOpen,
  type LeadTimes,
  leadTimesOf,
  responsibilitiesOn,
} from '#libs/domain';
import { leaderOfRow, leadersNow } from '../leading-group/of-projects.js';
import { pageOfHolders } from '../ledgers/of-unit.js';
import { leadTimeSum } from './lead-times.js';
import type { BlockerDocument } from './document.js';
import { blockers } from './view.js';

/** The summaries are documents of the same view. */
const sumsOfBlockers = blockers as unknown as View<Sum>;

const OPEN = BLOCKER_STATUSES.filter(isOpen);

export interface BlockersQuery {
  readonly level?: string;
  /** Only blockers of projects in which this unit holds a place by now. */
  readonly unit?: string;
  /** Directory id; only blockers of projects that this leader is in charge of by now. */
  readonly leader?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Blockers that still hold a project up, the oldest first, with the level that is in charge and who holds it. */
export async function openBlockers(documents: Documents, { level, unit, leader, after, limit }: BlockersQuery) {
  const filter = { 'state.status': { $in: OPEN }, ...(level && { 'state.level': level }) };
  const query = { filter, ...(after !== undefined && { after }), limit };
  const holders = { ...(unit !== undefined && { unit }), ...(leader !== undefined && { leader }) };
  const page = await pageOfHolders(documents, blockers, query, holders);
  return { items: await onBoard(documents, page.items), next: page.next };
}

/** One blocker, open or closed, with its way through the levels. */
export async function blockerById(documents: Documents, id: string) {
  const found = await documents.get(blockers, id);
  return found?.id === id ? (await onBoard(documents, [found]))[0] : undefined;
}

/** 早发现、早协调、早解决 of a year: how many came to that in it, and the mean of their days with 2 decimals. */
export async function leadTimesIn(documents: Documents, year: number, day = LATEST) {
  const sums = sumOn(await documents.get(sumsOfBlockers, leadTimeSum(year)), day);
  const of = (kind: keyof LeadTimes) => {
    const count = sums[`${kind}|count`] ?? 0;
    const days = sums[`${kind}|days`] ?? 0;
    return { count, meanDays: count === 0 ? null : Math.round((days * 100) / count) / 100 };
  };
  return { year, discovery: of('discovery'), coordination: of('coordination'), resolution: of('resolution') };
}

/** With the name of its project, whose end stops every clock, with its lead times and with who holds it. */
async function onBoard(documents: Documents, found: readonly BlockerDocument[]) {
  const ofProjects = found.map(({ project }) => project);
  const { rows, group, portfolios, leaderOf } = await leadersNow(documents, ofProjects);
  return found.map(({ sort: _, meetings, levels, ...blocker }) => {
    const row = rows.get(blocker.project);
    const held = row && responsibilitiesOn(row.project.responsibilities, LATEST);
    const leader = leaderOf(blocker.project);
    const holders = {
      L1_LEGAL_ENTITY: held?.legalEntity ?? null,
      L2_SECTOR_AUTHORITY: held?.leadAuthority ?? null,
      L3_DISTRICT_LEADER: leader,
      L4_LEADING_GROUP: valueOn(group?.formed ?? [], LATEST)?.leader ?? null,
    };
    return {
      ...blocker,
      dueAt: isEnded(valueOn(row?.project.status ?? [], LATEST)) ? null : blocker.dueAt,
      projectName: valueOn(row?.project.details.name ?? [], LATEST) ?? null,
      /** A unit at the lower two levels, a leader at the upper two. */
      holder: holders[blocker.level],
      leader,
      levels: levels.map((place) =>
        place.level === 'L3_DISTRICT_LEADER'
          ? { ...place, leader: row ? leaderOfRow(portfolios, row, dayOf(place.arrivedAt)) : null }
          : place,
      ),
      coordinations: meetings.map(({ on, value: { coordination, ...meeting } }) => ({
        id: coordination,
        on,
        ...meeting,
      })),
      leadTimes: leadTimesOf(blocker),
    };
  });
}
