import type { At } from '#libs/event-sourcing/pure';
import { dayOf, monthNumber, yearOf } from '../../days.js';
import { type Cumulative, requireSettledFigures } from '../../project/reports/cumulative.js';
import type { ProjectState } from '../../project/state.js';
import { refuse } from '../../refusals.js';
import type { Category, PlanEntry } from '../entries.js';
import { type PlanState, requireYear } from '../state.js';
import { projectStream } from '../streams.js';
import type { BatchLine, MovedFigures, Result } from './events.js';

export interface Outcome {
  readonly results: readonly Result[];
  readonly moved: readonly MovedFigures[];
}

type LineOf<Kind extends BatchLine['kind']> = Extract<BatchLine, { readonly kind: Kind }>;

/** What each kind of line makes of the plan; types fail while one is missing. */
export const CHANGES: {
  readonly [K in BatchLine['kind']]: (line: LineOf<K>, state: PlanState, at: At) => Outcome;
} = {
  ADMIT({ entry }, state) {
    requireStranger(state, entry.project);
    return { results: [{ project: entry.project, entry }], moved: [] };
  },

  DELIST({ project }, state) {
    requireMember(state, project);
    return { results: [{ project, entry: null }], moved: [] };
  },

  AMOUNT: (line, state, at) => changed(line, requireMember(state, line.project).category, state, at),

  RECLASSIFY(line, state, at) {
    const { category } = requireMember(state, line.project);
    if (!RECLASSIFIED[category].includes(line.category))
      throw refuse('RECLASSIFICATION_NOT_POSSIBLE', { project: line.project, from: category, to: line.category });
    return changed(line, line.category, state, at);
  },

  MERGE({ projects, into }, state, at) {
    if (new Set(projects).size < 2) throw refuse('TOO_FEW_PROJECTS', { projects: projects.length });
    const merged = projects.map((project) => requireMember(state, project));
    if (!projects.includes(into.project)) requireStranger(state, into.project);
    requirePastTargets(into.project, [into], merged, state, at);
    const gone = projects.filter((project) => project !== into.project);
    const figures = gone.map((project) => settled(project, state, at));
    return {
      results: [...gone.map((project) => ({ project, entry: null })), { project: into.project, entry: into }],
      moved: [
        ...gone.map((project, index) => movement(project, [into.project], figures[index]!, -1)),
        movement(into.project, gone, sumOf(figures), 1),
      ],
    };
  },

  SPLIT({ project, into }, state, at) {
    if (into.length < 2) throw refuse('TOO_FEW_PROJECTS', { projects: into.length });
    const split = requireMember(state, project);
    const ids = into.map(({ entry }) => entry.project);
    if (new Set(ids).size < ids.length) throw refuse('PROJECT_IN_TWO_LINES', { project });
    for (const id of ids) if (id !== project) requireStranger(state, id);
    requirePastTargets(
      project,
      into.map(({ entry }) => entry),
      [split],
      state,
      at,
    );
    const known = settled(project, state, at);
    const stated = sumOf(into);
    if (stated.yearToDate !== known.yearToDate || stated.toLastYearEnd !== known.toLastYearEnd)
      throw refuse('SPLIT_LOSES_FIGURES', { project, known, stated });
    const others = into.filter(({ entry }) => entry.project !== project);
    const gone = ids.includes(project) ? [] : [{ project, entry: null }];
    return {
      results: [...gone, ...into.map(({ entry }) => ({ project: entry.project, entry }))],
      moved: [
        movement(
          project,
          others.map(({ entry }) => entry.project),
          sumOf(others),
          -1,
        ),
        ...others.map((part) => movement(part.entry.project, [project], part, 1)),
      ],
    };
  },

  CORRECT({ entry }, state) {
    requireMember(state, entry.project);
    return { results: [{ project: entry.project, entry }], moved: [] };
  },
};

/** 前期转建设, and 结转 of a new start that goes on; back to 前期 is for the year's end. */
const RECLASSIFIED: Record<Category, readonly Category[]> = {
  PRELIMINARY: ['NEW_START', 'CARRIED_OVER'],
  NEW_START: ['CARRIED_OVER'],
  CARRIED_OVER: [],
};

function changed(line: LineOf<'AMOUNT' | 'RECLASSIFY'>, category: Category, state: PlanState, at: At): Outcome {
  const { project, totalInvestment, annualInvestment, remainingTargets } = line;
  const before = requireMember(state, project);
  const past = pastTargets(before, state, at);
  const monthlyTargets = remainingTargets && [...past, ...remainingTargets];
  return {
    results: [{ project, entry: { project, category, totalInvestment, annualInvestment, monthlyTargets } }],
    moved: [],
  };
}

/** How many months of the year are over; the current one is not. */
function monthsOver(year: number, day: string): number {
  if (yearOf(day) !== year) return yearOf(day) < year ? 0 : 12;
  return monthNumber(day) - 1;
}

/** What was to be done in the months that are over, which no batch but a correction changes. */
function pastTargets({ monthlyTargets }: PlanEntry, state: PlanState, at: At): readonly number[] {
  const over = monthsOver(requireYear(state), dayOf(at.now));
  return monthlyTargets ? monthlyTargets.slice(0, over) : Array.from({ length: over }, () => 0);
}

function requirePastTargets(
  project: string,
  after: readonly PlanEntry[],
  before: readonly PlanEntry[],
  state: PlanState,
  at: At,
): void {
  const sums = (entries: readonly PlanEntry[]) => {
    const all = entries.map((entry) => pastTargets(entry, state, at));
    return (all[0] ?? []).map((_, month) => all.reduce((sum, targets) => sum + (targets[month] ?? 0), 0));
  };
  const [known, stated] = [sums(before), sums(after)];
  if (known.join() !== stated.join()) throw refuse('PAST_TARGETS_STAY', { project, known, stated });
}

function requireMember({ entries }: PlanState, project: string): PlanEntry {
  const entry = entries.get(project);
  if (!entry) throw refuse('UNKNOWN_ENTRY', { project });
  return entry;
}

function requireStranger({ entries }: PlanState, project: string): void {
  if (entries.has(project)) throw refuse('ENTRY_EXISTS', { project });
}

const settled = (project: string, state: PlanState, at: At): Cumulative =>
  requireSettledFigures(at.stateOf<ProjectState>(projectStream(project)), requireYear(state), project);

const sumOf = (figures: readonly Cumulative[]): Cumulative => ({
  yearToDate: figures.reduce((sum, { yearToDate }) => sum + yearToDate, 0),
  toLastYearEnd: figures.reduce((sum, { toLastYearEnd }) => sum + toLastYearEnd, 0),
});

const movement = (
  project: string,
  counterparts: readonly string[],
  figures: Cumulative,
  sign: 1 | -1,
): MovedFigures => ({
  project,
  counterparts,
  yearToDate: sign * figures.yearToDate,
  toLastYearEnd: sign * figures.toLastYearEnd,
});
