import type { DocumentRef } from '../../facts.js';
import type { Dated, Event } from '../../shapes.js';

export type StatisticsEvent =
  /** 入统: the statistics count the project from a day on. */
  | Event<'StatisticsEntered', Dated & { document: DocumentRef | null }>
  /** 统计投资: what the statistics count of the year's investment up to a month's end, in 分; reported and paid amounts are others. */
  | Event<'StatisticsInvestmentRecorded', { through: string; yearToDate: number }>;
