import { LATEST, valueOn } from '#libs/event-sourcing/pure';
import { endOf } from '../../days.js';
import type { Clock } from '../clock.js';
import { wasMemberBy } from '../membership/state.js';
import { currentStatus } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { Status } from '../status.js';
import type { Milestone, MilestoneEvent } from './events.js';

type Scheduled = Pick<ProjectState, 'status' | 'plans' | 'milestones' | 'milestonesMet' | 'overdueMilestones'>;

/** While construction goes on each is waited for, and once it is completed only what comes after; the start has its own clock. */
const WAITED_FOR: Partial<Record<Status, readonly Milestone[]>> = {
  UNDER_CONSTRUCTION: ['STRUCTURE_DONE', 'COMPLETION', 'COMMISSIONING'],
  SUSPENDED: ['STRUCTURE_DONE', 'COMPLETION', 'COMMISSIONING'],
  COMPLETED: ['COMMISSIONING'],
};

/** The planned day of a milestone will have passed; a day that was over before the project entered a plan binds nobody. */
export function clocksOf(state: Scheduled): Clock<MilestoneEvent>[] {
  return (WAITED_FOR[currentStatus(state)!] ?? []).flatMap((milestone): Clock<MilestoneEvent>[] => {
    const plannedOn = valueOn(state.milestones[milestone] ?? [], LATEST);
    if (!plannedOn || plannedOn === state.overdueMilestones[milestone] || isMet(milestone, state)) return [];
    const dueAt = endOf(plannedOn);
    if (!wasMemberBy(state, dueAt)) return [];
    const event = (): MilestoneEvent => ({ type: 'MilestoneOverdue', data: { milestone, plannedOn } });
    return [{ rule: `milestone/${milestone}`, dueAt, basis: null, event }];
  });
}

const isMet = (milestone: Milestone, { milestonesMet }: Scheduled): boolean =>
  milestone === 'STRUCTURE_DONE' && (milestonesMet.STRUCTURE_DONE ?? []).length > 0;
