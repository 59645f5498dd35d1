import type { DocumentRef } from '../../facts.js';
import type { Dated, Event } from '../../shapes.js';

export type StageEvent =
  /** Construction began on a day. */
  | Event<'CommencementRecorded', Dated & { document: DocumentRef }>
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
