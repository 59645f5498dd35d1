import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import type { Level, ProjectEvent } from '#libs/domain';

export interface BlockerDocument {
  readonly id: string;
  readonly sort: string;
  readonly project: string;
  readonly category: string;
  readonly description: string;
  readonly raisedOn: string;
  readonly status: 'RAISED' | 'ACCEPTED' | 'RESOLVED' | 'CLOSED';
  readonly level: Level;
  /** When the level's time is over; null at the highest level and once it is resolved. */
  readonly dueAt: string | null;
  /** Each level that it reached, in order. */
  readonly levels: readonly { readonly level: Level; readonly arrivedAt: string; readonly cause: string }[];
  readonly resolution: string | null;
  /** What was raised was corrected; how it climbed stands. */
  readonly basisCorrected?: true;
}

type Raised = Extract<ProjectEvent, { type: 'BlockerRaised' }>['data'];

export const blockers: View<BlockerDocument> = {
  name: 'blockers',
  version: 2,
  indexes: [{ 'state.status': 1, 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    if (event.type === 'FactCorrected')
      return event.data.originalType === 'BlockerRaised' ? [event.data.replacement!['blocker'] as string] : [];
    return event.stream.startsWith('project-') && event.type.startsWith('Blocker') && 'blocker' in event.data
      ? [event.data.blocker]
      : [];
  },

  evolve(blocker, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    if (event.type === 'BlockerRaised') {
      const { category, description, occurredOn, level, clock } = event.data;
      const arrivedAt = event.metadata.recordedAt;
      return {
        id,
        sort: `${arrivedAt}/${id}`,
        project: idOf(event.stream),
        category,
        description,
        raisedOn: occurredOn,
        status: 'RAISED',
        level,
        dueAt: clock?.dueAt ?? null,
        levels: [{ level, arrivedAt, cause: 'RAISED' }],
        resolution: null,
      };
    }
    if (!blocker) return null;
    switch (event.type) {
      case 'BlockerAccepted':
        return { ...blocker, status: 'ACCEPTED' };
      case 'BlockerEscalated': {
        const { to, arrivedAt, cause, clock } = event.data;
        const levels = [...blocker.levels, { level: to, arrivedAt, cause }];
        return { ...blocker, level: to, dueAt: clock?.dueAt ?? null, levels };
      }
      case 'BlockerResolved':
        return { ...blocker, status: 'RESOLVED', dueAt: null, resolution: event.data.resolution };
      case 'BlockerClosed':
        return { ...blocker, status: 'CLOSED' };
      case 'FactCorrected': {
        const { category, description, occurredOn } = event.data.replacement as Raised;
        return { ...blocker, category, description, raisedOn: occurredOn, basisCorrected: true };
      }
      default:
        return blocker;
    }
  },
};
