import { dayOf, endOf, startOf } from '../../days.js';
import { APPROVALS } from '../../policy/approvals.js';
import type { Clock } from '../clock.js';
import { isBeforeStart, type StagesState } from '../stages/state.js';
import type { ApprovalEvent } from './events.js';
import { type ApprovalsState, currentApproval } from './state.js';

/** The approvals that are about to expire, or to be announced as such; validity counts only until construction begins. */
export const clocksOf = (state: ApprovalsState & StagesState): Clock<ApprovalEvent>[] =>
  isBeforeStart(state)
    ? APPROVALS.flatMap((kind) => {
        const approval = currentApproval(state, kind);
        if (approval?.status !== 'GRANTED' || approval.validity === null) return [];
        const { until, warnOn, policyVersion } = approval.validity;
        const type = approval.expiring ? 'ApprovalExpired' : 'ApprovalExpiring';
        const dueAt = approval.expiring ? endOf(until) : startOf(warnOn);
        const data = { kind, occurredOn: dayOf(dueAt), until, policyVersion };
        const basis = { policy: 'approvals', version: policyVersion } as const;
        return [{ rule: `approval/${kind}/${type}`, dueAt, basis, event: () => ({ type, data }) }];
      })
    : [];
