import type { ProjectState } from '../../project/state.js';
import { currentStatus } from '../../project/stages/state.js';
import { refuse } from '../../refusals.js';
import type { Status } from '../../project/status.js';
import type { Category, PlanEntry } from '../entries.js';
import type { PlanState } from '../state.js';
import type { Disposition } from './events.js';

/** The category under which the next plan takes a member in; null where it is no member there. */
const NEXT: Readonly<Record<Disposition, Category | null>> = {
  CARRY_ON: 'CARRIED_OVER',
  CARRY_START: 'NEW_START',
  BACK_TO_PRELIMINARY: 'PRELIMINARY',
  COMPLETED: null,
  DELISTED: null,
  CANCELLED: null,
};

/** What must have become of a project before it can be said to have. */
const REACHED: Partial<Record<Disposition, readonly Status[]>> = {
  COMPLETED: ['COMPLETED', 'IN_SERVICE'],
  CANCELLED: ['CANCELLED'],
};

/** Throws DISPOSITION_UNFOUNDED for a completion or a cancellation that the project does not know of. */
export function requireFounded(project: string, disposition: Disposition, state: ProjectState): void {
  const status = currentStatus(state);
  const reached = REACHED[disposition];
  if (reached && !(status && reached.includes(status)))
    throw refuse('DISPOSITION_UNFOUNDED', { project, disposition, status });
}

/** A plan follows on the year before: each member there has its one disposition, and this plan keeps to it. */
export function requireDisposed(previous: PlanState, entries: ReadonlyMap<string, PlanEntry>): void {
  if (previous.publishedAt === null) return;
  const members = [...previous.entries.keys()];
  const open = members.filter((project) => !previous.dispositions.has(project));
  if (open.length > 0) throw refuse('MEMBERS_WITHOUT_DISPOSITION', { count: open.length, projects: open.slice(0, 20) });
  const against = members.filter(
    (project) => NEXT[previous.dispositions.get(project)!] !== (entries.get(project)?.category ?? null),
  );
  if (against.length > 0)
    throw refuse('PLAN_AGAINST_DISPOSITIONS', { count: against.length, projects: against.slice(0, 20) });
}
