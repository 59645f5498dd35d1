import type { DocumentRef } from '../../facts.js';
import type { Level } from '../../policy/escalation.js';
import type { Dated, Event } from '../../shapes.js';

interface Due {
  /** Last day on which the task is done in time. */
  readonly dueOn: string;
  /** First instant at which it is late. */
  readonly dueAt: string;
}

export type CoordinationEvent =
  /** 调度: a level met about the project; what it named and still has is being coordinated from then on. */
  | Event<
      'CoordinationHeld',
      Dated & { coordination: string; level: Level; blockers: readonly string[]; minutes: DocumentRef }
    >
  /** 交办: a unit is to do something by a day, for a blocker or for the project as such. */
  | Event<'TaskAssigned', Due & { task: string; unit: string; text: string; blocker: string | null }>
  /** 反馈: the unit says what it did. */
  | Event<
      'TaskReported',
      {
        task: string;
        report: string;
        reportedBy: string;
        /** The due day was over by then. */
        late: boolean;
      }
    >
  /** What was done is not enough; the unit has time until another day. */
  | Event<'TaskReturned', Due & { task: string; reason: string }>
  /** 销号: someone other than who reported it confirmed that it is done. */
  | Event<'TaskClosed', { task: string }>
  /** Another unit is to do it; the due day stands. */
  | Event<'TaskReassigned', { task: string; from: string; unit: string; reason: string }>
  /** It is due on another day. */
  | Event<'TaskRescheduled', Due & { task: string; reason: string }>
  /** Nobody is to do it any more. */
  | Event<'TaskCancelled', { task: string; reason: string }>
  /** 督办: the due day was over and nobody had reported. */
  | Event<'TaskOverdue', { task: string; unit: string; dueAt: string }>;
