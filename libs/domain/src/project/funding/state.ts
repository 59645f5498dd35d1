import { type Folds, type Recorded, type Series, withFact } from '#libs/event-sourcing/pure';
import type { FundingSource, FundingUse } from '../../resources.js';
import type { FundingEvent, SupportLevel } from './events.js';

/** 申请, 下达, 到位, 支付, and what is to be paid. */
export const FUNDING_STEPS = ['APPLIED', 'ALLOCATED', 'RECEIVED', 'SCHEDULED', 'PAID'] as const;
export type FundingStep = (typeof FUNDING_STEPS)[number];

/** One sum of a line, on the day on which it was so or is to be paid; the sums of a step add up. */
export interface FundingMovement {
  readonly line: string;
  readonly step: FundingStep;
  /** 分 */
  readonly amount: number;
}

/** The revision is that of the event, by which a correction takes it out again. */
export interface FundingLine {
  readonly revision: number;
  readonly source: FundingSource;
  readonly use: FundingUse;
}

export interface Support {
  readonly revision: number;
  readonly on: string;
  readonly level: SupportLevel;
  readonly subject: string;
}

export interface FundingState {
  readonly fundingLines: Readonly<Record<string, FundingLine>>;
  readonly fundingMovements: Series<FundingMovement>;
  readonly financingModel: Series<string>;
  readonly supports: Readonly<Record<string, Support>>;
  /** By the support that was applied for. */
  readonly supportsGranted: Readonly<Record<string, { readonly revision: number; readonly on: string }>>;
}

export const INITIAL_FUNDING: FundingState = {
  fundingLines: {},
  fundingMovements: [],
  financingModel: [],
  supports: {},
  supportsGranted: {},
};

export const FOLDS: Folds<FundingState, FundingEvent> = {
  FundingApplied(state, event) {
    const { line, source, use } = event.data;
    const fundingLines = { ...state.fundingLines, [line]: { revision: event.revision, source, use } };
    return { fundingLines, ...moved('APPLIED')(state, event) };
  },
  FundingAllocated: moved('ALLOCATED'),
  FundingReceived: moved('RECEIVED'),
  PaymentScheduled({ fundingMovements }, { revision, data: { line, dueOn: on, amount } }) {
    const others = fundingMovements.filter((each) => each.on !== on || !isScheduled(each.value, line));
    const value = { line, step: 'SCHEDULED', amount } as const;
    return { fundingMovements: amount === 0 ? others : withFact(others, { on, revision, value }) };
  },
  FundingPaid: moved('PAID'),
  FinancingModelSet: ({ financingModel }, { revision, data: { occurredOn: on, model: value } }) => ({
    financingModel: withFact(financingModel, { on, revision, value }),
  }),
  SupportApplied: ({ supports }, { revision, data: { support, level, subject, occurredOn: on } }) => ({
    supports: { ...supports, [support]: { revision, on, level, subject } },
  }),
  SupportGranted: ({ supportsGranted }, { revision, data: { support, occurredOn: on } }) => ({
    supportsGranted: { ...supportsGranted, [support]: { revision, on } },
  }),
};

type Moved = Extract<FundingEvent, { type: 'FundingApplied' | 'FundingAllocated' | 'FundingReceived' | 'FundingPaid' }>;

function moved(step: FundingStep) {
  return ({ fundingMovements }: FundingState, { revision, data }: Recorded<Moved>) => {
    const { line, occurredOn: on, amount } = data;
    return { fundingMovements: withFact(fundingMovements, { on, revision, value: { line, step, amount } }) };
  };
}

const isScheduled = (movement: FundingMovement, line: string): boolean =>
  movement.step === 'SCHEDULED' && movement.line === line;

/** 分 that are to be paid out of a line on a day. */
export const scheduledOn = ({ fundingMovements }: FundingState, line: string, day: string): number =>
  fundingMovements.find(({ on, value }) => on === day && isScheduled(value, line))?.value.amount ?? 0;

/** Whether money moved in a line, or support was granted, that nobody applied for: a correction must not leave that. */
export const hasOrphans = ({ fundingLines, fundingMovements, supports, supportsGranted }: FundingState): boolean =>
  fundingMovements.some(({ value }) => fundingLines[value.line] === undefined) ||
  Object.keys(supportsGranted).some((support) => supports[support] === undefined);
