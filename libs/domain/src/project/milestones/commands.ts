import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';
import type { Milestone, RecordedMilestone } from './events.js';

export type MilestoneCommand =
  | Command<'ScheduleMilestones', { occurredOn: string; dates: Partial<Record<Milestone, string | null>> }>
  | Command<
      'RescheduleMilestone',
      { occurredOn: string; milestone: Milestone; to: string; reason: string; document: DocumentRef | null }
    >
  | Command<'RecordMilestoneMet', { occurredOn: string; milestone: RecordedMilestone; document: DocumentRef | null }>;
