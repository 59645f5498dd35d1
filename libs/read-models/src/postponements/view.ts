import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import { type DocumentRef, INITIAL_PROJECT, projectDecider, type ProjectEvent, type ProjectState } from '#libs/domain';
import { movesOf } from './moves.js';

interface Ground {
  readonly reason: string;
  readonly document: DocumentRef | null;
}

/** 延期台账: the planned dates of a project as they were agreed from day to day, and why they were moved. */
export interface Postponements {
  readonly id: string;
  readonly sort: string;
  readonly milestones: ProjectState['milestones'];
  /** By the revision of the event that moved a date. */
  readonly grounds: Readonly<Record<number, Ground>>;
  /** Whether any date was ever moved. */
  readonly moved: boolean;
}

const CONCERNED = ['MilestonesScheduled', 'MilestoneRescheduled'];

export const postponements: View<Postponements> = {
  name: 'postponements',
  version: 1,
  indexes: [{ 'state.moved': 1, 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    const told = event.type === 'FactCorrected' ? event.data.originalType : event.type;
    return event.stream.startsWith('project-') && CONCERNED.includes(told) ? [idOf(event.stream)] : [];
  },

  evolve(before, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    const state = { ...INITIAL_PROJECT, milestones: before?.milestones ?? {} };
    const { milestones } = projectDecider.evolve(state, event);
    const grounds = groundsAfter(before?.grounds ?? {}, event);
    return { id, sort: id, milestones, grounds, moved: movesOf(milestones).length > 0 };
  },
};

/** A correction keeps the revision of what it replaces. */
function groundsAfter(grounds: Postponements['grounds'], event: Recorded<ProjectEvent>): Postponements['grounds'] {
  if (event.type === 'MilestoneRescheduled') return { ...grounds, [event.revision]: groundOf(event.data) };
  if (event.type !== 'FactCorrected' || event.data.originalType !== 'MilestoneRescheduled') return grounds;
  const { [event.data.revision]: _, ...others } = grounds;
  const { revision, replacement } = event.data;
  return replacement ? { ...others, [revision]: groundOf(replacement as unknown as Ground) } : others;
}

const groundOf = ({ reason, document }: Ground): Ground => ({ reason, document });
