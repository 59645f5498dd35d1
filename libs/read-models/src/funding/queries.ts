import { type Documents, LATEST, sumOn, valueOn } from '#libs/event-sourcing/pure';
import {
  arrivalRate,
  FUNDING_SOURCES,
  FUNDING_USES,
  fundingBetween,
  type FundingFigures,
  NO_FUNDING,
  paymentRate,
  unpaid,
} from '#libs/domain';
import { funding, fundingSum, sumsOfFunding } from './view.js';

/** A project's money as of a day: each line, each year, and all of it. Without a day schedules count to their end. */
export async function projectFundingOn(documents: Documents, id: string, day = LATEST) {
  const document = await documents.get(funding, id);
  if (!document) return undefined;
  const { fundingLines, fundingMovements, financingModel, supports, supportsGranted } = document.funding;
  const moved = fundingMovements.filter(({ on }) => on <= day);
  const years = [...new Set(moved.map(({ on }) => on.slice(0, 4)))].sort();
  return {
    id,
    currency: document.currency,
    financingModel: valueOn(financingModel, day) ?? null,
    total: withRates(fundingBetween(moved, '', day)),
    years: years.map((year) => ({
      year: Number(year),
      ...withRates(fundingBetween(moved, `${year}-01-01`, `${year}-12-31`)),
    })),
    lines: Object.entries(fundingLines).flatMap(([line, { source, use }]) => {
      const own = moved.filter(({ value }) => value.line === line);
      return own.length === 0 ? [] : [{ id: line, source, use, ...withRates(fundingBetween(own, '', day)) }];
    }),
    supports: Object.entries(supports)
      .filter(([, { on }]) => on <= day)
      .map(([support, { level, subject, on: appliedOn }]) => {
        const grantedOn = supportsGranted[support]?.on ?? LATEST;
        return {
          id: support,
          level,
          subject,
          appliedOn,
          grantedOn: grantedOn <= day && grantedOn < LATEST ? grantedOn : null,
        };
      }),
  };
}

/** The district's money of a year by source and use, of all projects in its own currency; rates within the year. */
export async function fundingOf(documents: Documents, year: number, day = LATEST) {
  const sums = sumOn(await documents.get(sumsOfFunding, fundingSum(year)), day);
  const figuresOf = (sources: readonly string[], uses: readonly string[]): FundingFigures => {
    const total: Record<keyof FundingFigures, number> = { ...NO_FUNDING };
    for (const name of Object.keys(NO_FUNDING) as (keyof FundingFigures)[])
      for (const source of sources) for (const use of uses) total[name] += sums[`${source}|${use}|${name}`] ?? 0;
    return total;
  };
  const isSomething = (figures: FundingFigures) => Object.values(figures).some((amount) => amount !== 0);
  return {
    year,
    total: withRates(figuresOf(FUNDING_SOURCES, FUNDING_USES)),
    bySource: FUNDING_SOURCES.map((source) => ({ source, figures: figuresOf([source], FUNDING_USES) }))
      .filter(({ figures }) => isSomething(figures))
      .map(({ source, figures }) => ({ source, ...withRates(figures) })),
    byUse: FUNDING_USES.map((use) => ({ use, figures: figuresOf(FUNDING_SOURCES, [use]) }))
      .filter(({ figures }) => isSomething(figures))
      .map(({ use, figures }) => ({ use, ...withRates(figures) })),
  };
}

const withRates = (figures: FundingFigures) => ({
  ...figures,
  unpaid: unpaid(figures),
  arrivalRate: arrivalRate(figures),
  paymentRate: paymentRate(figures),
});
