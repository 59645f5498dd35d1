import { type At, holds, type Rules } from '#libs/event-sourcing/pure';
import { requireAmount, requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { ProjectState } from '../state.js';
import type { FundingCommand } from './commands.js';
import type { FundingEvent } from './events.js';
import { scheduledOn } from './state.js';

/** Equal sums on one day are two facts: only the command's id tells a repeat. A schedule is what is planned, once a day. */
export const RULES: Rules<ProjectState, FundingCommand, FundingEvent> = {
  ApplyForFunding({ type: _, ...data }, _state, at) {
    requirePast(data.occurredOn, at);
    requireMoney(data.amount);
    return [{ type: 'FundingApplied', data: { line: at.newId('line'), ...data } }];
  },

  AllocateFunding({ type: _, ...data }, state, at) {
    requireMoved(data, state, at);
    return [{ type: 'FundingAllocated', data }];
  },

  ReceiveFunding({ type: _, ...data }, state, at) {
    requireMoved(data, state, at);
    return [{ type: 'FundingReceived', data }];
  },

  SchedulePayment({ type: _, ...data }, state) {
    requireLine(data.line, state);
    requireAmount('amount', data.amount);
    if (scheduledOn(state, data.line, data.dueOn) === data.amount) return [];
    return [{ type: 'PaymentScheduled', data }];
  },

  PayFunding({ type: _, ...data }, state, at) {
    requireMoved(data, state, at);
    return [{ type: 'FundingPaid', data }];
  },

  SetFinancingModel({ type: _, ...data }, { financingModel }, at) {
    requirePast(data.occurredOn, at);
    if (holds(financingModel, data.occurredOn, data.model)) return [];
    return [{ type: 'FinancingModelSet', data }];
  },

  ApplyForSupport({ type: _, ...data }, _state, at) {
    requirePast(data.occurredOn, at);
    return [{ type: 'SupportApplied', data: { support: at.newId('support'), ...data } }];
  },

  GrantSupport({ support, occurredOn, document }, { supports, supportsGranted }, at) {
    requirePast(occurredOn, at);
    if (!Object.hasOwn(supports, support)) throw refuse('UNKNOWN_SUPPORT', { support });
    const { level, on: appliedOn } = supports[support]!;
    const grantedOn = supportsGranted[support]?.on;
    if (grantedOn === occurredOn) return [];
    if (grantedOn !== undefined) throw refuse('SUPPORT_ALREADY_GRANTED', { support, grantedOn });
    if (occurredOn < appliedOn) throw refuse('SUPPORT_BEFORE_APPLICATION', { occurredOn, appliedOn });
    return [{ type: 'SupportGranted', data: { support, level, occurredOn, document } }];
  },
};

function requireMoved(
  { occurredOn, line, amount }: { occurredOn: string; line: string; amount: number },
  state: ProjectState,
  at: At,
): void {
  requirePast(occurredOn, at);
  requireLine(line, state);
  requireMoney(amount);
}

function requireLine(line: string, { fundingLines }: ProjectState): void {
  if (!Object.hasOwn(fundingLines, line)) throw refuse('UNKNOWN_FUNDING_LINE', { line });
}

function requireMoney(amount: number): void {
  requireAmount('amount', amount);
  if (amount === 0) throw refuse('AMOUNT_OUT_OF_RANGE', { field: 'amount' });
}
