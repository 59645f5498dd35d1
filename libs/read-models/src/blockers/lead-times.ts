import type { Contribution } from '#libs/event-sourcing/pure';
import { dayOf, type LeadTimes, leadTimesOf, yearOf } from '#libs/domain';
import type { BlockerDocument } from './document.js';

const KINDS = ['discovery', 'coordination', 'resolution'] as const satisfies (keyof LeadTimes)[];

export const leadTimeSum = (year: number): string => `lead-times/${year}`;

/** Each lead time counts on the day on which it ended; a matter that came back is not resolved any more. */
export function leadTimeContributions(blocker: BlockerDocument): Contribution[] {
  const times = leadTimesOf(blocker);
  const raised = dayOf(blocker.raisedAt);
  const coordinated = blocker.coordinatedOn ?? raised;
  const ends: Record<keyof LeadTimes, string> = {
    discovery: raised,
    coordination: coordinated < raised ? raised : coordinated,
    resolution: dayOf(blocker.resolvedAt ?? blocker.raisedAt),
  };
  return KINDS.flatMap((kind) => {
    const days = times[kind];
    if (days === null) return [];
    const amounts = { [`${kind}|count`]: 1, ...(days > 0 && { [`${kind}|days`]: days }) };
    return [{ sum: leadTimeSum(yearOf(ends[kind])), day: ends[kind], amounts }];
  });
}
