import { type Folds, type Series, withFact } from '#libs/event-sourcing/pure';
import { lastDayOf } from '../../days.js';
import type { StatisticsEvent } from './events.js';

export interface StatisticsState {
  readonly statistics: {
    /** Has the day of entry, once it is there. */
    readonly entered: Series<true>;
    /** 分 of the year to date, from the last day of the month that they cover. */
    readonly investment: Series<number>;
  };
}

export const INITIAL_STATISTICS: StatisticsState = { statistics: { entered: [], investment: [] } };

export const FOLDS: Folds<StatisticsState, StatisticsEvent> = {
  StatisticsEntered: ({ statistics }, { revision, data: { occurredOn: on } }) => ({
    statistics: { ...statistics, entered: withFact(statistics.entered, { on, revision, value: true }) },
  }),
  StatisticsInvestmentRecorded: ({ statistics }, { revision, data: { through, yearToDate: value } }) => ({
    statistics: {
      ...statistics,
      investment: withFact(statistics.investment, { on: lastDayOf(through), revision, value }),
    },
  }),
};
