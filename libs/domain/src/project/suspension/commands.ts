import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';

export type SuspensionCommand =
  /** occurredOn: first day that counts; until: its last day, null while that is open. */
  Command<'RecogniseSuspension', { occurredOn: string; until: string | null; reason: string; document: DocumentRef }>;
