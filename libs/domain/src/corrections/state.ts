import { type DomainEvent, type Folds, GrowingMap, type Recorded, withdrawn } from '#libs/event-sourcing/pure';
import type { CorrectionEvent, FactCorrected } from './events.js';

/** A fact that can be corrected, as it is known now. */
export interface KnownFact {
  readonly revision: number;
  readonly type: string;
  /** Null once it is void. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

type Proposal = Extract<CorrectionEvent, { type: 'CorrectionProposed' }>['data'];

export interface CorrectionsState {
  /** By the id of the event that recorded it. */
  readonly facts: GrowingMap<string, KnownFact>;
  readonly corrections: Readonly<
    Record<string, Proposal & { readonly status: 'PROPOSED' | 'CONFIRMED' | 'DECLINED'; readonly proposedBy: string }>
  >;
}

export const INITIAL_CORRECTIONS: CorrectionsState = { facts: new GrowingMap(), corrections: {} };

type Status = CorrectionsState['corrections'][string]['status'];

/** What proposals change; how a correction itself is folded depends on the fact. */
export const FOLDS: Folds<CorrectionsState, Exclude<CorrectionEvent, FactCorrected>> = {
  CorrectionProposed: ({ corrections }, { metadata, data }) => ({
    corrections: {
      ...corrections,
      [data.correction]: { ...data, status: 'PROPOSED', proposedBy: metadata.actor.id },
    },
  }),
  CorrectionDeclined: ({ corrections }, { data: { correction } }) => ({
    corrections: decided(corrections, correction, 'DECLINED'),
  }),
};

const decided = (corrections: CorrectionsState['corrections'], id: string, status: Status) => ({
  ...corrections,
  [id]: { ...corrections[id]!, status },
});

/** Remembers a fact by the id of its event, so that a correction can name it. */
export const withKnown = (state: CorrectionsState, { id, revision, type, data }: Recorded) =>
  remembered(state, id, { revision, type, data: data as KnownFact['data'] });

/** A view may keep a project without its facts. */
const remembered = ({ facts }: Partial<CorrectionsState>, id: string, fact: KnownFact): Partial<CorrectionsState> =>
  facts ? { facts: facts.with(id, fact) } : {};

/** Takes what the fact put into the state out of it, and folds the replacement in its place, at its revision. */
export function corrected<S extends CorrectionsState>(
  state: S,
  event: Recorded<FactCorrected>,
  fold: (state: S, event: Recorded<DomainEvent>) => S,
): S {
  const { corrects, revision, originalType, replacement, correction } = event.data;
  const { facts: _, corrections, ...others } = state;
  const after = {
    ...withdrawn(others, (each) => each === revision),
    ...remembered(state, corrects, { revision, type: originalType, data: replacement }),
    // A view may keep a project without its proposals.
    corrections:
      correction !== null && corrections[correction] ? decided(corrections, correction, 'CONFIRMED') : corrections,
  } as unknown as S;
  return replacement === null
    ? after
    : fold(after, { ...event, type: originalType, data: replacement, id: corrects, revision });
}
