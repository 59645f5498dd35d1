import { LATEST, type Series } from '#libs/event-sourcing/pure';
import { spansOf as placesOf } from '../ledgers/view.js';
import type { Facet, FacetSpan, RowProject } from './row.js';

export function facetsOf({ status, details, persons, responsibilities, ...money }: RowProject): FacetSpan[] {
  const places = placesOf(responsibilities);
  return [
    ...spansOf('status', status),
    ...spansOf('sector', details.sector),
    ...spansOf('town', details.town),
    ...spansOf(
      'leader',
      persons.map((fact) => ({ ...fact, value: fact.value.linkedLeader })),
    ),
    ...places.map(({ unit, from, to }) => ({ facet: 'unit', value: unit, from, to }) as const),
    ...places
      .filter(({ place }) => place === 'SECTOR_AUTHORITY')
      .map(({ unit, from, to }) => ({ facet: 'authority', value: unit, from, to }) as const),
    ...places
      .filter(({ place }) => place === 'RESPONSIBLE_UNIT')
      .map(({ unit, from, to }) => ({ facet: 'responsible', value: unit, from, to }) as const),
    ...sourcesOf(money),
  ];
}

const spansOf = (facet: Facet, series: Series<string | null>): FacetSpan[] =>
  series.flatMap(({ on: from, value }, index) => {
    const to = series[index + 1]?.on ?? LATEST;
    return value !== null && from < to ? [{ facet, value, from, to }] : [];
  });

/** A source is one from the day on which money of it was first applied for. */
function sourcesOf({ fundingLines, fundingMovements }: Pick<RowProject, 'fundingLines' | 'fundingMovements'>) {
  const first = new Map<string, string>();
  for (const { on, value } of fundingMovements) {
    const source = fundingLines[value.line]?.source;
    if (source !== undefined && !first.has(source)) first.set(source, on);
  }
  return [...first].map(([value, from]) => ({ facet: 'source', value, from, to: LATEST }) as const);
}

/** The values of a facet on a day, each once. */
export const valuesOn = (facets: readonly FacetSpan[], facet: Facet, day: string): string[] => [
  ...new Set(facets.filter((span) => span.facet === facet && span.from <= day && day < span.to).map((s) => s.value)),
];
