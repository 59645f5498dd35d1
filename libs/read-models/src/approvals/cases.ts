import type { ApprovalEvent } from '#libs/domain';
import { applied, EXAMPLES, granted, registered } from '../../../domain/src/project/examples.js';

const PERMIT = 'p1/CONSTRUCTION_PERMIT';
const KIND = 'CONSTRUCTION_PERMIT';

const until = (day: string): unknown => expect.objectContaining({ until: day });
const holding = (value: object): unknown =>
  expect.arrayContaining([expect.objectContaining({ value: expect.objectContaining(value) as unknown })]);

/** What card, list and boards show, and the clocks that run then. */
const shows = (revision: number, current: object, clocks: object = {}) => ({
  'project-cards': { p1: { revision, project: { approvals: { [KIND]: expect.any(Array) as unknown } } } },
  'list-rows': { p1: { project: { approvals: { [KIND]: expect.any(Array) as unknown } } } },
  preparation: { p1: { planned: false, approvals: { [KIND]: expect.any(Array) as unknown } } },
  approvals: { [PERMIT]: { project: 'p1', kind: KIND, approvals: { [KIND]: holding(current) } } },
  deadlines: { 'project-p1': { clocks } },
});
const WARNED: ApprovalEvent = {
  type: 'ApprovalExpiring',
  data: { kind: KIND, occurredOn: '2022-07-11', until: '2022-08-10', policyVersion: 1 },
};

/** Each event of an approval, and all that it changes in the views. */
export const APPROVAL_CASES = {
  ApprovalApplied: {
    after: [registered()],
    event: EXAMPLES.ApplyForApproval.event,
    shows: shows(1, { status: 'APPLIED', dueOn: '2022-05-13' }),
  },
  ApprovalReturned: {
    after: [registered(), applied()],
    event: EXAMPLES.ReturnApproval.event,
    shows: shows(2, { status: 'RETURNED', dueOn: null, returns: 1 }),
  },
  ApprovalGranted: {
    after: [registered(), applied()],
    event: granted(),
    shows: shows(
      2,
      { status: 'GRANTED', dueOn: null, expiring: false, validity: until('2022-08-10') },
      { 'approval/CONSTRUCTION_PERMIT/ApprovalExpiring': '2022-07-10T16:00:00.000Z' },
    ),
  },
  ApprovalExtended: {
    after: [registered(), granted()],
    event: EXAMPLES.ExtendApproval.event,
    shows: shows(
      2,
      { status: 'GRANTED', extensions: 1, validity: until('2022-11-10') },
      { 'approval/CONSTRUCTION_PERMIT/ApprovalExpiring': '2022-10-10T16:00:00.000Z' },
    ),
  },
  ApprovalRefused: {
    after: [registered(), applied()],
    event: EXAMPLES.RefuseApproval.event,
    shows: shows(2, { status: 'REFUSED', dueOn: null }),
  },
  ApprovalRevoked: {
    after: [registered(), granted()],
    event: EXAMPLES.RevokeApproval.event,
    shows: shows(2, { status: 'REVOKED', validity: null }, {}),
  },
  ApprovalExpiring: {
    after: [registered(), granted()],
    event: WARNED,
    shows: shows(
      2,
      { status: 'GRANTED', expiring: true },
      { 'approval/CONSTRUCTION_PERMIT/ApprovalExpired': '2022-08-10T16:00:00.000Z' },
    ),
  },
  ApprovalExpired: {
    after: [registered(), granted(), WARNED],
    event: {
      type: 'ApprovalExpired',
      data: { kind: KIND, occurredOn: '2022-08-11', until: '2022-08-10', policyVersion: 1 },
    },
    shows: shows(3, { status: 'EXPIRED', expiring: false }, {}),
  },
} as const satisfies Record<ApprovalEvent['type'], object>;
