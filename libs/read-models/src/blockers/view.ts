import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import type { Level, ProjectEvent } from '#libs/domain';
import type { BlockerDocument, Place } from './document.js';
import { leadTimeContributions } from './lead-times.js';
import { coordinated, namedIn, otherwiseCoordinated } from './coordinated.js';

type Raised = Extract<ProjectEvent, { type: 'BlockerRaised' }>['data'];

export const blockers: View<BlockerDocument> = {
  name: 'blockers',
  version: 5,
  indexes: [
    { 'state.status': 1, 'state.sort': 1 },
    { 'state.status': 1, 'state.level': 1, 'state.sort': 1 },
    { 'state.project': 1, 'state.sort': 1 },
  ],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    if (event.type === 'CoordinationHeld') return namedIn(event.data);
    if (event.type === 'FactCorrected' && event.data.originalType === 'CoordinationHeld')
      return namedIn(event.data.original, event.data.replacement);
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
        ...{
          warnedAt: null,
          monthsAtTop: 0,
          hold: null,
          meetings: [],
          coordinatedOn: null,
          resolvedAt: null,
          resolution: null,
        },
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
      case 'CoordinationHeld':
        return coordinated(blocker, event);
      case 'FactCorrected': {
        if (event.data.originalType === 'CoordinationHeld') return otherwiseCoordinated(blocker, event);
        const { category, description, occurredOn } = event.data.replacement as Raised;
        return { ...blocker, category, description, raisedOn: occurredOn, basisCorrected: true };
      }
      default:
        return blocker;
    }
  },

  contributions: leadTimeContributions,
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
