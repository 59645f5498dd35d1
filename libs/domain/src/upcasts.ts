import type { Upcasts } from '#libs/event-sourcing/pure';
import type { DocumentRef } from './facts.js';
import { DEFAULT_POLICIES } from './policy/defaults.js';
import type { LevelClock } from './policy/escalation.js';

/** A document as it was named before its kind, size and type were kept. */
type NamedDocument = Omit<DocumentRef, 'kind' | 'size' | 'mediaType'>;

const withKind = (document: NamedDocument | null): DocumentRef | null =>
  document && { ...document, kind: 'OTHER', size: null, mediaType: null };

const documentOf =
  <Field extends string>(field: Field) =>
  (data: Record<Field, NamedDocument | null>): object => ({ ...data, [field]: withKind(data[field]) });

const document = [documentOf('document')];

/** Before levels were warned, a clock had only its end. */
const clockWithoutWarning = <D extends { readonly clock: Omit<LevelClock, 'warnsAt'> | null }>(data: D) => ({
  ...data,
  clock: data.clock && { ...data.clock, warnsAt: null },
});

/** Rule sets of before say nothing of what was added to their kind since: there they had what is now the default. */
const withAddedRules = (data: { readonly policy: string; readonly rules: object }) => ({
  ...data,
  rules: { ...ADDED[data.policy], ...data.rules },
});
const { warningPercent } = DEFAULT_POLICIES.escalation.rules;
const { review, preliminaryEvery, supplement, reminders, overdue } = DEFAULT_POLICIES['monthly-report'].rules;
const ADDED: Readonly<Record<string, object>> = {
  escalation: { warningPercent },
  'monthly-report': { review, preliminaryEvery, supplement, reminders, overdue },
};

/** Of months that were opened before there were notices nobody is told anything. */
const withoutNotices = (data: object): object => ({ ...data, calendarVersion: null, notices: [], supplement: null });

/** No checklist was gone through before there were any. */
const unchecked = (data: object): object => ({ ...data, irregular: false, missing: [], checklistVersion: null });

/** Echoes of before said nothing of the targets: progress by them is not judged until the line changes. */
const withoutTargets = (data: object): object => ({ ...data, monthlyTargets: null });

/** Reports of before had one text for all that was done. */
const withoutDetails = (data: object): object => ({
  ...data,
  ...{ stage: null, imageProgress: null, costs: null, preliminary: null },
});

/** Details of before said nothing of the land and had no remark. */
const withoutLand = (data: { readonly details: object }): object => ({
  ...data,
  details: { ...data.details, landArea: null, remark: null },
});

/** How events of earlier schemas become today's on read; a type that is not listed is still of its first. */
export const UPCASTS: Upcasts = {
  ProjectRegistered: [withoutLand],
  CommencementRecorded: [...document, unchecked],
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
  BlockerRaised: [clockWithoutWarning],
  BlockerEscalated: [clockWithoutWarning],
  // Rules were added twice; a set that has them already keeps its own.
  PolicyAdopted: [withAddedRules, withAddedRules],
  ReportSubmitted: [withoutDetails],
  ReportingMonthOpened: [withoutNotices],
  PlanEntered: [withoutTargets],
  PlanEntryChanged: [withoutTargets],
};
