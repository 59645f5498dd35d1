import { type At, type DomainEvent, LATEST, type Recorded, type Rules, withdrawn } from '#libs/event-sourcing/pure';
import { requireFile } from '../facts.js';
import { refuse } from '../refusals.js';
import type { Correction, CorrectionCommand } from './commands.js';
import type { CorrectionEvent, FactCorrected } from './events.js';
import { corrected, type CorrectionsState, type KnownFact } from './state.js';

/** How a kind of fact is corrected. */
export interface Correctable {
  /** The command that records such a fact: its rule admits the replacement as well. */
  readonly by: string;
  /** Whether it can be void. What others hang on, such as the registration, can only be otherwise. */
  readonly voidable: boolean;
  /** A thing that is recorded once is looked for among all other facts, not only among those that stood before. */
  readonly once?: true;
  /** Fields that a replacement takes over: they name the thing, or are no fact of the world. */
  readonly keeps?: readonly string[];
}

/** What a kind of stream knows of its facts. */
export interface FactBook<S extends CorrectionsState> {
  readonly initial: S;
  /** By event type. */
  readonly correctable: Readonly<Record<string, Correctable>>;
  decide(command: { readonly type: string }, state: S, at: At): DomainEvent[];
  /** Folds a fact, or its correction. */
  fold(state: S, event: Recorded<DomainEvent>): S;
  /** Day from which a fact with such data holds. */
  dayOf(data: Readonly<Record<string, unknown>>): string;
  /** Whether it is over after a correction that moved a stage; null where none moved. */
  stagesMoved(before: S, after: S): FactCorrected['data']['stages'];
  /** Throws if the correction puts out of order what was in order. */
  requireOrder(before: S, after: S): void;
}

export function correctionRules<S extends CorrectionsState>(
  book: FactBook<S>,
): Rules<S, CorrectionCommand, CorrectionEvent> {
  return {
    CorrectFact({ type: _, ...correction }, state, at) {
      const data = decideCorrection(book, correction, null, state, at);
      return data.replacement === factOf(correction, state).data ? [] : [{ type: 'FactCorrected', data }];
    },

    ProposeCorrection({ type: _, ...correction }, state, at) {
      decideCorrection(book, correction, null, state, at);
      return [{ type: 'CorrectionProposed', data: { correction: at.newId('correction'), ...correction } }];
    },

    ConfirmCorrection({ correction: id }, state, at) {
      const proposal = proposalOf(id, state);
      if (proposal.status === 'CONFIRMED') return [];
      if (proposal.status === 'DECLINED') throw refuse('CORRECTION_DECIDED', { correction: id });
      if (proposal.proposedBy === at.actor.id) throw refuse('CORRECTOR_IS_PROPOSER', { correction: id });
      return [{ type: 'FactCorrected', data: decideCorrection(book, proposal, id, state, at) }];
    },

    DeclineCorrection({ correction: id, reason }, state) {
      const { status } = proposalOf(id, state);
      if (status === 'DECLINED') return [];
      if (status === 'CONFIRMED') throw refuse('CORRECTION_DECIDED', { correction: id });
      return [{ type: 'CorrectionDeclined', data: { correction: id, reason } }];
    },
  };
}

const proposalOf = (id: string, { corrections }: CorrectionsState) => {
  if (!Object.hasOwn(corrections, id)) throw refuse('UNKNOWN_CORRECTION', { correction: id });
  return corrections[id]!;
};

function factOf({ corrects }: Correction, { facts }: CorrectionsState): KnownFact {
  const fact = facts.get(corrects);
  if (!fact) throw refuse('UNKNOWN_FACT', { corrects });
  return fact;
}

/** The correction as it is recorded; a replacement that changes nothing is the very data that stand. */
function decideCorrection<S extends CorrectionsState>(
  book: FactBook<S>,
  asked: Correction,
  correction: string | null,
  state: S,
  at: At,
): FactCorrected['data'] {
  const { corrects, reason, document } = asked;
  requireFile('document', document);
  const fact = factOf(asked, state);
  const replacement = replacementOf(book, fact, asked, state, at);
  const data = {
    corrects,
    revision: fact.revision,
    originalType: fact.type,
    original: fact.data,
    replacement,
    since: [fact.data, replacement].map((each) => (each ? book.dayOf(each) : LATEST)).sort()[0]!,
    stages: null,
    reason,
    document,
    correction,
  };
  const after = corrected(state, { type: 'FactCorrected', data } as Recorded<FactCorrected>, (folded, event) =>
    book.fold(folded, event),
  );
  book.requireOrder(state, after);
  return { ...data, stages: book.stagesMoved(state, after) };
}

/** Decided by the rule that admitted the fact, over what stood before it. */
function replacementOf<S extends CorrectionsState>(
  book: FactBook<S>,
  { revision, type, data }: KnownFact,
  { replacement }: Correction,
  state: S,
  at: At,
): KnownFact['data'] {
  const { by, voidable, once, keeps = [] } = book.correctable[type]!;
  if (replacement === null) {
    if (!voidable) throw refuse('FACT_NOT_VOIDABLE', { type });
    return null;
  }
  if (replacement.command !== by) throw refuse('REPLACEMENT_OF_OTHER_KIND', { field: 'replacement', expected: by });
  const isGone = (each: number): boolean => (once ? each === revision : each >= revision);
  const before = revision === 0 ? book.initial : withdrawn(state, isGone);
  const [event] = book.decide({ ...replacement.fields, type: by }, before, at);
  // Nothing to record: it holds that day without this fact.
  if (!event) return null;
  if (event.type !== type) throw refuse('REPLACEMENT_OF_OTHER_KIND', { field: 'replacement', expected: by });
  const next = { ...event.data, ...Object.fromEntries(keeps.map((field) => [field, data?.[field]])) };
  return JSON.stringify(next) === JSON.stringify(data) ? data : next;
}
