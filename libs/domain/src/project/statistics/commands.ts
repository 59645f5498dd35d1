import type { DocumentRef } from '../../facts.js';
import type { Command, Dated } from '../../shapes.js';

export type StatisticsCommand =
  | Command<'EnterStatistics', Dated & { document: DocumentRef | null }>
  /** through: YYYY-MM, the last month that the figure covers. yearToDate: 分. */
  | Command<'RecordStatisticsInvestment', { through: string; yearToDate: number }>;
