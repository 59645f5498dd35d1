import { holds, type Rules } from '#libs/event-sourcing/pure';
import { lastDayOf } from '../../days.js';
import { requireAmount, requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { ProjectState } from '../state.js';
import type { StatisticsCommand } from './commands.js';
import type { StatisticsEvent } from './events.js';

export const RULES: Rules<ProjectState, StatisticsCommand, StatisticsEvent> = {
  EnterStatistics({ occurredOn, document }, { statistics }, at) {
    requirePast(occurredOn, at);
    const [entered] = statistics.entered;
    if (entered?.on === occurredOn) return [];
    if (entered) throw refuse('STATISTICS_ALREADY_ENTERED', { enteredOn: entered.on });
    return [{ type: 'StatisticsEntered', data: { occurredOn, document } }];
  },

  /** Of months that are over; the statistics revise what they told of a month: the last word stands. */
  RecordStatisticsInvestment({ through, yearToDate }, { statistics }, at) {
    requirePast(lastDayOf(through), at);
    requireAmount('yearToDate', yearToDate);
    if (holds(statistics.investment, lastDayOf(through), yearToDate)) return [];
    return [{ type: 'StatisticsInvestmentRecorded', data: { through, yearToDate } }];
  },
};
