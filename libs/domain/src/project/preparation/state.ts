import { type Folds, LATEST, type Recorded, type Series, valueOn, withFact } from '#libs/event-sourcing/pure';
import type { ApprovalKind } from '../../policy/approvals.js';
import type { NodeTime, PreparationEvent, PreparationNode, ReviewOpinion } from './events.js';

export interface PreparationState {
  readonly preparation: {
    readonly plan: Series<{ readonly version: number; readonly nodes: readonly PreparationNode[] }>;
    /** Of nodes that were found to be overdue, their due day; a node that is moved later can be so again. */
    readonly overdue: Readonly<Record<string, string>>;
    /** The days on which an authority was contacted, took part or reviewed; the first one counts. */
    readonly times: Readonly<Partial<Record<ApprovalKind, Readonly<Partial<Record<NodeTime, Series<true>>>>>>>;
    readonly opinions: Readonly<Partial<Record<ApprovalKind, Series<ReviewOpinion>>>>;
  };
}

export const INITIAL_PREPARATION: PreparationState = {
  preparation: { plan: [], overdue: {}, times: {}, opinions: {} },
};

type Preparation = PreparationState['preparation'];
type Of<T extends PreparationEvent['type']> = Recorded<Extract<PreparationEvent, { type: T }>>;

export const FOLDS: Folds<PreparationState, PreparationEvent> = {
  PreparationPlanAdopted: ({ preparation }, { revision, data: { occurredOn: on, version, nodes } }) => ({
    preparation: { ...preparation, plan: withFact(preparation.plan, { on, revision, value: { version, nodes } }) },
  }),
  NodeTimeRecorded: ({ preparation }, { revision, data: { approval, time, occurredOn: on } }) => {
    const times = preparation.times[approval];
    const days = withFact(times?.[time] ?? [], { on, revision, value: true as const });
    return { preparation: { ...preparation, times: { ...preparation.times, [approval]: { ...times, [time]: days } } } };
  },
  ReviewOpinionIssued: ({ preparation }, event) => ({ preparation: withOpinion(preparation, event) }),
  NodeOverdue: ({ preparation }, { data }) => ({
    preparation: { ...preparation, overdue: { ...preparation.overdue, [nodeKey(data)]: data.dueOn } },
  }),
};

function withOpinion(preparation: Preparation, { revision, data }: Of<'ReviewOpinionIssued'>): Preparation {
  const { approval, opinion: value, occurredOn: on } = data;
  const opinions = withFact(preparation.opinions[approval] ?? [], { on, revision, value });
  return { ...preparation, opinions: { ...preparation.opinions, [approval]: opinions } };
}

export const nodeKey = ({ approval, step }: PreparationNode): string => `${approval}/${step}`;

/** The plan in force on a day; undefined before the first one. */
export const preparationPlanOn = ({ preparation }: PreparationState, day = LATEST) => valueOn(preparation.plan, day);

/** The first day of one of the three times; an opinion tells that there was a review. */
export function nodeTimeOf({ preparation }: PreparationState, approval: ApprovalKind, time: NodeTime): string | null {
  const recorded = preparation.times[approval]?.[time]?.[0]?.on;
  const reviewed = time === 'reviewedAt' ? preparation.opinions[approval]?.[0]?.on : undefined;
  return [recorded, reviewed].filter((day) => day !== undefined).sort()[0] ?? null;
}
