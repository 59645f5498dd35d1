import { type Folds, LATEST, type Recorded, type Series, valueOn, withFact } from '#libs/event-sourcing/pure';
import type { DocumentRef } from '../../facts.js';
import { APPROVALS, type ApprovalKind, type Validity } from '../../policy/approvals.js';
import type { ApprovalEvent } from './events.js';

/** Where the approval of one kind stands from a day on. */
export interface Approval {
  readonly status: 'APPLIED' | 'RETURNED' | 'GRANTED' | 'REFUSED' | 'REVOKED' | 'EXPIRED';
  /** Last day on which the authority's decision is in time; null while nothing is before it. */
  readonly dueOn: string | null;
  readonly returns: number;
  readonly document: DocumentRef | null;
  readonly validity: Validity | null;
  readonly extensions: number;
  /** Whether its last day was announced. */
  readonly expiring: boolean;
}

export interface ApprovalsState {
  readonly approvals: Readonly<Partial<Record<ApprovalKind, Series<Approval>>>>;
}

export const INITIAL_APPROVALS: ApprovalsState = { approvals: {} };

const NONE: Approval = {
  status: 'RETURNED',
  dueOn: null,
  returns: 0,
  document: null,
  validity: null,
  extensions: 0,
  expiring: false,
};

/** What an event makes of an approval, beside the day from which that holds. */
const becomes =
  <E extends ApprovalEvent>(change: (before: Approval, data: E['data']) => Partial<Approval>) =>
  ({ approvals }: ApprovalsState, { revision, data }: Recorded<E>): ApprovalsState => {
    const series = approvals[data.kind] ?? [];
    const before = series.findLast((step) => step.on <= data.occurredOn && step.revision < revision)?.value ?? NONE;
    const value = { ...before, ...change(before, data) };
    return { approvals: { ...approvals, [data.kind]: withFact(series, { on: data.occurredOn, revision, value }) } };
  };

type Of<T extends ApprovalEvent['type']> = Extract<ApprovalEvent, { type: T }>;

export const FOLDS: Folds<ApprovalsState, ApprovalEvent> = {
  ApprovalApplied: becomes<Of<'ApprovalApplied'>>((_, { dueOn }) => ({ ...ENDED, status: 'APPLIED', dueOn })),
  ApprovalReturned: becomes<Of<'ApprovalReturned'>>(({ returns }) => ({
    status: 'RETURNED',
    dueOn: null,
    returns: returns + 1,
  })),
  ApprovalGranted: becomes<Of<'ApprovalGranted'>>((_, { document, validity }) => ({
    ...ENDED,
    status: 'GRANTED',
    dueOn: null,
    document,
    validity,
  })),
  ApprovalExtended: becomes<Of<'ApprovalExtended'>>(({ extensions }, { validity }) => ({
    validity,
    extensions: extensions + 1,
    expiring: false,
  })),
  ApprovalRefused: becomes<Of<'ApprovalRefused'>>(() => ({ status: 'REFUSED', dueOn: null })),
  ApprovalRevoked: becomes<Of<'ApprovalRevoked'>>(() => ({ ...ENDED, status: 'REVOKED' })),
  ApprovalExpiring: becomes<Of<'ApprovalExpiring'>>(() => ({ expiring: true })),
  ApprovalExpired: becomes<Of<'ApprovalExpired'>>(() => ({ status: 'EXPIRED', expiring: false })),
};

/** Nothing is left of an earlier grant. */
const ENDED = { document: null, validity: null, extensions: 0, expiring: false };

export const currentApproval = ({ approvals }: ApprovalsState, kind: ApprovalKind): Approval | undefined =>
  valueOn(approvals[kind] ?? [], LATEST);

/** Whether an approval was granted and held on a day, its last day included. */
export function holdsOn({ approvals }: ApprovalsState, kind: ApprovalKind, day: string): boolean {
  const approval = valueOn(approvals[kind] ?? [], day);
  return approval?.status === 'GRANTED' && (approval.validity === null || day <= approval.validity.until);
}

/** The approvals that hold on a day. */
export const approvalsOn = (state: ApprovalsState, day: string): ApprovalKind[] =>
  APPROVALS.filter((kind) => holdsOn(state, kind, day));
