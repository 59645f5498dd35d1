import type { DocumentRef } from '../../facts.js';
import type { Dated, Event } from '../../shapes.js';

export const MILESTONES = ['DESIGN_START', 'COMMENCEMENT', 'STRUCTURE_DONE', 'COMPLETION', 'COMMISSIONING'] as const;

export type Milestone = (typeof MILESTONES)[number];

/** Those that no stage of a project tells to be met. */
export const RECORDED_MILESTONES = ['DESIGN_START', 'STRUCTURE_DONE'] as const satisfies readonly Milestone[];
export type RecordedMilestone = (typeof RECORDED_MILESTONES)[number];

export type MilestoneEvent =
  /** The schedule as it stood on a day; null where no date is planned. */
  | Event<'MilestonesScheduled', Dated & { dates: Partial<Record<Milestone, string | null>> }>
  /** A date that had been agreed was moved, for a reason. */
  | Event<
      'MilestoneRescheduled',
      Dated & { milestone: Milestone; from: string | null; to: string; reason: string; document: DocumentRef | null }
    >
  /** It was met on a day. */
  | Event<'MilestoneMet', Dated & { milestone: RecordedMilestone; document: DocumentRef | null }>
  /** Its planned day passed before it was met. */
  | Event<'MilestoneOverdue', { milestone: Milestone; plannedOn: string }>;
