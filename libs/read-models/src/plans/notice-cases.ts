import type { Told } from '#libs/event-sourcing/testing';
import type { NoticeEvent, PlanEvent } from '#libs/domain';
import { PLAN_EXAMPLES } from '../../../domain/src/plan/examples.js';
import { NOTICE_EXAMPLES, NOTICED_AT } from '../../../domain/src/plan/notice-examples.js';

const onPlan = <E extends PlanEvent>(event: E): Told<E> => ({ ...event, stream: 'plan-2022' });

/** What is told of a month ends the plan's deadline, and what follows on it is waited for. */
const told = <T extends NoticeEvent['type']>(type: T, next?: keyof typeof NOTICED_AT) => ({
  after: NOTICE_EXAMPLES[type].given.map(onPlan),
  event: onPlan(NOTICE_EXAMPLES[type].event),
  shows: {
    plans: { 2022: {} },
    deadlines: { 'plan-2022': { clocks: next ? { [`notice/2022-12/${next}`]: NOTICED_AT[next] } : {} } },
  },
});

export const NOTICE_CASES = {
  CalendarYearMissed: {
    after: NOTICE_EXAMPLES.CalendarYearMissed.given.map(onPlan),
    event: onPlan(NOTICE_EXAMPLES.CalendarYearMissed.event),
    shows: { plans: { 2022: {} } },
  },
  ReportersMissed: told('ReportersMissed', 'REMINDER'),
  ReportsReminded: told('ReportsReminded', 'SUPPLEMENT'),
  ReminderLapsed: told('ReminderLapsed', 'SUPPLEMENT'),
  SupplementOpened: told('SupplementOpened', 'TO_AUTHORITY'),
  SilenceEscalated: told('SilenceEscalated', 'BULLETIN'),
  BulletinDue: told('BulletinDue'),
  BulletinNoted: {
    after: [...NOTICE_EXAMPLES.SilenceEscalated.given, NOTICE_EXAMPLES.SilenceEscalated.event].map(onPlan),
    event: onPlan(PLAN_EXAMPLES.NoteBulletin.event),
    shows: {
      plans: { 2022: { bulletins: [{ month: '2022-12', bulletin: 'b1' }] } },
      deadlines: { 'plan-2022': { clocks: {} } },
    },
  },
};
