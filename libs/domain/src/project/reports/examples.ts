import { AUTHORITY, OFFICE, REPORTER, yi } from '../../testing.js';
import type { Examples } from '../example.js';
import { accepted, FIGURES, MEMBER, returned, submit, submitted } from '../samples.js';
import type { ReportCommand } from './commands.js';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<ReportCommand> = {
  SubmitReport: {
    given: [...MEMBER],
    command: submit(FIGURES),
    by: REPORTER,
    event: submitted(FIGURES),
    again: 'REPORT_AWAITS_REVIEW',
  },
  ReturnReport: {
    given: [...MEMBER, submitted(FIGURES)],
    command: { type: 'ReturnReport', month: '2022-05', fields: ['figures/month'], reason: '与佐证不符' },
    by: OFFICE,
    event: returned(),
    again: 'REPORT_NOT_PENDING',
  },
  EndorseReport: {
    given: [...MEMBER, submitted(FIGURES)],
    command: { type: 'EndorseReport', month: '2022-05' },
    by: AUTHORITY,
    event: { type: 'ReportEndorsed', data: { month: '2022-05' } },
    again: 'nothing',
  },
  AcceptReport: {
    given: [...MEMBER, submitted(FIGURES)],
    command: { type: 'AcceptReport', month: '2022-05' },
    by: OFFICE,
    event: accepted(FIGURES),
    again: 'nothing',
  },
  AmendReport: {
    given: [...MEMBER, submitted(FIGURES), accepted(FIGURES)],
    command: {
      type: 'AmendReport',
      month: '2022-05',
      figures: { month: yi(0.2), yearToDate: yi(0.2) },
      reason: '审计核定',
    },
    by: REPORTER,
    event: {
      type: 'ReportAmended',
      data: {
        month: '2022-05',
        figures: { month: yi(0.2), yearToDate: yi(0.2) },
        reason: '审计核定',
        cutOff: '2022-05-31',
      },
    },
    again: 'REPORT_NOT_ACCEPTED',
  },
};
