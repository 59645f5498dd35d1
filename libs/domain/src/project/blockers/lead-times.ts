import { dayOf, daysBetween } from '../../days.js';

/** 早发现、早协调、早解决, in days as the calendar counts them; null while it has not come to that. */
export interface LeadTimes {
  /** From when it held the project up until it was raised. */
  readonly discovery: number;
  /** From when it was raised until it was first coordinated. */
  readonly coordination: number | null;
  /** From when it was raised until it was resolved. */
  readonly resolution: number | null;
}

/** `raisedOn` and `coordinatedOn` are days of the facts, the other two instants at which something was recorded. */
export function leadTimesOf(blocker: {
  readonly raisedOn: string;
  readonly raisedAt: string;
  readonly coordinatedOn: string | null;
  readonly resolvedAt: string | null;
}): LeadTimes {
  const { raisedOn, coordinatedOn, resolvedAt } = blocker;
  const raised = dayOf(blocker.raisedAt);
  return {
    discovery: daysBetween(raisedOn, raised),
    // A meeting may have spoken of it before anybody raised it here.
    coordination: coordinatedOn === null ? null : Math.max(0, daysBetween(raised, coordinatedOn)),
    resolution: resolvedAt === null ? null : daysBetween(raised, dayOf(resolvedAt)),
  };
}
