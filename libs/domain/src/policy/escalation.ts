import { addMonths, dayOf, endOf } from '../days.js';
import { addWorkingDays, type CalendarRules } from './calendar.js';

/** 项目法人 → 行业主管部门 → 区政府分管领导 → 领导小组, strictly in this order (notice §6). */
export const LEVELS = ['L1_LEGAL_ENTITY', 'L2_SECTOR_AUTHORITY', 'L3_DISTRICT_LEADER', 'L4_LEADING_GROUP'] as const;
export type Level = (typeof LEVELS)[number];

export interface EscalationRules {
  /** Working days that a level has before the blocker climbs; the last level has nowhere to climb to. */
  readonly workingDays: Readonly<Record<Exclude<Level, 'L4_LEADING_GROUP'>, number>>;
  /** Share of its working days, in percent and rounded up to whole days, after which a level is warned; 1 to 99. */
  readonly warningPercent: number;
}

/** A running clock keeps the due time and the rules with which it was started. */
export interface LevelClock {
  /** First instant at which the level's time is over; at the highest level, at which it is flagged again. */
  readonly dueAt: string;
  /** When the level is warned; null once it was, and where no warning comes before the end. */
  readonly warnsAt: string | null;
  readonly policyVersion: number;
}

export const nextLevel = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) + 1];
export const levelBelow = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) - 1];

/** The first instant at which a level has let its time pass: the clock starts the working day after arrival. */
export function levelDueAt(
  rules: EscalationRules,
  calendar: CalendarRules,
  level: Level,
  arrivedAt: string,
): string | null {
  if (level === 'L4_LEADING_GROUP') return null;
  return endOf(addWorkingDays(calendar, dayOf(arrivedAt), rules.workingDays[level]));
}

/** When a level that was reached at an instant is warned; null where the warning would come with the end of its time. */
export function levelWarnsAt(
  rules: EscalationRules,
  calendar: CalendarRules,
  level: Exclude<Level, 'L4_LEADING_GROUP'>,
  arrivedAt: string,
): string | null {
  const days = rules.workingDays[level];
  const warned = Math.ceil((days * rules.warningPercent) / 100);
  return warned < days ? endOf(addWorkingDays(calendar, dayOf(arrivedAt), warned)) : null;
}

/** From the highest level there is nowhere to climb: what stays there is flagged a month after its arrival and each month on. */
export const flaggedAt = (arrivedAt: string, times: number): string => endOf(addMonths(dayOf(arrivedAt), times));
