import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import { INITIAL_PROJECT, projectDecider, type ProjectEvent, type ProjectState } from '#libs/domain';

/** Everything known of one project, with the days from which it holds. */
export interface ProjectCard {
  readonly id: string;
  /** Revision of the last event, which is the card's ETag. */
  readonly revision: number;
  readonly programme: string | null;
  readonly project: ProjectState;
  readonly blockerTexts: Readonly<
    Record<string, { readonly category: string; readonly description: string; readonly raisedOn: string }>
  >;
}

export const projectCards: View<ProjectCard> = {
  name: 'project-cards',
  version: 2,
  keys: ({ stream }) => (stream.startsWith('project-') ? [idOf(stream)] : []),
  evolve(card, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    const before = card ?? { id, revision: -1, programme: null, project: INITIAL_PROJECT, blockerTexts: {} };
    const after = { ...before, revision: event.revision, project: projectDecider.evolve(before.project, event) };
    if (event.type === 'ProjectRegistered') return { ...after, programme: event.data.programme };
    if (event.type === 'BlockerRaised') {
      const { blocker, category, description, occurredOn } = event.data;
      return {
        ...after,
        blockerTexts: { ...after.blockerTexts, [blocker]: { category, description, raisedOn: occurredOn } },
      };
    }
    return after;
  },
};
