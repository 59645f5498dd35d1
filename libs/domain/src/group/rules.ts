import { type At, holds, type Rules, type Series, valueOn } from '#libs/event-sourcing/pure';
import { requirePast } from '../facts.js';
import { refuse } from '../refusals.js';
import type { LeadingGroupCommand } from './commands.js';
import type { LeadingGroupEvent, Portfolio } from './events.js';
import { type LeadingGroupState, type Members, NO_PORTFOLIO, type ProjectGroup } from './state.js';

export const RULES: Rules<LeadingGroupState, LeadingGroupCommand, LeadingGroupEvent> = {
  FormLeadingGroup({ type: _, ...data }, state, at) {
    const { occurredOn, leader, office, members } = data;
    requirePast(occurredOn, at);
    if (holds<Members>(state.formed, occurredOn, { leader, office, members })) return [];
    return [{ type: 'LeadingGroupFormed', data }];
  },

  FormProjectGroup({ type: _, ...data }, state, at) {
    const { occurredOn, group, name, members } = data;
    requireFormed(state, occurredOn, at);
    if (holds<ProjectGroup | null>(of(state.projectGroups, group), occurredOn, { name, members })) return [];
    return [{ type: 'ProjectGroupFormed', data }];
  },

  DissolveProjectGroup({ type: _, ...data }, state, at) {
    const { occurredOn, group } = data;
    requireFormed(state, occurredOn, at);
    const series = of(state.projectGroups, group);
    if (holds(series, occurredOn, null)) return [];
    if (!valueOn(series, occurredOn)) throw refuse('UNKNOWN_PROJECT_GROUP', { group, on: occurredOn });
    return [{ type: 'ProjectGroupDissolved', data }];
  },

  AssignLeaderPortfolio({ type: _, ...data }, state, at) {
    const { occurredOn, leader, sectors, units } = data;
    requireFormed(state, occurredOn, at);
    if (holds<Portfolio>(of(state.portfolios, leader), occurredOn, { sectors, units })) return [];
    return [{ type: 'LeaderPortfolioAssigned', data }];
  },

  EndLeaderPortfolio({ type: _, ...data }, state, at) {
    const { occurredOn, leader } = data;
    requireFormed(state, occurredOn, at);
    const series = of(state.portfolios, leader);
    if (holds<Portfolio>(series, occurredOn, NO_PORTFOLIO)) return [];
    if (!valueOn(series, occurredOn)) throw refuse('LEADER_HOLDS_NOTHING', { on: occurredOn });
    return [{ type: 'LeaderPortfolioEnded', data }];
  },
};

function requireFormed(state: LeadingGroupState, occurredOn: string, at: At): void {
  requirePast(occurredOn, at);
  if (!valueOn(state.formed, occurredOn)) throw refuse('LEADING_GROUP_NOT_FORMED', { on: occurredOn });
}

/** Whatever else hangs on an object, such as a group named constructor, has no series. */
const of = <T>(all: Readonly<Record<string, Series<T>>>, key: string): Series<T> =>
  Object.hasOwn(all, key) ? all[key]! : [];
