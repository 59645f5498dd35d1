import type { DocumentRef } from '../../facts.js';
import type { ApprovalKind } from '../../policy/approvals.js';
import type { Dated, Event } from '../../shapes.js';

export type StageEvent =
  /** What was an idea stood in the reserve from a day on. */
  | Event<'ProjectReserved', Dated & { document: DocumentRef | null }>
  /** Its preliminary work began on a day; before that no annual plan takes it in. */
  | Event<'PreliminaryWorkBegun', Dated & { document: DocumentRef | null }>
  /** Construction began on a day; without a statutory approval that is irregular, and listed for the auditors. */
  | Event<
      'CommencementRecorded',
      Dated & {
        document: DocumentRef;
        irregular: boolean;
        /** Statutory approvals that did not hold on that day. */
        missing: readonly ApprovalKind[];
        /** Version of the checklist that was gone through; null where none was, as for a project that enters under way. */
        checklistVersion: number | null;
      }
    >
  /** Construction stopped on a day. */
  | Event<'SuspensionReported', Dated & { reason: string }>
  /** Construction went on again on a day. */
  | Event<'ResumptionReported', Dated & { document: DocumentRef | null }>
  /** The works were accepted on a day. */
  | Event<'ProjectCompleted', Dated & { document: DocumentRef }>
  /** It was in use from a day on; nothing more is owed. */
  | Event<'ProjectPutInService', Dated & { document: DocumentRef | null }>
  /** It was given up on a day; nothing more is owed. */
  | Event<'ProjectCancelled', Dated & { reason: string; document: DocumentRef }>;
