import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  type FactCorrected,
  INITIAL_PROJECT,
  projectDecider,
  type ProjectEvent,
  type ProjectState,
  type ReportDetails,
} from '#libs/domain';

/** Everything known of one project, with the days from which it holds. */
export interface ProjectCard {
  readonly id: string;
  /** Revision of the last event, which is the card's ETag. */
  readonly revision: number;
  readonly programme: string | null;
  /** What can be corrected is found in the history; it would weigh more than the card. */
  readonly project: Omit<ProjectState, 'facts'>;
  readonly blockerTexts: Readonly<
    Record<string, { readonly category: string; readonly description: string; readonly raisedOn: string }>
  >;
  /** Month → what its newest report told. */
  readonly reportTexts: Readonly<Record<string, ReportText>>;
}

/** What a report told beside its figures. */
type ReportText = ReportDetails & { readonly progress: string };

export const projectCards: View<ProjectCard> = {
  name: 'project-cards',
  version: 11,
  keys: ({ stream }) => (stream.startsWith('project-') ? [idOf(stream)] : []),
  evolve(card, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    const before = card ?? {
      id,
      revision: -1,
      programme: null,
      project: BLANK,
      blockerTexts: {},
      reportTexts: {},
    };
    // Facts that are not there are not remembered: to take them out again would copy the project at each event anew.
    const project = projectDecider.evolve(before.project as ProjectState, event);
    // Field by field: it is made at each event anew.
    const { programme, blockerTexts, reportTexts } = before;
    const after = { id, revision: event.revision, programme, project, blockerTexts, reportTexts };
    if (event.type === 'ProjectRegistered') return { ...after, programme: event.data.programme };
    if (event.type === 'BlockerRaised') {
      const { blocker, category, description, occurredOn } = event.data;
      return {
        ...after,
        blockerTexts: { ...after.blockerTexts, [blocker]: { category, description, raisedOn: occurredOn } },
      };
    }
    if (event.type === 'ReportSubmitted' || event.type === 'ReportAmended')
      return { ...after, reportTexts: { ...after.reportTexts, [event.data.month]: textOf(event, after) } };
    return event.type === 'FactCorrected' ? withCorrected(after, event.data) : after;
  },
};

/** Part by part: what a rest leaves is slow to read and to copy, at each event anew. */
const BLANK = Object.fromEntries(
  Object.entries(INITIAL_PROJECT).filter(([part]) => part !== 'facts'),
) as unknown as ProjectCard['project'];

/** An amendment changes the figures alone: what those before were made up of no longer holds. */
function textOf(event: Of<'ReportSubmitted' | 'ReportAmended'>, { reportTexts }: ProjectCard): ReportText {
  if (event.type === 'ReportAmended') return { ...reportTexts[event.data.month]!, costs: null };
  const { progress, stage, imageProgress, costs, preliminary } = event.data;
  return { progress, stage, imageProgress, costs, preliminary };
}

/** What the card keeps beside the project's state follows a correction too. */
function withCorrected(card: ProjectCard, { originalType, replacement }: FactCorrected['data']): ProjectCard {
  if (originalType === 'ProjectRegistered') return { ...card, programme: replacement!['programme'] as string | null };
  if (originalType !== 'BlockerRaised') return card;
  const { blocker, category, description, occurredOn } = replacement as Of<'BlockerRaised'>['data'];
  const texts = { category, description, raisedOn: occurredOn };
  return { ...card, blockerTexts: { ...card.blockerTexts, [blocker]: texts } };
}

type Of<T extends ProjectEvent['type']> = Extract<ProjectEvent, { type: T }>;
