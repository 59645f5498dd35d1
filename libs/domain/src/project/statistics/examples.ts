import { DOCUMENT, OFFICE, yi } from '../../testing.js';
import type { Examples } from '../example.js';
import { COMMENCED, registered } from '../samples.js';
import type { StatisticsCommand } from './commands.js';
import type { StatisticsEvent } from './events.js';

const entry = { occurredOn: '2022-05-16', document: DOCUMENT };
const investment = { through: '2022-04', yearToDate: yi(0.2) };
export const STATISTICS_ENTERED: StatisticsEvent = { type: 'StatisticsEntered', data: entry };

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<StatisticsCommand> = {
  EnterStatistics: {
    given: [registered(), COMMENCED],
    command: { type: 'EnterStatistics', ...entry },
    by: OFFICE,
    event: STATISTICS_ENTERED,
    again: 'nothing',
  },
  RecordStatisticsInvestment: {
    given: [registered(), COMMENCED],
    command: { type: 'RecordStatisticsInvestment', ...investment },
    by: OFFICE,
    event: { type: 'StatisticsInvestmentRecorded', data: investment },
    again: 'nothing',
  },
};
