import type { Event } from '../../shapes.js';
import type { NextOpening } from '../draft/events.js';

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
        /** Day from which the month's figures count. */
        cutOff: string;
        /** Ids of the members on the open day. */
        owing: readonly string[];
        nextOpening: NextOpening | null;
      }
    >
  /** The next year's plan was there when another month opened: from that month on it decides who reports. */
  | Event<'PlanSucceeded', { year: number; month: string }>
  /** The office signed a month's figures: they stand, and later changes show as differences to them. */
  | Event<'MonthClosed', { year: number; month: string; members: readonly string[] }>
  /** A bulletin up to this month was issued: facts behind its end are the office's from now on. */
  | Event<'BulletinNoted', { year: number; month: string; bulletin: string }>;
