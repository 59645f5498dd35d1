import { type Contribution, idOf, type Recorded, type Sum, type View } from '#libs/event-sourcing/pure';
import {
  fundingBetween,
  type FundingEvent,
  type FundingState,
  INITIAL_PROJECT,
  projectDecider,
  type ProjectEvent,
} from '#libs/domain';

/** What a project applied for, was promised, got and paid. */
export interface FundingDocument {
  readonly id: string;
  readonly currency: string;
  readonly funding: FundingState;
}

/** Every event that this view follows. */
const HANDLED: Readonly<Record<FundingEvent['type'] | 'ProjectRegistered', true>> = {
  ProjectRegistered: true,
  FundingApplied: true,
  FundingAllocated: true,
  FundingReceived: true,
  PaymentScheduled: true,
  FundingPaid: true,
  FinancingModelSet: true,
  SupportApplied: true,
  SupportGranted: true,
};

export const funding: View<FundingDocument> = {
  name: 'funding',
  version: 1,

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    const told = event.type === 'FactCorrected' ? event.data.originalType : event.type;
    return event.stream.startsWith('project-') && Object.hasOwn(HANDLED, told) ? [idOf(event.stream)] : [];
  },

  evolve(before, recorded, id) {
    const known = before && { ...before.funding, currency: before.currency };
    const { currency, fundingLines, fundingMovements, financingModel, supports, supportsGranted } =
      projectDecider.evolve({ ...INITIAL_PROJECT, ...known }, recorded as Recorded<ProjectEvent>);
    return { id, currency, funding: { fundingLines, fundingMovements, financingModel, supports, supportsGranted } };
  },

  contributions: movementsOf,
};

/** The summaries are documents of this same view: they are sums of exactly these projects. */
export const sumsOfFunding = funding as unknown as View<Sum>;

export const fundingSum = (year: number | string): string => `year/${year}`;

/** Each sum counts in the year of its day; only the district's own currency is summed. */
function movementsOf({ currency, funding: { fundingLines, fundingMovements } }: FundingDocument): Contribution[] {
  if (currency !== 'CNY') return [];
  return fundingMovements.flatMap((movement) => {
    const { on, value } = movement;
    const { source, use } = fundingLines[value.line]!;
    const moved = Object.entries(fundingBetween([movement], on, on)).filter(([, amount]) => amount !== 0);
    const amounts = Object.fromEntries(moved.map(([name, amount]) => [`${source}|${use}|${name}`, amount]));
    return [{ sum: fundingSum(on.slice(0, 4)), day: on, amounts }];
  });
}
