import type { Told } from '#libs/event-sourcing/testing';
import type { MonthEvent, Notice, PlanEvent } from '#libs/domain';
import { monthOpened } from '../../../domain/src/plan/examples.js';

const onPlan = (event: PlanEvent): Told<PlanEvent> => ({ ...event, stream: 'plan-2022' });
const AT = {
  REPORTERS: '2022-12-14T16:00:00.000Z',
  REMINDER: '2022-12-25T01:00:00.000Z',
  SUPPLEMENT: '2022-12-25T16:00:00.000Z',
  TO_AUTHORITY: '2022-12-26T01:00:00.000Z',
  TO_OFFICE: '2022-12-28T01:00:00.000Z',
};
const notices = Object.entries(AT).map(([kind, at]) => ({ kind, at }) as Notice);
const december = onPlan({ ...monthOpened('2022-12', null), data: { ...monthOpened('2022-12', null).data, notices } });
const about = (at: string) => ({ year: 2022, month: '2022-12', at, policyVersion: 1 });
const units = [{ unit: 'builder', projects: ['p1'] }];

/** What is told of a month ends the plan's deadline, and what follows on it is waited for. */
const told = (event: MonthEvent, next?: keyof typeof AT) => ({
  after: [december],
  event: onPlan(event),
  shows: {
    plans: { 2022: {} },
    deadlines: { 'plan-2022': { clocks: next ? { [`notice/2022-12/${next}`]: AT[next] } : {} } },
  },
});

export const NOTICE_CASES = {
  CalendarYearMissed: {
    after: [december],
    event: onPlan({
      type: 'CalendarYearMissed',
      data: { year: 2022, month: '2023-01', missing: 2023, calendarVersion: 1 },
    }),
    shows: { plans: { 2022: {} } },
  },
  ReportersMissed: told({ type: 'ReportersMissed', data: { ...about(AT.REPORTERS), units } }, 'REMINDER'),
  ReportsReminded: told(
    { type: 'ReportsReminded', data: { ...about(AT.REMINDER), dueAt: '2022-12-25T16:00:00.000Z', units } },
    'SUPPLEMENT',
  ),
  ReminderLapsed: told({ type: 'ReminderLapsed', data: about(AT.REMINDER) }, 'SUPPLEMENT'),
  SupplementOpened: told(
    { type: 'SupplementOpened', data: { ...about(AT.SUPPLEMENT), dueAt: '2023-01-10T16:00:00.000Z' } },
    'TO_AUTHORITY',
  ),
  SilenceEscalated: told({
    type: 'SilenceEscalated',
    data: { ...about(AT.TO_OFFICE), to: 'LG_OFFICE', units },
  }),
} as const;
