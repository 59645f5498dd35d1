import type { Upcasts } from '#libs/event-sourcing/pure';
import type { DocumentRef } from './facts.js';

/** A document as it was named before its kind, size and type were kept. */
type NamedDocument = Omit<DocumentRef, 'kind' | 'size' | 'mediaType'>;

const withKind = (document: NamedDocument | null): DocumentRef | null =>
  document && { ...document, kind: 'OTHER', size: null, mediaType: null };

const documentOf =
  <Field extends string>(field: Field) =>
  (data: Record<Field, NamedDocument | null>): object => ({ ...data, [field]: withKind(data[field]) });

const document = [documentOf('document')];

/** How events of earlier schemas become today's on read; a type that is not listed is still of its first. */
export const UPCASTS: Upcasts = {
  CommencementRecorded: document,
  ResumptionReported: document,
  ProjectCompleted: document,
  ProjectPutInService: document,
  ProjectCancelled: document,
  MilestoneRescheduled: document,
  OpeningFiguresRecorded: [documentOf('evidence')],
  PlanPublished: document,
  UnitRenamed: document,
  UnitMerged: document,
  SectorsAssigned: document,
  LeadingGroupFormed: document,
  ProjectGroupFormed: document,
  ProjectGroupDissolved: document,
  LeaderPortfolioAssigned: document,
  LeaderPortfolioEnded: document,
  MeasureAdopted: document,
};
