import { idOf, LATEST, type Recorded, type View } from '#libs/event-sourcing/pure';
import { addDays, INITIAL_PROJECT, projectDecider, type ProjectEvent } from '#libs/domain';
import { type Prepared, preparationOn } from './nodes.js';

/** The preliminary work of one project: its plan's versions, and what its nodes wait for. */
export interface PreparationDocument extends Prepared {
  readonly id: string;
  readonly sort: string;
  /** Whether there ever was a plan, for filtering. */
  readonly planned: boolean;
  /** Whether any node was ever overdue, for filtering. */
  readonly everLate: boolean;
  /** From when until when, exclusively, any node was overdue. */
  readonly late: readonly { readonly from: string; readonly to: string }[];
}

const CONCERNED = ['PreparationPlanAdopted', 'NodeTimeRecorded', 'ReviewOpinionIssued', 'NodeOverdue'];

export const preparation: View<PreparationDocument> = {
  name: 'preparation',
  version: 2,
  indexes: [
    { 'state.planned': 1, 'state.sort': 1 },
    { 'state.everLate': 1, 'state.sort': 1 },
  ],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    if (!event.stream.startsWith('project-')) return [];
    const told = event.type === 'FactCorrected' ? event.data.originalType : event.type;
    return CONCERNED.includes(told) || told.startsWith('Approval') ? [idOf(event.stream)] : [];
  },

  evolve(before, recorded, id) {
    const known = before && { preparation: before.preparation, approvals: before.approvals };
    const state = projectDecider.evolve({ ...INITIAL_PROJECT, ...known }, recorded as Recorded<ProjectEvent>);
    const { preparation, approvals } = state;
    const planned = preparation.plan.length > 0;
    const late = lateIn({ preparation, approvals });
    return { id, sort: id, preparation, approvals, planned, everLate: late.length > 0, late };
  },
};

/** Between two of these days nothing changes. */
function lateIn(project: Prepared): PreparationDocument['late'] {
  const { plan, times, opinions } = project.preparation;
  const facts = [
    ...plan,
    ...Object.values(project.approvals).flat(),
    ...Object.values(times).flatMap(({ reviewedAt = [] }) => reviewedAt),
    ...Object.values(opinions).flat(),
  ];
  const passed = plan.flatMap(({ value }) => value.nodes.map(({ dueOn }) => addDays(dueOn, 1)));
  const days = [...new Set([...facts.map(({ on }) => on), ...passed])].sort();
  return days.flatMap((from, at) => {
    const isLate = preparationOn(project, from)?.nodes.some(({ overdue }) => overdue);
    return isLate ? [{ from, to: days[at + 1] ?? LATEST }] : [];
  });
}
