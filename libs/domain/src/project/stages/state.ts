import { type Folds, LATEST, type Recorded, type Series, valueOn, withFact } from '#libs/event-sourcing/pure';
import type { Status } from '../status.js';
import type { StageEvent } from './events.js';

export interface StagesState {
  readonly status: Series<Status>;
}

const becomes =
  (value: Status) =>
  ({ status }: StagesState, { revision, data }: Recorded<StageEvent>): StagesState => ({
    status: withFact(status, { on: data.occurredOn, revision, value }),
  });

export const FOLDS: Folds<StagesState, StageEvent> = {
  ProjectReserved: becomes('RESERVED'),
  PreliminaryWorkBegun: becomes('PRELIMINARY'),
  CommencementRecorded: becomes('UNDER_CONSTRUCTION'),
  ResumptionReported: becomes('UNDER_CONSTRUCTION'),
  SuspensionReported: becomes('SUSPENDED'),
  ProjectCompleted: becomes('COMPLETED'),
  ProjectPutInService: becomes('IN_SERVICE'),
  ProjectCancelled: becomes('CANCELLED'),
};

export const currentStatus = (state: StagesState): Status | undefined => valueOn(state.status, LATEST);

/** Whether nothing more is owed: in service or given up. */
export const isEnded = (status: Status | undefined): boolean => status === 'IN_SERVICE' || status === 'CANCELLED';

export const BEFORE_START: readonly Status[] = ['CONCEIVED', 'RESERVED', 'PRELIMINARY', 'PLANNED_START'];

/** Whether preliminary work has begun, be it long ago: only then an annual plan takes it in. */
export const isPlannable = (status: Status | undefined): boolean =>
  status !== undefined && status !== 'CONCEIVED' && status !== 'RESERVED';

/** Whether construction is still ahead, so that approvals and their nodes count. */
export const isBeforeStart = (state: StagesState): boolean => {
  const status = currentStatus(state);
  return status !== undefined && BEFORE_START.includes(status);
};
