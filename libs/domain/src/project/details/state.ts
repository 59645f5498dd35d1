import { type Folds, type Series, withFact } from '#libs/event-sourcing/pure';
import type { Status } from '../status.js';
import type { Details, DetailsEvent } from './events.js';

/** Each detail is a series of its own: a late fact about one leaves the others alone. */
export type DetailSeries = { readonly [Field in keyof Details]: Series<Details[Field]> };

export interface DetailsState {
  readonly exists: boolean;
  readonly currency: string;
  readonly details: DetailSeries;
  /** 项目代码; null before it was assigned. */
  readonly code: string | null;
  /** Codes of campaigns, such as 抓项目稳投资, and of strategies. */
  readonly tags: Series<readonly string[]>;
  readonly status: Series<Status>;
  readonly totalInvestment: Series<number | null>;
  readonly sourcePhase: Series<string | null>;
}

export const INITIAL_DETAILS: DetailsState = {
  exists: false,
  currency: 'CNY',
  details: {
    name: [],
    description: [],
    sector: [],
    town: [],
    nature: [],
    investmentType: [],
    managingUnit: [],
    clientUnit: [],
    landArea: [],
    remark: [],
  },
  code: null,
  tags: [],
  status: [],
  totalInvestment: [],
  sourcePhase: [],
};

export const FOLDS: Folds<DetailsState, DetailsEvent> = {
  ProjectRegistered: (state, { revision, data: { occurredOn: on, details, status, currency } }) => ({
    exists: true,
    currency,
    details: withDetails(state.details, on, revision, details),
    status: withFact(state.status, { on, revision, value: status }),
  }),
  ProjectDetailsChanged: (state, { revision, data: { occurredOn, changes } }) => ({
    details: withDetails(state.details, occurredOn, revision, changes),
  }),
  ProjectRenamed: (state, { revision, data: { occurredOn, name } }) => ({
    details: withDetails(state.details, occurredOn, revision, { name }),
  }),
  ProjectCodeAssigned: (_state, { data: { code } }) => ({ code }),
  ProjectTagged: (state, { revision, data: { occurredOn: on, tags: value } }) => ({
    tags: withFact(state.tags, { on, revision, value }),
  }),
  TotalInvestmentChanged: (state, { revision, data: { occurredOn: on, amount: value } }) => ({
    totalInvestment: withFact(state.totalInvestment, { on, revision, value }),
  }),
  SourcePhaseReported: (state, { revision, data: { occurredOn: on, phase: value } }) => ({
    sourcePhase: withFact(state.sourcePhase, { on, revision, value }),
  }),
};

/** Puts each given detail into its series. */
export function withDetails(
  series: DetailSeries,
  on: string,
  revision: number,
  changes: Partial<Details>,
): DetailSeries {
  const next: Record<string, Series<unknown>> = { ...series };
  for (const [field, value] of Object.entries(changes))
    next[field] = withFact(next[field] ?? [], { on, revision, value });
  return next as unknown as DetailSeries;
}
