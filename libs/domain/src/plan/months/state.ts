import type { Folds } from '#libs/event-sourcing/pure';
import type { MonthDates } from '../../policy/monthly-report.js';
import type { Notice } from '../../policy/report-notices.js';
import type { DraftState } from '../draft/state.js';
import type { LightRules } from '../../policy/lights.js';
import type { MonthEvent } from './events.js';

/** A month that was opened, as the projects need it for deciding. */
export interface OpenedMonth {
  readonly month: string;
  readonly opensAt: string;
  readonly dueAt: string;
  readonly policyVersion: number;
  readonly cutOff: string;
  readonly owing: ReadonlySet<string>;
  /** What is still to be told of it. */
  readonly notices: readonly Notice[];
  readonly supplement: MonthDates | null;
}

/** A month at whose end the members' lights are judged. */
export interface JudgedMonth {
  readonly month: string;
  readonly endsAt: string;
  readonly policyVersion: number;
  readonly rules: LightRules;
  readonly members: ReadonlySet<string>;
}

export interface MonthsState {
  readonly months: readonly OpenedMonth[];
  /** The last month whose figures were signed, YYYY-MM. */
  readonly closedThrough: string | null;
  /** The months on which a bulletin was issued, YYYY-MM. */
  readonly toldOf: readonly string[];
  /** The month that waits for its calendar; null where none does. */
  readonly undated: string | null;
  readonly judgedMonths: readonly JudgedMonth[];
  /** When the last month ended; null before that. */
  readonly endedUpTo: string | null;
}

export const INITIAL_MONTHS: MonthsState = {
  months: [],
  closedThrough: null,
  toldOf: [],
  undated: null,
  judgedMonths: [],
  endedUpTo: null,
};

export const FOLDS: Folds<MonthsState & Pick<DraftState, 'nextMonth'>, MonthEvent> = {
  ReportingMonthOpened: ({ months }, { data: { year: _, calendarVersion: __, owing, nextOpening, ...month } }) => ({
    months: [...months, { ...month, owing: new Set(owing) }],
    nextMonth: nextOpening?.month ?? null,
    undated: null,
  }),
  CalendarYearMissed: (_, { data: { month } }) => ({ undated: month }),
  ReportersMissed: told,
  ReportsReminded: told,
  ReminderLapsed: told,
  SilenceEscalated: told,
  SupplementOpened: told,
  BulletinDue: told,
  PlanSucceeded: () => ({ nextMonth: null }),
  MonthEnded: ({ judgedMonths }, { data: { month, endsAt, lights, members } }) => ({
    endedUpTo: endsAt,
    judgedMonths: lights ? [...judgedMonths, { month, endsAt, ...lights, members: new Set(members) }] : judgedMonths,
  }),
  MonthClosed: (_, { data: { month } }) => ({ closedThrough: month }),
  BulletinNoted: (state, event) => ({ ...told(state, event), toldOf: [...state.toldOf, event.data.month] }),
};

/** What is told of an opened month. */
export type NoticeEvent = Extract<
  MonthEvent,
  {
    type:
      | 'ReportersMissed'
      | 'ReportsReminded'
      | 'ReminderLapsed'
      | 'SilenceEscalated'
      | 'SupplementOpened'
      | 'BulletinDue';
  }
>;

type BulletinNoted = Extract<MonthEvent, { type: 'BulletinNoted' }>;

/**
 * What is still to be told after a notice was; whatever stood before it had nothing to tell. A bulletin that was issued
 * is owed no more.
 */
export function noticesAfter(notices: readonly Notice[], event: NoticeEvent | BulletinNoted): readonly Notice[] {
  if (event.type === 'BulletinNoted') return notices.filter(({ kind }) => kind !== 'BULLETIN');
  const kind = kindOf(event);
  return notices.slice(notices.findIndex((notice) => notice.kind === kind && notice.at === event.data.at) + 1);
}

function kindOf(event: NoticeEvent): Notice['kind'] {
  switch (event.type) {
    case 'ReportersMissed':
      return 'REPORTERS';
    case 'ReportsReminded':
    case 'ReminderLapsed':
      return 'REMINDER';
    case 'SilenceEscalated':
      return event.data.to === 'SECTOR_AUTHORITY' ? 'TO_AUTHORITY' : 'TO_OFFICE';
    case 'SupplementOpened':
      return 'SUPPLEMENT';
    case 'BulletinDue':
      return 'BULLETIN';
  }
}

function told({ months }: MonthsState, event: NoticeEvent | BulletinNoted): Partial<MonthsState> {
  const { month } = event.data;
  return {
    months: months.map((each) =>
      each.month === month ? { ...each, notices: noticesAfter(each.notices, event) } : each,
    ),
  };
}
