import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import type { UnitKind } from '#libs/domain';
import { units, type UnitDocument } from './view.js';

export interface UnitsQuery {
  readonly kind?: UnitKind;
  readonly day?: string;
  readonly after?: string;
  readonly limit: number;
}

/** One page of the units in the order of their ids, those that were merged included. */
export async function unitsOn(documents: Documents, { kind, day = LATEST, after, limit }: UnitsQuery) {
  const page = await documents.page(units, {
    filter: kind === undefined ? {} : { 'state.unit.kind': kind },
    ...(after !== undefined && { after }),
    limit,
  });
  return { items: page.items.map((document) => unitOn(document, day)), next: page.next };
}

/** A unit as it was on a day, with the names before and after. */
export async function unitById(documents: Documents, id: string, day = LATEST) {
  const document = await documents.get(units, id);
  if (!document) return undefined;
  const { revision, unit, receipts } = document;
  const names = unit.name.map(({ on, value }) => ({ since: on, name: value }));
  return { ...unitOn(document, day), revision, names, receipts };
}

function unitOn({ id, unit, absorbed }: UnitDocument, day: string) {
  const merged = unit.merged && unit.merged.on <= day ? unit.merged : null;
  return {
    id,
    kind: unit.kind,
    name: valueOn(unit.name, day) ?? null,
    sectors: valueOn(unit.sectors, day) ?? [],
    mergedInto: merged && { unit: merged.value, since: merged.on },
    absorbed: absorbed.filter(({ on }) => on <= day).map(({ on, unit }) => ({ unit, since: on })),
  };
}
