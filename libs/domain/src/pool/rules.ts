import { type At, idOf, type Rules } from '#libs/event-sourcing/pure';
import { isMonth } from '../days.js';
import { requireAmount } from '../facts.js';
import { projectStream } from '../plan/plan.js';
import type { ProjectState } from '../project/state.js';
import { refuse } from '../refusals.js';
import { type Resource, UNITS } from '../resources.js';
import type { PoolCommand } from './commands.js';
import type { PoolContents, PoolEvent } from './events.js';
import { committedIn, freeIn, type Match, type PoolState } from './state.js';

export const RULES: Rules<PoolState, PoolCommand, PoolEvent> = {
  OpenPool({ name, contents, source, unit, per }, state, at) {
    if (state.contents !== null) throw refuse('POOL_EXISTS', { pool: idOf(at.stream) });
    if ((contents === 'FUNDS') !== (source !== null)) throw refuse('POOL_UNSOUND', { field: 'source' });
    if (contents === 'PROJECTS' && unit !== null) throw refuse('POOL_UNSOUND', { field: 'unit' });
    const counted = contents === 'PROJECTS' ? null : unitOf(contents, unit, 'unit');
    return [{ type: 'PoolOpened', data: { name, contents, source, unit: counted, per } }];
  },

  SupplyPool({ period, capacity, reason }, state) {
    requireOpen(state, SUPPLIED);
    requirePeriod(state, period);
    requireAmount('capacity', capacity);
    const committed = committedIn(state, period);
    if (capacity < committed) throw refuse('POOL_BELOW_COMMITTED', { period, capacity, committed });
    if (state.capacity[period] === capacity) return [];
    return [{ type: 'PoolSupplied', data: { period, capacity, reason } }];
  },

  ProposeMatch({ project, period, amount }, state, at) {
    requireOpen(state, ['FUNDS', 'ENERGY', 'LABOUR', 'MATERIALS']);
    requireSoundMatch(state, project, period, amount, at);
    return [{ type: 'MatchProposed', data: { match: at.newId('match'), project, period, amount } }];
  },

  RequestLandQuota({ project, period, amount, priority }, state, at) {
    requireOpen(state, ['LAND']);
    const { plans } = requireSoundMatch(state, project, period, amount, at);
    if (priority === 'KEY_PROJECT' && plans[period.slice(0, 4)] === undefined)
      throw refuse('NOT_A_KEY_PROJECT', { project, year: period.slice(0, 4) });
    return [{ type: 'LandQuotaRequested', data: { match: at.newId('match'), project, period, amount, priority } }];
  },

  ConfirmMatch({ match: id }, state, at) {
    requireOpen(state, SUPPLIED);
    const match = requireMatch(state, id);
    if (match.status === 'CONFIRMED') return [];
    if (match.status === 'RELEASED') throw refuse('MATCH_RELEASED', { match: id });
    if (match.proposedBy === at.actor.id) throw refuse('CONFIRMER_IS_PROPOSER');
    const { period, amount } = match;
    const free = freeIn(state, period);
    if (amount > free) throw refuse('POOL_EXHAUSTED', { period, amount, free });
    const first = waitingAhead(state, match, free);
    if (first) throw refuse('KEY_PROJECTS_FIRST', { waiting: first });
    return [{ type: 'MatchConfirmed', data: { match: id } }];
  },

  ReleaseMatch({ match: id, reason }, state) {
    requireKnown(state);
    if (requireMatch(state, id).status === 'RELEASED') return [];
    return [{ type: 'MatchReleased', data: { match: id, reason } }];
  },

  PlaceProject({ project, needs: stated }, state, at) {
    requireOpen(state, ['PROJECTS']);
    requireProject(project, at);
    const needs = stated.map(({ resource, unit, year, amount }, index) => {
      requireAmount(`needs/${index}/amount`, amount);
      return { resource, unit: unitOf(resource, unit, `needs/${index}/unit`), year, amount };
    });
    if (JSON.stringify(state.placed[project]) === JSON.stringify(needs)) return [];
    return [{ type: 'ProjectPlaced', data: { project, needs } }];
  },

  WithdrawProject({ project, reason }, state) {
    requireOpen(state, ['PROJECTS']);
    if (!Object.hasOwn(state.placed, project)) throw refuse('PROJECT_NOT_IN_POOL', { project });
    return [{ type: 'ProjectWithdrawn', data: { project, reason } }];
  },

  ClosePool({ reason }, state) {
    requireKnown(state);
    if (state.closed) return [];
    const proposed = Object.values(state.matches).filter(({ status }) => status === 'PROPOSED').length;
    if (proposed > 0) throw refuse('POOL_HAS_PROPOSALS', { proposed });
    return [{ type: 'PoolClosed', data: { reason } }];
  },
};

const SUPPLIED: readonly PoolContents[] = ['FUNDS', 'LAND', 'ENERGY', 'LABOUR', 'MATERIALS'];

function requireKnown({ contents }: PoolState): void {
  if (contents === null) throw refuse('UNKNOWN_POOL');
}

function requireOpen({ contents, closed }: PoolState, those: readonly PoolContents[]): void {
  if (contents === null) throw refuse('UNKNOWN_POOL');
  if (!those.includes(contents)) throw refuse('POOL_OF_OTHER_CONTENTS', { contents, expected: those });
  if (closed) throw refuse('POOL_CLOSED');
}

function requirePeriod({ per }: PoolState, period: string): void {
  const fits = per === 'YEAR' ? /^20\d\d$/.test(period) : /^20/.test(period) && isMonth(period);
  if (!fits) throw refuse('PERIOD_NOT_OF_POOL', { field: 'period', period, per });
}

function requireMatch({ matches }: PoolState, id: string): Match {
  const match = Object.hasOwn(matches, id) ? matches[id] : undefined;
  if (match === undefined) throw refuse('UNKNOWN_MATCH', { match: id });
  return match;
}

function requireProject(project: string, at: At): ProjectState {
  const state = at.stateOf<ProjectState>(projectStream(project));
  if (!state.exists) throw refuse('UNKNOWN_PROJECT', { project });
  return state;
}

/** A proposal may exceed what is free: it then waits, and shows in the gap. */
function requireSoundMatch(state: PoolState, project: string, period: string, amount: number, at: At): ProjectState {
  requirePeriod(state, period);
  requireAmount('amount', amount);
  if (amount === 0) throw refuse('AMOUNT_OUT_OF_RANGE', { field: 'amount' });
  return requireProject(project, at);
}

/** 用地指标优先保障重点项目: a key project's request that would fit goes ahead of any other project's. */
function waitingAhead({ matches }: PoolState, match: Match, free: number): string | undefined {
  if (match.priority !== 'OTHER') return undefined;
  return Object.entries(matches).find(
    ([, { status, priority, period, amount }]) =>
      status === 'PROPOSED' && priority === 'KEY_PROJECT' && period === match.period && amount <= free,
  )?.[0];
}

/** Only a material brings its own unit. */
function unitOf(resource: Resource, unit: string | null, field: string): string {
  const fixed = UNITS[resource];
  if ((fixed === null) !== (unit !== null)) throw refuse('POOL_UNSOUND', { field });
  return fixed ?? unit!;
}
