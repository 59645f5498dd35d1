import { OFFICE, yi } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered, ENTERED, OPENING } from '../samples.js';
import type { MembershipCommand } from './commands.js';

const SYSTEM = { id: 'system', role: 'SYSTEM', unit: null };
const MOVED = {
  year: 2022,
  on: '2022-05-16',
  counterparts: ['p2'],
  yearToDate: yi(0.2),
  toLastYearEnd: yi(1),
  sourceRevision: 9,
};

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<MembershipCommand> = {
  RecordOpeningFigures: {
    given: [registered()],
    command: { type: 'RecordOpeningFigures', ...OPENING },
    by: OFFICE,
    event: { type: 'OpeningFiguresRecorded', data: OPENING },
    again: 'nothing',
  },
  EnterPlan: {
    given: [registered()],
    command: {
      type: 'EnterPlan',
      year: 2022,
      category: 'NEW_START',
      annualInvestment: yi(1),
      monthlyTargets: null,
      sourceRevision: 3,
    },
    by: SYSTEM,
    event: ENTERED,
    again: 'nothing',
  },
  LeavePlan: {
    given: [registered(), ENTERED],
    command: { type: 'LeavePlan', year: 2022, sourceRevision: 9 },
    by: SYSTEM,
    event: { type: 'PlanLeft', data: { year: 2022, sourceRevision: 9 } },
    again: 'nothing',
  },
  MoveFigures: {
    given: [registered(), ENTERED],
    command: { type: 'MoveFigures', ...MOVED },
    by: SYSTEM,
    event: { type: 'FiguresMoved', data: { ...MOVED, afterMonth: null } },
    again: 'nothing',
  },
};
