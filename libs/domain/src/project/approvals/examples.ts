import { DOCUMENT, OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { applied, granted, registered } from '../samples.js';
import type { ApprovalCommand } from './commands.js';

const on = '2022-05-16';
const kind = 'CONSTRUCTION_PERMIT';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<ApprovalCommand> = {
  ApplyForApproval: {
    given: [registered()],
    command: { type: 'ApplyForApproval', kind, occurredOn: '2022-05-05' },
    by: OFFICE,
    event: applied(kind, '2022-05-05', '2022-05-13'),
    again: 'nothing',
  },
  ReturnApproval: {
    given: [registered(), applied()],
    command: { type: 'ReturnApproval', kind, occurredOn: on, reason: '要件不齐' },
    by: OFFICE,
    event: { type: 'ApprovalReturned', data: { kind, occurredOn: on, reason: '要件不齐' } },
    again: 'nothing',
  },
  GrantApproval: {
    given: [registered(), applied(kind, '2022-01-10')],
    command: { type: 'GrantApproval', kind, document: { ...DOCUMENT, issuedOn: '2022-05-10' } },
    by: OFFICE,
    event: granted(kind, '2022-05-10', { until: '2022-08-10', warnOn: '2022-07-11' }),
    again: 'nothing',
  },
  ExtendApproval: {
    given: [registered(), granted()],
    command: { type: 'ExtendApproval', kind, occurredOn: on, document: DOCUMENT },
    by: OFFICE,
    event: {
      type: 'ApprovalExtended',
      data: {
        kind,
        occurredOn: on,
        document: DOCUMENT,
        validity: { until: '2022-11-10', warnOn: '2022-10-11', policyVersion: 1 },
      },
    },
    again: 'nothing',
  },
  RefuseApproval: {
    given: [registered(), applied()],
    command: { type: 'RefuseApproval', kind, occurredOn: on, reason: '不符合规划', document: null },
    by: OFFICE,
    event: { type: 'ApprovalRefused', data: { kind, occurredOn: on, reason: '不符合规划', document: null } },
    again: 'nothing',
  },
  RevokeApproval: {
    given: [registered(), granted()],
    command: { type: 'RevokeApproval', kind, occurredOn: on, reason: '隐瞒情况', document: DOCUMENT },
    by: OFFICE,
    event: { type: 'ApprovalRevoked', data: { kind, occurredOn: on, reason: '隐瞒情况', document: DOCUMENT } },
    again: 'nothing',
  },
};
