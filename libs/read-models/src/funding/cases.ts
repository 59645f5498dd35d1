import { LATEST } from '#libs/event-sourcing/pure';
import type { FundingEvent, ProjectEvent } from '#libs/domain';
import { EXAMPLES, registered } from '../../../domain/src/project/examples.js';
import { yi } from '../../../domain/src/testing.js';

const day = '2022-05-16';
const applied = EXAMPLES.ApplyForFunding.event;

/** The card and the funding of the project after so many events of its stream, and what the year adds up to. */
const shows = (revision: number, funding: object, days?: Record<string, Record<string, number>>) => ({
  ...(days && { deadlines: { 'project-p1': { clocks: {} } } }),
  'project-cards': { p1: { revision, project: funding } },
  funding: { p1: { funding }, ...(days && { 'year/2022': { days } }) },
});
const bond = (amounts: Record<string, number>) =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [`SPECIAL_BOND|CONSTRUCTION|${name}`, amount]));
const application = { on: day, value: { line: 'new-line', step: 'APPLIED', amount: yi(2) } };
const line = (...moved: object[]) => ({
  fundingLines: { 'new-line': { source: 'SPECIAL_BOND', use: 'CONSTRUCTION' } },
  fundingMovements: [application, ...moved],
});
const moved = (step: string, name: string) =>
  shows(2, line({ on: day, value: { line: 'new-line', step, amount: yi(1) } }), {
    [day]: bond({ applied: yi(2), [name]: yi(1) }),
  });
const SOURCE = { facet: 'source', value: 'SPECIAL_BOND', from: day, to: LATEST };
const supports = { 'new-support': { level: 'MUNICIPAL', on: day } };

/** Each event of a project's money, and all that it changes in the views. */
export const FUNDING_CASES = {
  FundingApplied: {
    after: [registered()],
    event: applied,
    shows: {
      ...shows(1, line(), { [day]: bond({ applied: yi(2) }) }),
      'list-rows': { p1: { project: line(), facets: expect.arrayContaining([SOURCE]) as unknown } },
    },
  },
  FundingAllocated: {
    after: [registered(), applied],
    event: EXAMPLES.AllocateFunding.event,
    shows: {
      ...moved('ALLOCATED', 'allocated'),
      'list-rows': { p1: { project: { fundingMovements: [application, { value: { step: 'ALLOCATED' } }] } } },
    },
  },
  FundingReceived: {
    after: [registered(), applied],
    event: EXAMPLES.ReceiveFunding.event,
    shows: moved('RECEIVED', 'received'),
  },
  PaymentScheduled: {
    after: [registered(), applied],
    event: EXAMPLES.SchedulePayment.event,
    shows: shows(2, line({ on: '2022-06-30', value: { line: 'new-line', step: 'SCHEDULED', amount: yi(0.5) } }), {
      [day]: bond({ applied: yi(2) }),
      '2022-06-30': bond({ scheduled: yi(0.5) }),
    }),
  },
  FundingPaid: {
    after: [registered(), applied],
    event: EXAMPLES.PayFunding.event,
    shows: moved('PAID', 'paid'),
  },
  FinancingModelSet: {
    after: [registered()],
    event: EXAMPLES.SetFinancingModel.event,
    shows: shows(1, { financingModel: [{ on: day, value: 'FRANCHISE' }] }),
  },
  SupportApplied: {
    after: [registered()],
    event: EXAMPLES.ApplyForSupport.event,
    shows: shows(1, { supports, supportsGranted: {} }),
  },
  SupportGranted: {
    after: [registered(), EXAMPLES.ApplyForSupport.event],
    event: EXAMPLES.GrantSupport.event,
    shows: shows(2, { supports, supportsGranted: { 'new-support': { on: day } } }),
  },
} satisfies Record<FundingEvent['type'], { after: ProjectEvent[]; event: ProjectEvent; shows: object }>;
