import type { DocumentRef } from '../facts.js';
import type { Command } from '../shapes.js';

/** The command that would have recorded the fact as it was. */
export interface Replacement {
  readonly command: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Correction {
  /** Id of the event that recorded the fact. */
  readonly corrects: string;
  /** Null voids the fact: it was never so. */
  readonly replacement: Replacement | null;
  readonly reason: string;
  readonly document: DocumentRef;
}

export type CorrectionCommand =
  | Command<'CorrectFact', Correction>
  | Command<'ProposeCorrection', Correction>
  | Command<'ConfirmCorrection', { correction: string }>
  | Command<'DeclineCorrection', { correction: string; reason: string }>;
