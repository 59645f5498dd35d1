import type { DocumentRef } from '../../facts.js';
import type { ApprovalKind } from '../../policy/approvals.js';
import type { Dated, Event } from '../../shapes.js';

export type StartEvent =
  /** 前期 → 新开工: it stands in the plan of the year, and its start is planned and counted back. */
  | Event<'NewStartPlanned', { year: number; plannedStart: string }>
  /** Somebody asks that a non-statutory item of the checklist be waived. */
  | Event<'WaiverProposed', { approval: ApprovalKind; reason: string }>
  /** A second person agreed: the start does not need it. */
  | Event<'WaiverConfirmed', { approval: ApprovalKind }>
  /** The responsible unit says, with evidence, that construction began on a day. */
  | Event<'CommencementReported', Dated & { document: DocumentRef }>
  /** The planned day passed without a start; it stays among the new starts. */
  | Event<'StartOverdue', { plannedStart: string }>;
