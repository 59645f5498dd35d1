import { type Folds, type Series, withFact } from '#libs/event-sourcing/pure';
import type { Milestone, MilestoneEvent } from './events.js';

export interface MilestonesState {
  /** The planned dates, as they were agreed from day to day. */
  readonly milestones: Readonly<Partial<Record<Milestone, Series<string | null>>>>;
}

export const INITIAL_MILESTONES: MilestonesState = { milestones: {} };

export const FOLDS: Folds<MilestonesState, MilestoneEvent> = {
  MilestonesScheduled(state, { revision, data: { occurredOn: on, dates } }) {
    const milestones = { ...state.milestones };
    for (const [milestone, value] of Object.entries(dates) as [Milestone, string | null][])
      milestones[milestone] = withFact(milestones[milestone] ?? [], { on, revision, value });
    return { milestones };
  },
  MilestoneRescheduled: ({ milestones }, { revision, data: { milestone, occurredOn: on, to: value } }) => ({
    milestones: { ...milestones, [milestone]: withFact(milestones[milestone] ?? [], { on, revision, value }) },
  }),
};
