import type { Notice } from '../policy/report-notices.js';
import { monthOpened } from './examples.js';
import type { NoticeEvent } from './months/state.js';
import type { MonthEvent, PlanEvent } from './events.js';

/** When what is told of December falls due. */
export const NOTICED_AT = {
  REPORTERS: '2022-12-14T16:00:00.000Z',
  REMINDER: '2022-12-25T01:00:00.000Z',
  SUPPLEMENT: '2022-12-25T16:00:00.000Z',
  TO_AUTHORITY: '2022-12-26T01:00:00.000Z',
  TO_OFFICE: '2022-12-28T01:00:00.000Z',
  BULLETIN: '2023-01-04T16:00:00.000Z',
} as const;
const notices = Object.entries(NOTICED_AT).map(
  ([kind, at]) => ({ kind, at, ...(kind === 'BULLETIN' && { policyVersion: 1 }) }) as Notice,
);
const december = monthOpened('2022-12', null);
const given: readonly PlanEvent[] = [{ ...december, data: { ...december.data, notices } }];

const about = (kind: keyof typeof NOTICED_AT) => ({
  year: 2022,
  month: '2022-12',
  at: NOTICED_AT[kind],
  policyVersion: 1,
});
const units = [{ unit: 'builder', projects: ['p1'] }];
type Examples = {
  readonly [T in (NoticeEvent | { type: 'CalendarYearMissed' })['type']]: {
    readonly given: readonly PlanEvent[];
    readonly event: Extract<MonthEvent, { type: T }>;
  };
};

/** What follows by itself on an opened month, because time passed. */
export const NOTICE_EXAMPLES: Examples = {
  CalendarYearMissed: {
    given,
    event: { type: 'CalendarYearMissed', data: { year: 2022, month: '2023-01', missing: 2023, calendarVersion: 1 } },
  },
  ReportersMissed: { given, event: { type: 'ReportersMissed', data: { ...about('REPORTERS'), units } } },
  ReportsReminded: {
    given,
    event: { type: 'ReportsReminded', data: { ...about('REMINDER'), dueAt: '2022-12-25T16:00:00.000Z', units } },
  },
  ReminderLapsed: { given, event: { type: 'ReminderLapsed', data: about('REMINDER') } },
  SupplementOpened: {
    given,
    event: { type: 'SupplementOpened', data: { ...about('SUPPLEMENT'), dueAt: '2023-01-10T16:00:00.000Z' } },
  },
  BulletinDue: { given, event: { type: 'BulletinDue', data: about('BULLETIN') } },
  SilenceEscalated: {
    given,
    event: { type: 'SilenceEscalated', data: { ...about('TO_OFFICE'), to: 'LG_OFFICE', units } },
  },
};
