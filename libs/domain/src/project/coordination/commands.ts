import type { DocumentRef } from '../../facts.js';
import type { Level } from '../../policy/escalation.js';
import type { Command, Dated } from '../../shapes.js';

/** dueOn: last day on which a task is done in time, YYYY-MM-DD. */
export type CoordinationCommand =
  | Command<'HoldCoordination', Dated & { level: Level; blockers: readonly string[]; minutes: DocumentRef }>
  | Command<'AssignTask', { unit: string; text: string; dueOn: string; blocker: string | null }>
  | Command<'ReportTask', { task: string; report: string }>
  | Command<'ReturnTask', { task: string; reason: string; dueOn: string }>
  | Command<'CloseTask', { task: string }>
  | Command<'ReassignTask', { task: string; unit: string; reason: string }>
  | Command<'RescheduleTask', { task: string; dueOn: string; reason: string }>
  | Command<'CancelTask', { task: string; reason: string }>;
