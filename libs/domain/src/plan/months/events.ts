import type { Event } from '../../shapes.js';
import type { MonthDates } from '../../policy/monthly-report.js';
import type { Notice } from '../../policy/report-notices.js';
import type { LightRules } from '../../policy/lights.js';
import type { NextOpening } from '../draft/events.js';

/** Projects of one unit; null is where the place is still open. */
export interface UnitProjects {
  readonly unit: string | null;
  readonly projects: readonly string[];
}

/** What was told when of a month, by unit. */
interface Told {
  readonly year: number;
  readonly month: string;
  /** Instant of the notice. */
  readonly at: string;
  readonly policyVersion: number;
  readonly units: readonly UnitProjects[];
}

export type MonthEvent =
  /** A month was opened for reporting under the rules then in force. */
  | Event<
      'ReportingMonthOpened',
      {
        year: number;
        /** YYYY-MM; of the year after as well, until that year's plan is published. */
        month: string;
        opensAt: string;
        /** First instant that is late. */
        dueAt: string;
        policyVersion: number;
        /** Version of the working days that the dates were counted with; null where that was not kept. */
        calendarVersion: number | null;
        /** Day from which the month's figures count. */
        cutOff: string;
        /** Ids of the members on the open day. */
        owing: readonly string[];
        nextOpening: NextOpening | null;
        /** What will be told of the month, in its order. */
        notices: readonly Notice[];
        /** When December may be supplemented; null for the other months. */
        supplement: MonthDates | null;
      }
    >
  /** A month would have opened, but no notice says which of its days are worked: it waits for the calendar. */
  | Event<'CalendarYearMissed', { year: number; month: string; missing: number; calendarVersion: number }>
  /** When a month opened these members had nobody who reports, by lead authority. */
  | Event<'ReportersMissed', Told>
  /** These were reminded of their reports, by the legal entity that reports; none where all had come. */
  | Event<'ReportsReminded', Told & { dueAt: string }>
  /** A reminder was noticed when the next one or the due time had come: nobody is reminded any more. */
  | Event<'ReminderLapsed', { year: number; month: string; at: string; policyVersion: number }>
  /** 督办: so the silent members were told to their lead authority, or to the office; none where all had come. */
  | Event<'SilenceEscalated', Told & { to: 'SECTOR_AUTHORITY' | 'LG_OFFICE' }>
  /** From here on December may be supplemented. */
  | Event<'SupplementOpened', { year: number; month: string; at: string; dueAt: string; policyVersion: number }>
  /** The next year's plan was there when another month opened: from that month on it decides who reports. */
  | Event<'PlanSucceeded', { year: number; month: string }>
  /** A month of the plan's year is over: the lights of its members are judged by the rules of its last day, if there were any. */
  | Event<
      'MonthEnded',
      {
        year: number;
        month: string;
        /** First instant of the next month. */
        endsAt: string;
        lights: { policyVersion: number; rules: LightRules } | null;
        /** Ids of the members at the end. */
        members: readonly string[];
      }
    >
  /** The office signed a month's figures: they stand, and later changes show as differences to them. */
  | Event<'MonthClosed', { year: number; month: string; members: readonly string[] }>
  /** The office owed a bulletin on the month, and none was issued in time. */
  | Event<'BulletinDue', { year: number; month: string; at: string; policyVersion: number }>
  /** A bulletin up to this month was issued: facts behind its end are the office's from now on. */
  | Event<'BulletinNoted', { year: number; month: string; bulletin: string }>;
