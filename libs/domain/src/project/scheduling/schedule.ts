import { addDays, addMonths } from '../../days.js';
import type { ApprovalKind, ApprovalRules } from '../../policy/approvals.js';
import { type CalendarRules, shiftToWorkingDay, workingDaysBefore, workingDaysBetween } from '../../policy/calendar.js';
import { type DurationRules, inOrder } from '../../policy/durations.js';

/** What a schedule is made from, beside the rules. */
export interface ScheduleInputs {
  /** Day on which construction is to begin. */
  readonly plannedStart: string;
  readonly today: string;
  /** The approvals that the start needs. */
  readonly checklist: readonly ApprovalKind[];
  /** Those that hold today, and until when. */
  readonly held: readonly { readonly approval: ApprovalKind; readonly until: string | null }[];
}

export interface ScheduleRules {
  readonly durations: DurationRules;
  readonly approvals: ApprovalRules;
  readonly calendar: CalendarRules;
}

/** An approval that is still to come. */
export interface ScheduledItem {
  readonly approval: ApprovalKind;
  /** EXPIRES: it is there, but its last day lies before the planned start. */
  readonly cause: 'MISSING' | 'EXPIRES';
  readonly workingDays: number;
  /** Last day on which the authority must have accepted it. */
  readonly latestStart: string;
  /** Last day on which it must be granted. */
  readonly latestFinish: string;
  /** Working days by which it may come later than the chain that begins first would have it. */
  readonly slack: number;
  /** Granted before this day it would expire before the start; null for a kind that never expires. */
  readonly notBefore: string | null;
}

export interface BackwardSchedule {
  readonly plannedStart: string;
  /** By latest start. */
  readonly items: readonly ScheduledItem[];
  /** The approval that is to begin first and has no slack; null where none is left. */
  readonly critical: ApprovalKind | null;
  /** Day on which the critical one must be accepted. */
  readonly beginBy: string | null;
  /** Working days from today until then; negative when that day has passed. */
  readonly margin: number | null;
}

/**
 * 倒排: counts back from the planned start over the approvals that are still to come, each as long as the rules say and
 * ahead of those that need it. Throws CALENDAR_YEAR_MISSING where it leads into a year without a holiday notice.
 */
export function backwardSchedule(inputs: ScheduleInputs, rules: ScheduleRules): BackwardSchedule {
  const { plannedStart, today } = inputs;
  const remaining = remainingOf(inputs, rules.durations);
  if (remaining.length === 0) return { plannedStart, items: [], critical: null, beginBy: null, margin: null };
  const steps = stepsBack(remaining, rules.durations);
  // Everything is there on the working day before the start at the latest.
  const last = shiftToWorkingDay(rules.calendar, addDays(plannedStart, -1), 'PREVIOUS');
  const days = workingDaysBefore(rules.calendar, last, Math.max(...steps.map(({ start }) => start)));
  const items = steps
    .map(({ approval, start, finish, slack }) => ({
      approval,
      cause: inputs.held.some((held) => held.approval === approval) ? ('EXPIRES' as const) : ('MISSING' as const),
      workingDays: start - finish,
      latestStart: days[start]!,
      latestFinish: days[finish]!,
      slack,
      notBefore: notBefore(rules.approvals, approval, plannedStart),
    }))
    .sort((a, b) => (a.latestStart < b.latestStart ? -1 : a.latestStart > b.latestStart ? 1 : a.slack - b.slack));
  const { approval: critical, latestStart: beginBy } = items[0]!;
  const left = (after: string, upTo: string) => workingDaysBetween(rules.calendar, after, upTo);
  return { plannedStart, items, critical, beginBy, margin: left(today, beginBy) - left(beginBy, today) };
}

/** In an order in which each comes after those that it needs. */
function remainingOf({ plannedStart, checklist, held }: ScheduleInputs, { items }: DurationRules): ApprovalKind[] {
  const there = held.filter(({ until }) => until === null || until >= plannedStart).map(({ approval }) => approval);
  return inOrder(items)!.filter((kind) => checklist.includes(kind) && !there.includes(kind));
}

interface Step {
  readonly approval: ApprovalKind;
  /** Working days before the last one on which everything must be there. */
  readonly start: number;
  readonly finish: number;
  readonly slack: number;
}

function stepsBack(remaining: readonly ApprovalKind[], { items }: DurationRules): Step[] {
  const back = new Map<ApprovalKind, { start: number; finish: number }>();
  for (const approval of remaining.toReversed()) {
    const followers = remaining.filter((kind) => items[kind].after.includes(approval));
    const finish = Math.max(0, ...followers.map((kind) => back.get(kind)!.start));
    back.set(approval, { start: finish + items[approval].workingDays, finish });
  }
  const first = Math.max(...[...back.values()].map(({ start }) => start));
  // Forth again from the first day of all: what could begin earlier than it must has slack.
  const forth = new Map<ApprovalKind, number>();
  for (const approval of remaining) {
    const needed = items[approval].after.filter((kind) => remaining.includes(kind));
    forth.set(approval, Math.min(first, ...needed.map((kind) => forth.get(kind)! - items[kind].workingDays)));
  }
  return remaining.map((approval) => {
    const { start, finish } = back.get(approval)!;
    return { approval, start, finish, slack: forth.get(approval)! - start };
  });
}

/** The first day of issue from which an approval would still hold on the planned start. */
function notBefore({ validity }: ApprovalRules, approval: ApprovalKind, plannedStart: string): string | null {
  const limit = validity[approval];
  if (!limit) return null;
  let day = addMonths(plannedStart, -limit.months);
  while (addMonths(day, limit.months) < plannedStart) day = addDays(day, 1);
  return day;
}
