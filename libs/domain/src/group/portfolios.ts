import { type Fact, factOn, type Series } from '#libs/event-sourcing/pure';
import type { Portfolio } from './events.js';

/** For each leader, what they were in charge of since when. */
export type Portfolios = Readonly<Record<string, Series<Portfolio>>>;

/**
 * The leader (directory id) who is in charge of a project on a day: who has its authority, else who has its sector;
 * of several the one who was given it last. Null where nobody is.
 */
export function leaderOf(
  portfolios: Portfolios,
  sector: string | null,
  authority: string | null,
  day: string,
): string | null {
  const held = Object.entries(portfolios).flatMap(([leader, series]) => {
    const fact = factOn(series, day);
    return fact ? [{ leader, fact }] : [];
  });
  const last = (holds: (portfolio: Portfolio) => boolean) =>
    held
      .filter(({ fact }) => holds(fact.value))
      .sort((a, b) => order(a.fact, b.fact))
      .at(-1)?.leader;
  return (
    last(({ units }) => authority !== null && units.includes(authority)) ??
    last(({ sectors }) => sector !== null && sectors.includes(sector)) ??
    null
  );
}

const order = (a: Fact<Portfolio>, b: Fact<Portfolio>): number =>
  a.on === b.on ? a.revision - b.revision : a.on < b.on ? -1 : 1;
