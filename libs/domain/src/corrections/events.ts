import type { DocumentRef } from '../facts.js';
import type { Event } from '../shapes.js';

export type CorrectionEvent =
  /** Somebody says that a fact was otherwise; nothing changes before the office confirms. */
  | Event<
      'CorrectionProposed',
      {
        correction: string;
        /** Id of the event that recorded the fact. */
        corrects: string;
        /** The command that would have recorded it as it was; null voids it. */
        replacement: { command: string; fields: Readonly<Record<string, unknown>> } | null;
        reason: string;
        document: DocumentRef;
      }
    >
  /** The office left the fact as it stands. */
  | Event<'CorrectionDeclined', { correction: string; reason: string }>
  /** A fact was otherwise from the day on which it occurred, or was never so; what followed from it stands. */
  | Event<
      'FactCorrected',
      {
        corrects: string;
        /** Revision of the event that recorded the fact, which the replacement keeps. */
        revision: number;
        originalType: string;
        /** What stood before; null if it was void. */
        original: Readonly<Record<string, unknown>> | null;
        /** Data of an event of the original type; null voids the fact. */
        replacement: Readonly<Record<string, unknown>> | null;
        /** First day on which anything holds otherwise. */
        since: string;
        /** Where the project stands now; null where its stages hold as before. */
        stages: { started: boolean; ended: boolean } | null;
        reason: string;
        document: DocumentRef;
        /** The proposal that was confirmed; null where the office corrected by itself. */
        correction: string | null;
      }
    >;

export type FactCorrected = Extract<CorrectionEvent, { type: 'FactCorrected' }>;
