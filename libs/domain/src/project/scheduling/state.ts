import type { Folds } from '#libs/event-sourcing/pure';
import type { SchedulingEvent } from './events.js';

export interface SchedulingState {
  readonly schedule: SchedulingEvent['data'] | null;
}

export const INITIAL_SCHEDULING: SchedulingState = { schedule: null };

export const FOLDS: Folds<SchedulingState, SchedulingEvent> = {
  BackwardScheduleAdopted: (_, { data: schedule }) => ({ schedule }),
};
