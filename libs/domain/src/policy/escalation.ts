import { dayOf, endOf } from '../days.js';
import { addWorkingDays, type CalendarRules } from './calendar.js';

/** 项目法人 → 行业主管部门 → 区政府分管领导 → 领导小组, strictly in this order (notice §6). */
export const LEVELS = ['L1_LEGAL_ENTITY', 'L2_SECTOR_AUTHORITY', 'L3_DISTRICT_LEADER', 'L4_LEADING_GROUP'] as const;
export type Level = (typeof LEVELS)[number];

export interface EscalationRules {
  /** Working days that a level has before the blocker climbs; the last level has nowhere to climb to. */
  readonly workingDays: Readonly<Record<Exclude<Level, 'L4_LEADING_GROUP'>, number>>;
}

export const nextLevel = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) + 1];

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
