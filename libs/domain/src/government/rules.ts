import { type At, LATEST, type Rules, valueOn } from '#libs/event-sourcing/pure';
import { requireAmount, requireFile } from '../facts.js';
import { projectStream } from '../plan/streams.js';
import type { ProjectState } from '../project/state.js';
import { refuse } from '../refusals.js';
import type { GovernmentPlanCommand } from './commands.js';
import type { GovernmentPlanEvent, SourcedAmount } from './events.js';
import type { GovernmentPlanState } from './state.js';

/** 三年滚动: the plan's own year and the two after. */
const YEARS = 3;

export const RULES: Rules<GovernmentPlanState, GovernmentPlanCommand, GovernmentPlanEvent> = {
  DraftGovernmentPlan(_, state, at) {
    if (state.year !== null) throw refuse('GOVERNMENT_PLAN_EXISTS', { year: state.year });
    const year = Number(at.stream.slice(-4));
    return [{ type: 'GovernmentPlanDrafted', data: { year, through: year + YEARS - 1 } }];
  },

  SetGovernmentLine({ project, amounts }, state, at) {
    const year = requireDraft(state);
    requireGovernmentProject(project, at);
    requireSound(amounts, year);
    if (amounts.length === 0) throw refuse('GOVERNMENT_LINE_UNSOUND', { field: 'amounts' });
    if (isHeld(state, project, amounts)) return [];
    return [{ type: 'GovernmentLineSet', data: { year, project, amounts } }];
  },

  RemoveGovernmentLine({ project }, state) {
    const year = requireDraft(state);
    requireLine(state, project);
    return [{ type: 'GovernmentLineRemoved', data: { year, project } }];
  },

  PublishGovernmentPlan({ approvedBy, document }, state) {
    const year = requireDraft(state);
    requireFile('document', document);
    return [{ type: 'GovernmentPlanPublished', data: { year, approvedBy, document } }];
  },

  AdjustGovernmentLine({ type: _, ...adjusted }, state, at) {
    const year = requireKnown(state);
    if (!state.published) throw refuse('GOVERNMENT_PLAN_NOT_PUBLISHED', { year });
    requireFile('document', adjusted.document);
    const { project, amounts } = adjusted;
    if (amounts.length === 0) requireLine(state, project);
    else requireGovernmentProject(project, at);
    requireSound(amounts, year);
    if (isHeld(state, project, amounts)) return [];
    return [{ type: 'GovernmentLineAdjusted', data: { year, ...adjusted } }];
  },
};

function requireKnown({ year }: GovernmentPlanState): number {
  if (year === null) throw refuse('UNKNOWN_GOVERNMENT_PLAN');
  return year;
}

function requireDraft(state: GovernmentPlanState): number {
  const year = requireKnown(state);
  if (state.published) throw refuse('GOVERNMENT_PLAN_PUBLISHED', { year });
  return year;
}

function requireLine({ lines }: GovernmentPlanState, project: string): void {
  if (!Object.hasOwn(lines, project)) throw refuse('NOT_IN_GOVERNMENT_PLAN', { project });
}

function requireGovernmentProject(project: string, at: At): void {
  const { exists, details } = at.stateOf<ProjectState>(projectStream(project));
  if (!exists) throw refuse('UNKNOWN_PROJECT', { project });
  const investmentType = valueOn(details.investmentType, LATEST) ?? null;
  if (investmentType !== 'GOVERNMENT') throw refuse('NOT_A_GOVERNMENT_PROJECT', { project, investmentType });
}

function requireSound(amounts: readonly SourcedAmount[], from: number): void {
  const through = from + YEARS - 1;
  const told = new Set<string>();
  amounts.forEach(({ year, source, amount }, index) => {
    const field = `amounts/${index}`;
    requireAmount(`${field}/amount`, amount);
    if (year < from || year > through) throw refuse('YEAR_OUTSIDE_WINDOW', { field: `${field}/year`, from, through });
    if (amount === 0 || told.has(`${year}|${source}`)) throw refuse('GOVERNMENT_LINE_UNSOUND', { field });
    told.add(`${year}|${source}`);
  });
}

const isHeld = ({ lines }: GovernmentPlanState, project: string, amounts: readonly SourcedAmount[]): boolean =>
  Object.hasOwn(lines, project) && JSON.stringify(lines[project]) === JSON.stringify(amounts);
