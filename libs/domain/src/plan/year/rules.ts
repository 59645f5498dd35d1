import type { At, Read, Rules } from '#libs/event-sourcing/pure';
import { monthIn } from '../../days.js';
import { requireAmount, requireFile } from '../../facts.js';
import { hasReached } from '../../project/horizon/state.js';
import { cumulativeOf } from '../../project/reports/cumulative.js';
import type { ProjectState } from '../../project/state.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import { type PlanState, requirePublished, requireYear } from '../state.js';
import { planStream, projectStream } from '../streams.js';
import type { YearCommand } from './commands.js';
import { requireFounded } from './dispositions.js';
import type { YearEvent } from './events.js';

/** 三年滚动: this year and the two after. */
const ROLLING_YEARS = 3;

export const RULES: Rules<PlanState, YearCommand, YearEvent> = {
  RecordDispositions({ dispositions }, state, at) {
    const year = requirePublished(state);
    if (at.stateOf<PlanState>(planStream(year + 1)).publishedAt !== null)
      throw refuse('PLAN_PUBLISHED', { year: year + 1 });
    const told = new Set<string>();
    for (const { project, disposition } of dispositions) {
      if (!state.entries.has(project)) throw refuse('UNKNOWN_ENTRY', { project });
      if (told.has(project)) throw refuse('PROJECT_IN_TWO_LINES', { project });
      told.add(project);
      requireFounded(project, disposition, at.stateOf<ProjectState>(projectStream(project)));
    }
    const news = dispositions.filter(({ project, disposition }) => state.dispositions.get(project) !== disposition);
    return news.length === 0 ? [] : [{ type: 'DispositionsRecorded', data: { year, dispositions: news } }];
  },

  CloseYear(_, state, at) {
    const year = requirePublished(state);
    if (state.closedOn !== null) return [];
    const december = monthIn(year, 12);
    if ((state.closedThrough ?? '') < december) throw refuse('EARLIER_MONTH_OPEN', { month: december });
    const { bases } = at.stateOf<PlanState>(planStream(year - 1));
    const closed = [...state.entries.values()].map(({ project, category }) => {
      const figures = cumulativeOf(at.stateOf<ProjectState>(projectStream(project)), year);
      // What a preliminary project reports are expenses, which are no investment.
      const invested = category === 'PRELIMINARY' ? 0 : figures.yearToDate;
      return { project, toYearEnd: (bases.get(project) ?? figures.toLastYearEnd) + invested };
    });
    return [{ type: 'YearClosed', data: { year, bases: closed } }];
  },

  AdjustBase({ type: _, ...adjusted }, state) {
    const year = requirePublished(state);
    if (state.closedOn === null) throw refuse('YEAR_NOT_CLOSED', { year });
    requireFile('document', adjusted.document);
    requireAmount('toYearEnd', adjusted.toYearEnd);
    if (!state.bases.has(adjusted.project)) throw refuse('UNKNOWN_ENTRY', { project: adjusted.project });
    if (state.bases.get(adjusted.project) === adjusted.toYearEnd) return [];
    return [{ type: 'BaseAdjusted', data: { year, ...adjusted } }];
  },

  RollPlanForward({ lines }, state, at) {
    const year = requireYear(state);
    if (state.rolledForward) throw refuse('PLAN_ROLLED_FORWARD', { year });
    const through = year + ROLLING_YEARS - 1;
    const told = new Set<string>();
    lines.forEach(({ project, plannedYear }, index) => {
      if (plannedYear < year || plannedYear > through)
        throw refuse('YEAR_OUTSIDE_WINDOW', { field: `lines/${index}/plannedYear`, from: year, through });
      if (told.has(project)) throw refuse('PROJECT_IN_TWO_LINES', { project });
      told.add(project);
      requireRolling(project, at);
    });
    return [{ type: 'PlanRolledForward', data: { year, through, lines } }];
  },
};

function requireRolling(project: string, at: At): void {
  const state = at.stateOf<ProjectState>(projectStream(project));
  if (!state.exists) throw refuse('UNKNOWN_PROJECT', { project });
  const { horizon } = state;
  if (!hasReached(state, 'ROLLING', 'ANNUAL'))
    throw refuse('HORIZON_NOT_REACHED', { project, horizon, needed: 'ROLLING' });
}

type Reading = CommandOf<YearCommand, 'RecordDispositions' | 'CloseYear' | 'RollPlanForward'>;

export function reads(command: Reading, { year, entries }: PlanState): Read[] {
  if (year === null) return [];
  const now = (stream: string) => ({ stream, upToNow: false });
  switch (command.type) {
    case 'RecordDispositions':
      return [planStream(year + 1), ...command.dispositions.map(({ project }) => projectStream(project))].map(now);
    case 'CloseYear':
      return [planStream(year - 1), ...[...entries.keys()].map(projectStream)].map(now);
    case 'RollPlanForward':
      return command.lines.map(({ project }) => now(projectStream(project)));
  }
}
