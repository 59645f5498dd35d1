import { DOCUMENT, OFFICE, yi } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered } from '../samples.js';
import type { FundingCommand } from './commands.js';
import type { FundingEvent } from './events.js';

const on = '2022-05-16';
const asked = { occurredOn: on, source: 'SPECIAL_BOND', use: 'CONSTRUCTION', amount: yi(2) } as const;
const support = { occurredOn: on, level: 'MUNICIPAL', subject: '纳入市级重大项目' } as const;

const APPLIED: FundingEvent = { type: 'FundingApplied', data: { line: 'new-line', ...asked } };
const SUPPORT_APPLIED: FundingEvent = { type: 'SupportApplied', data: { support: 'new-support', ...support } };
const moved = { occurredOn: on, line: 'new-line', amount: yi(1) };
const scheduled = { line: 'new-line', dueOn: '2022-06-30', amount: yi(0.5) };

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<FundingCommand> = {
  ApplyForFunding: {
    given: [registered()],
    command: { type: 'ApplyForFunding', ...asked },
    by: OFFICE,
    event: APPLIED,
    again: 'another',
  },
  AllocateFunding: {
    given: [registered(), APPLIED],
    command: { type: 'AllocateFunding', ...moved, document: DOCUMENT },
    by: OFFICE,
    event: { type: 'FundingAllocated', data: { ...moved, document: DOCUMENT } },
    again: 'another',
  },
  ReceiveFunding: {
    given: [registered(), APPLIED],
    command: { type: 'ReceiveFunding', ...moved, document: null },
    by: OFFICE,
    event: { type: 'FundingReceived', data: { ...moved, document: null } },
    again: 'another',
  },
  SchedulePayment: {
    given: [registered(), APPLIED],
    command: { type: 'SchedulePayment', ...scheduled },
    by: OFFICE,
    event: { type: 'PaymentScheduled', data: scheduled },
    again: 'nothing',
  },
  PayFunding: {
    given: [registered(), APPLIED],
    command: { type: 'PayFunding', ...moved, document: null },
    by: OFFICE,
    event: { type: 'FundingPaid', data: { ...moved, document: null } },
    again: 'another',
  },
  SetFinancingModel: {
    given: [registered()],
    command: { type: 'SetFinancingModel', occurredOn: on, model: 'FRANCHISE' },
    by: OFFICE,
    event: { type: 'FinancingModelSet', data: { occurredOn: on, model: 'FRANCHISE' } },
    again: 'nothing',
  },
  ApplyForSupport: {
    given: [registered()],
    command: { type: 'ApplyForSupport', ...support },
    by: OFFICE,
    event: SUPPORT_APPLIED,
    again: 'another',
  },
  GrantSupport: {
    given: [registered(), SUPPORT_APPLIED],
    command: { type: 'GrantSupport', occurredOn: on, support: 'new-support', document: DOCUMENT },
    by: OFFICE,
    event: {
      type: 'SupportGranted',
      data: { support: 'new-support', level: 'MUNICIPAL', occurredOn: on, document: DOCUMENT },
    },
    again: 'nothing',
  },
};
