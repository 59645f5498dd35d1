import { type Folds, type Series, withFact } from '#libs/event-sourcing/pure';
import type { Milestone, MilestoneEvent, RecordedMilestone } from './events.js';

export interface MilestonesState {
  /** The planned dates, as they were agreed from day to day. */
  readonly milestones: Readonly<Partial<Record<Milestone, Series<string | null>>>>;
  /** The days on which those were met that no stage tells; the first one counts. */
  readonly milestonesMet: Readonly<Partial<Record<RecordedMilestone, Series<true>>>>;
  /** Of those that were found overdue, the planned day; one that is moved later can be so again. */
  readonly overdueMilestones: Readonly<Partial<Record<Milestone, string>>>;
}

export const INITIAL_MILESTONES: MilestonesState = { milestones: {}, milestonesMet: {}, overdueMilestones: {} };

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
  MilestoneMet: ({ milestonesMet }, { revision, data: { milestone, occurredOn: on } }) => ({
    milestonesMet: {
      ...milestonesMet,
      [milestone]: withFact(milestonesMet[milestone] ?? [], { on, revision, value: true }),
    },
  }),
  MilestoneOverdue: ({ overdueMilestones }, { data: { milestone, plannedOn } }) => ({
    overdueMilestones: { ...overdueMilestones, [milestone]: plannedOn },
  }),
};
