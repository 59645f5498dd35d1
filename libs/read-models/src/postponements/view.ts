import { type Contribution, idOf, type Recorded, type Sum, type View } from '#libs/event-sourcing/pure';
import {
  type DocumentRef,
  type Holdings,
  INITIAL_PROJECT,
  projectDecider,
  type ProjectEvent,
  responsibilitiesOn,
} from '#libs/domain';
import { escaped } from '../dashboard/balance.js';
import { type Move, movesOf, type Planned } from './moves.js';

interface Ground {
  readonly reason: string | null;
  readonly document: DocumentRef | null;
}

/** 延期台账: the planned dates of a project as they were agreed from day to day, why they were moved, and who answered for it. */
export interface Postponements extends Planned {
  readonly id: string;
  readonly sort: string;
  readonly responsibilities: Holdings;
  /** By the revision of the event that moved a date. */
  readonly grounds: Readonly<Record<number, Ground>>;
  /** Whether any date was ever moved. */
  readonly moved: boolean;
}

const CONCERNED = [
  ...['MilestonesScheduled', 'MilestoneRescheduled', 'PreparationPlanAdopted'],
  ...['ResponsibilitiesAssigned', 'LegalEntityChanged', 'LeadAuthorityChanged', 'UnitSucceeded'],
];

/** What says itself why it moves a date. */
const GROUNDED = ['MilestoneRescheduled', 'PreparationPlanAdopted'];

export const postponements: View<Postponements> = {
  name: 'postponements',
  version: 2,
  indexes: [{ 'state.moved': 1, 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    const told = event.type === 'FactCorrected' ? event.data.originalType : event.type;
    return event.stream.startsWith('project-') && CONCERNED.includes(told) ? [idOf(event.stream)] : [];
  },

  evolve(before, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    const known = before && {
      milestones: before.milestones,
      responsibilities: before.responsibilities,
      preparation: { ...INITIAL_PROJECT.preparation, plan: before.preparation },
    };
    const state = projectDecider.evolve({ ...INITIAL_PROJECT, ...known }, event);
    const { milestones, responsibilities } = state;
    const planned = { milestones, preparation: state.preparation.plan };
    const grounds = groundsAfter(before?.grounds ?? {}, event);
    return { id, sort: id, ...planned, responsibilities, grounds, moved: movesOf(planned).length > 0 };
  },

  contributions: postponed,
};

/** The summaries are documents of this same view: they are sums of exactly these projects. */
export const sumsOfPostponements = postponements as unknown as View<Sum>;

export const postponedSum = (year: number | string): string => `year/${year}`;

/** The unit that answered for the project on the day of the move. */
export const responsibleFor = ({ responsibilities }: Postponements, { on }: Move): string | null =>
  responsibilitiesOn(responsibilities, on)?.responsibleUnit ?? null;

/** Each later date counts in the year in which it was agreed, under who was responsible then; a project counts once a year and unit. */
function postponed(project: Postponements): Contribution[] {
  const counted = new Set<string>();
  return movesOf(project).flatMap((move): Contribution[] => {
    if (move.days <= 0) return [];
    const unit = responsibleFor(project, move) ?? '';
    const sum = postponedSum(move.on.slice(0, 4));
    const isFirst = !counted.has(`${sum}|${unit}`);
    counted.add(`${sum}|${unit}`);
    const amounts = { times: 1, days: move.days, ...(isFirst && { projects: 1 }) };
    return [{ sum, day: move.on, amounts, cells: [escaped(unit)] }];
  });
}

/** A correction keeps the revision of what it replaces. */
function groundsAfter(grounds: Postponements['grounds'], event: Recorded<ProjectEvent>): Postponements['grounds'] {
  if (event.type === 'MilestoneRescheduled' || event.type === 'PreparationPlanAdopted')
    return { ...grounds, [event.revision]: groundOf(event.data) };
  if (event.type !== 'FactCorrected' || !GROUNDED.includes(event.data.originalType)) return grounds;
  const { [event.data.revision]: _, ...others } = grounds;
  const { revision, replacement } = event.data;
  return replacement ? { ...others, [revision]: groundOf(replacement as unknown as Ground) } : others;
}

const groundOf = ({ reason, document }: Ground): Ground => ({ reason, document });
