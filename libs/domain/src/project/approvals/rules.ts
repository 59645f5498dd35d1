import { type Fact, factOn, LATEST, type Rules } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import { requireFile, requirePast } from '../../facts.js';
import { type ApprovalKind, validityFrom } from '../../policy/approvals.js';
import { addWorkingDays } from '../../policy/calendar.js';
import { inForce } from '../../policy/policy.js';
import { refuse } from '../../refusals.js';
import type { ProjectState } from '../state.js';
import type { ApprovalCommand } from './commands.js';
import type { ApprovalEvent } from './events.js';
import type { Approval } from './state.js';

export const RULES: Rules<ProjectState, ApprovalCommand, ApprovalEvent> = {
  ApplyForApproval({ kind, occurredOn }, state, at) {
    requirePast(occurredOn, at);
    const { status, on } = lastOf(kind, state);
    if (status === 'APPLIED' && on === occurredOn) return [];
    if (status === 'APPLIED') throw refuse('APPROVAL_PENDING', { kind, since: on });
    if (status === 'GRANTED') throw refuse('APPROVAL_IN_FORCE', { kind, since: on });
    requireInOrder(kind, occurredOn, state);
    const today = dayOf(at.now);
    const { version, rules } = inForce(at, 'durations', today);
    const dueOn = addWorkingDays(inForce(at, 'calendar', today).rules, occurredOn, rules.items[kind].workingDays);
    return [{ type: 'ApprovalApplied', data: { kind, occurredOn, dueOn, policyVersion: version } }];
  },

  ReturnApproval({ kind, occurredOn, reason }, state, at) {
    requirePast(occurredOn, at);
    if (isAgain('RETURNED', kind, occurredOn, state)) return [];
    requirePending(kind, occurredOn, state);
    return [{ type: 'ApprovalReturned', data: { kind, occurredOn, reason } }];
  },

  GrantApproval({ kind, document }, state, at) {
    for (const field of ['docNo', 'issuer', 'issuedOn'] as const)
      if (document[field] === null) throw refuse('APPROVAL_DOCUMENT_INCOMPLETE', { field: `document/${field}` });
    requireFile('document', document);
    const occurredOn = document.issuedOn!;
    requirePast(occurredOn, at);
    const { status, on, document: held } = lastOf(kind, state);
    if (status === 'GRANTED' && held?.docNo === document.docNo) return [];
    if (status === 'GRANTED') throw refuse('APPROVAL_IN_FORCE', { kind, since: on });
    requireInOrder(kind, occurredOn, state);
    const validity = validityFrom(inForce(at, 'approvals', dayOf(at.now)), kind, occurredOn);
    return [{ type: 'ApprovalGranted', data: { kind, occurredOn, document, validity } }];
  },

  ExtendApproval({ kind, occurredOn, document }, state, at) {
    requirePast(occurredOn, at);
    const extendedOn = ({ on, value }: Fact<Approval>) => on === occurredOn && value.extensions > 0 && !value.expiring;
    if (state.approvals[kind]?.some(extendedOn)) return [];
    const { validity, extensions } = requireGranted(kind, state);
    requireInOrder(kind, occurredOn, state);
    const policy = inForce(at, 'approvals', dayOf(at.now));
    const allowed = policy.rules.validity[kind]?.extensions ?? 0;
    const next = validity && validityFrom(policy, kind, validity.until);
    if (!next || extensions >= allowed) throw refuse('APPROVAL_NOT_EXTENDABLE', { kind, extensions, allowed });
    return [{ type: 'ApprovalExtended', data: { kind, occurredOn, document, validity: next } }];
  },

  RefuseApproval({ kind, occurredOn, reason, document }, state, at) {
    requirePast(occurredOn, at);
    if (isAgain('REFUSED', kind, occurredOn, state)) return [];
    requirePending(kind, occurredOn, state);
    return [{ type: 'ApprovalRefused', data: { kind, occurredOn, reason, document } }];
  },

  RevokeApproval({ kind, occurredOn, reason, document }, state, at) {
    requirePast(occurredOn, at);
    if (isAgain('REVOKED', kind, occurredOn, state)) return [];
    requireGranted(kind, state);
    requireInOrder(kind, occurredOn, state);
    return [{ type: 'ApprovalRevoked', data: { kind, occurredOn, reason, document } }];
  },
};

/** Applying sets a due day, granting and extending a validity. */
export const POLICIES = {
  ApplyForApproval: ['durations', 'calendar'],
  GrantApproval: ['approvals'],
  ExtendApproval: ['approvals'],
} as const;

type Last = Partial<Approval> & { readonly on: string };

function lastOf(kind: ApprovalKind, { approvals }: ProjectState): Last {
  const fact = factOn(approvals[kind] ?? [], LATEST);
  return fact ? { on: fact.on, ...fact.value } : { on: '' };
}

function isAgain(status: Approval['status'], kind: ApprovalKind, occurredOn: string, state: ProjectState): boolean {
  const last = lastOf(kind, state);
  return last.status === status && last.on === occurredOn;
}

function requirePending(kind: ApprovalKind, occurredOn: string, state: ProjectState): void {
  const { status = null } = lastOf(kind, state);
  if (status !== 'APPLIED') throw refuse('APPROVAL_NOT_PENDING', { kind, status });
  requireInOrder(kind, occurredOn, state);
}

function requireGranted(kind: ApprovalKind, state: ProjectState): Approval & { on: string } {
  const last = lastOf(kind, state);
  if (last.status !== 'GRANTED') throw refuse('APPROVAL_NOT_GRANTED', { kind, status: last.status ?? null });
  return last as Approval & { on: string };
}

/** A step behind the one where the approval stands would be recorded and change nothing. */
function requireInOrder(kind: ApprovalKind, occurredOn: string, state: ProjectState): void {
  const { status, on } = lastOf(kind, state);
  if (occurredOn < on) throw refuse('APPROVAL_BEFORE_CURRENT', { kind, status, since: on });
}
