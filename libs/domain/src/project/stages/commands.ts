import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';

export type StageCommand =
  /** 谋划 → 储备 */
  | Command<'ReserveProject', { occurredOn: string; document: DocumentRef | null }>
  /** 储备 → 前期 */
  | Command<'BeginPreliminaryWork', { occurredOn: string; document: DocumentRef | null }>
  | Command<'RecordCommencement', { occurredOn: string; document: DocumentRef }>
  | Command<'Suspend', { occurredOn: string; reason: string }>
  | Command<'Resume', { occurredOn: string; document: DocumentRef | null }>
  | Command<'Complete', { occurredOn: string; document: DocumentRef }>
  | Command<'PutInService', { occurredOn: string; document: DocumentRef | null }>
  | Command<'Cancel', { occurredOn: string; reason: string; document: DocumentRef }>;
