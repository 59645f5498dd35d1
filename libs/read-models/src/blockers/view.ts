import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import type { BlockerStatus, Level, ProjectEvent } from '#libs/domain';

/** How a blocker came to a level, and what the level did about it. */
export interface Place {
  readonly level: Level;
  readonly arrivedAt: string;
  readonly cause: 'RAISED' | 'TIME_OVER' | 'BEYOND_POWERS' | 'RETURNED_DOWN' | 'REOPENED';
  /** Revision of the event in the project's history that says so. */
  readonly revision: number;
  readonly outcome: string | null;
}

export interface BlockerDocument {
  readonly id: string;
  readonly sort: string;
  readonly project: string;
  readonly category: string;
  readonly description: string;
  /** Day from which it held the project up. */
  readonly raisedOn: string;
  /** When that was recorded. */
  readonly raisedAt: string;
  readonly status: BlockerStatus;
  readonly level: Level;
  /** When the level's time is over, or it is flagged at the highest; null while it is on hold and once it is resolved. */
  readonly dueAt: string | null;
  /** When the level was warned. */
  readonly warnedAt: string | null;
  /** Whole months that it has been at the highest level. */
  readonly monthsAtTop: number;
  readonly hold: { readonly reason: string; readonly since: string | null } | null;
  /** Each level that it reached, in order. */
  readonly levels: readonly Place[];
  /** Day of the first coordination. */
  readonly coordinatedOn: string | null;
  readonly resolvedAt: string | null;
  readonly resolution: string | null;
  /** What was raised was corrected; how it climbed stands. */
  readonly basisCorrected?: true;
}

type Raised = Extract<ProjectEvent, { type: 'BlockerRaised' }>['data'];

export const blockers: View<BlockerDocument> = {
  name: 'blockers',
  version: 3,
  indexes: [{ 'state.status': 1, 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    if (event.type === 'FactCorrected')
      return event.data.originalType === 'BlockerRaised' ? [event.data.replacement!['blocker'] as string] : [];
    return event.stream.startsWith('project-') && event.type.startsWith('Blocker') && 'blocker' in event.data
      ? [event.data.blocker as string]
      : [];
  },

  evolve(blocker, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    const { recordedAt } = event.metadata;
    if (event.type === 'BlockerRaised') {
      const { category, description, occurredOn, level, clock } = event.data;
      return {
        ...{ id, sort: `${recordedAt}/${id}`, project: idOf(event.stream), category, description },
        ...{ raisedOn: occurredOn, raisedAt: recordedAt, status: 'RAISED', level, dueAt: clock?.dueAt ?? null },
        ...{ warnedAt: null, monthsAtTop: 0, hold: null, coordinatedOn: null, resolvedAt: null, resolution: null },
        levels: [{ level, arrivedAt: recordedAt, cause: 'RAISED', revision: event.revision, outcome: null }],
      };
    }
    if (!blocker) return null;
    switch (event.type) {
      case 'BlockerAccepted':
        return { ...blocker, status: 'ACCEPTED' };
      case 'BlockerWarned':
        return { ...blocker, warnedAt: recordedAt };
      case 'BlockerEscalated': {
        const { from, to, arrivedAt, cause, clock, outcome } = event.data;
        const left = outcome === null ? blocker : withOutcome(blocker, from, outcome);
        return arrived(left, { level: to, arrivedAt, cause, revision: event.revision, outcome: null }, clock);
      }
      case 'BlockerReturnedDown': {
        const { from, to, arrivedAt, instructions, clock } = event.data;
        const place = {
          level: to,
          arrivedAt,
          cause: 'RETURNED_DOWN',
          revision: event.revision,
          outcome: null,
        } as const;
        return arrived(withOutcome(blocker, from, instructions), place, clock);
      }
      case 'BlockerOverdueAtTop':
        return { ...blocker, monthsAtTop: event.data.months, dueAt: event.data.clock.dueAt };
      case 'BlockerHoldRequested':
        return { ...blocker, hold: { reason: event.data.reason, since: null } };
      case 'BlockerHeld':
        return { ...blocker, status: 'ON_HOLD', dueAt: null, hold: { reason: event.data.reason, since: recordedAt } };
      case 'BlockerResumed':
        return { ...blocker, status: event.data.status, dueAt: event.data.clock?.dueAt ?? null, hold: null };
      case 'BlockerOutcomeRecorded':
        return withOutcome(blocker, event.data.level, event.data.outcome);
      case 'BlockerResolved': {
        const { level, resolution } = event.data;
        const resolved = { status: 'RESOLVED', dueAt: null, hold: null, resolvedAt: recordedAt, resolution } as const;
        return { ...withOutcome(blocker, level, resolution), ...resolved };
      }
      case 'BlockerClosed':
        return { ...blocker, status: 'CLOSED' };
      case 'BlockerReopened': {
        const { level, clock } = event.data;
        const place = {
          level,
          arrivedAt: recordedAt,
          cause: 'REOPENED',
          revision: event.revision,
          outcome: null,
        } as const;
        const open = { status: 'REOPENED', resolvedAt: null, resolution: null } as const;
        return { ...arrived(blocker, place, clock), ...open };
      }
      case 'FactCorrected': {
        const { category, description, occurredOn } = event.data.replacement as Raised;
        return { ...blocker, category, description, raisedOn: occurredOn, basisCorrected: true };
      }
      default:
        return blocker;
    }
  },
};

const arrived = (blocker: BlockerDocument, place: Place, clock: { dueAt: string } | null): BlockerDocument => ({
  ...blocker,
  ...{ status: 'RAISED', level: place.level, dueAt: clock?.dueAt ?? null, warnedAt: null, monthsAtTop: 0, hold: null },
  levels: [...blocker.levels, place],
});

/** It belongs to the last time that the level had the matter. */
function withOutcome(blocker: BlockerDocument, level: Level, outcome: string): BlockerDocument {
  const last = blocker.levels.findLastIndex((place) => place.level === level);
  return { ...blocker, levels: blocker.levels.map((place, index) => (index === last ? { ...place, outcome } : place)) };
}
