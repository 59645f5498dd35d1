import { type Folds, withFact } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import type { DocumentRef } from '../../facts.js';
import type { ApprovalKind } from '../../policy/approvals.js';
import type { StagesState } from '../stages/state.js';
import type { StartEvent } from './events.js';

interface ReportedStart {
  readonly occurredOn: string;
  readonly document: DocumentRef;
  readonly reportedBy: string;
  /** Revision of the event, by which a correction takes it back. */
  readonly revision: number;
}

export interface StartsState {
  readonly waivers: Readonly<
    Partial<Record<ApprovalKind, { readonly status: 'PROPOSED' | 'CONFIRMED'; readonly proposedBy: string }>>
  >;
  /** What the responsible unit reported, the last report last. */
  readonly reportedStarts: readonly ReportedStart[];
  /** The planned day that was last found to have passed. */
  readonly overdueStart: string | null;
}

export const INITIAL_STARTS: StartsState = { waivers: {}, reportedStarts: [], overdueStart: null };

export const FOLDS: Folds<StartsState & StagesState, StartEvent> = {
  NewStartPlanned: ({ status }, { revision, metadata }) => ({
    status: withFact(status, { on: dayOf(metadata.recordedAt), revision, value: 'PLANNED_START' }),
  }),
  WaiverProposed: ({ waivers }, { data: { approval }, metadata }) => ({
    waivers: { ...waivers, [approval]: { status: 'PROPOSED', proposedBy: metadata.actor.id } },
  }),
  WaiverConfirmed: ({ waivers }, { data: { approval } }) => ({
    waivers: { ...waivers, [approval]: { ...waivers[approval]!, status: 'CONFIRMED' } },
  }),
  CommencementReported: ({ reportedStarts }, { revision, data: { occurredOn, document }, metadata }) => ({
    reportedStarts: [...reportedStarts, { occurredOn, document, reportedBy: metadata.actor.id, revision }],
  }),
  StartOverdue: (_, { data: { plannedStart } }) => ({ overdueStart: plannedStart }),
};
