import { type Documents, LATEST, momentOf, valueOn } from '#libs/event-sourcing/pure';
import { type Colour, type Dimension, lightsOn } from '#libs/domain';
import { listRows } from '../lists/view.js';
import { colourKey, lights, type LightsDocument, lightsKey } from './view.js';

export interface LightsQuery {
  readonly year: number;
  readonly day?: string;
  /** Of the dimension, or else of all together. */
  readonly colour?: Colour;
  readonly dimension?: Dimension;
  readonly sector?: string;
  /** A unit that held any place. */
  readonly unit?: string;
  /** 包联领导 */
  readonly leader?: string;
  readonly after?: string;
  readonly limit: number;
}

/** One page of the projects with lights in a plan's year, as they were shown on a day. */
export async function lightsPage(documents: Documents, query: LightsQuery) {
  const { year, day = LATEST, colour, dimension, sector, unit, leader, after, limit } = query;
  const moment = momentOf(day);
  const during = { from: { $lte: moment }, to: { $gt: moment } };
  const page = await documents.page(lights, {
    filter: {
      'state.found': rarestOf(query),
      'state.spans': { $elemMatch: { year, light: dimension ?? 'OVERALL', ...(colour && { colour }), ...during } },
      ...(sector !== undefined && { 'state.sectors': { $elemMatch: { sector, ...during } } }),
      ...(leader !== undefined && { 'state.leaders': { $elemMatch: { leader, ...during } } }),
      ...(unit !== undefined && { 'state.places': { $elemMatch: { unit, ...during } } }),
    },
    ...(after !== undefined && { after }),
    limit,
  });
  const rows = await documents.many(
    listRows,
    page.items.map(({ id }) => id),
  );
  const items = page.items.map((document) => ({
    project: document.id,
    projectName: valueOn(rows.get(document.id)?.project.details.name ?? [], day) ?? null,
    sector: valueOn(document.sector, day) ?? null,
    ...shownOn(document, day, moment),
  }));
  return { items, next: page.next };
}

/** A page walks the documents of one of them, and tests those for the others. */
function rarestOf({ year, dimension, colour, unit, leader, sector }: LightsQuery): string {
  const light = dimension ?? 'OVERALL';
  if (unit !== undefined) return lightsKey('unit', unit);
  if (leader !== undefined) return lightsKey('leader', leader);
  if (colour !== undefined) return colourKey(year, light, colour);
  return sector === undefined ? colourKey(year, light) : lightsKey('sector', sector);
}

/** The lights with the days since which they have had their colour. */
function shownOn(document: LightsDocument, day: string, moment: string) {
  const { lights: shown, ...of } = lightsOn(document, day)!;
  const sinceOf = (light: string): string =>
    document.spans.find((span) => span.light === light && span.from <= moment && moment < span.to)!.from;
  return {
    ...of,
    since: sinceOf('OVERALL'),
    lights: Object.fromEntries(
      Object.entries(shown).map(([dimension, light]) => [dimension, { ...light, since: sinceOf(dimension) }]),
    ),
  };
}
