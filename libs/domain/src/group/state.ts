import { type Folds, type Series, withFact } from '#libs/event-sourcing/pure';
import type { LeadingGroupEvent } from './events.js';
import type { Portfolios } from './portfolios.js';

export interface Members {
  readonly leader: string;
  readonly office: string;
  readonly members: readonly string[];
}

export interface ProjectGroup {
  readonly name: string;
  readonly members: readonly string[];
}

export interface LeadingGroupState {
  readonly formed: Series<Members>;
  /** Null where a group was dissolved. */
  readonly projectGroups: Readonly<Record<string, Series<ProjectGroup | null>>>;
  readonly portfolios: Portfolios;
}

export const INITIAL_LEADING_GROUP: LeadingGroupState = { formed: [], projectGroups: {}, portfolios: {} };

/** The district has one leading group; whose leader is in charge of what is decided in one place. */
export const LEADING_GROUP_STREAM = 'group-leading';

/** In charge of nothing. */
export const NO_PORTFOLIO = { sectors: [], units: [] };

export const FOLDS: Folds<LeadingGroupState, LeadingGroupEvent> = {
  LeadingGroupFormed: (state, { revision, data: { occurredOn: on, leader, office, members } }) => ({
    formed: withFact(state.formed, { on, revision, value: { leader, office, members } }),
  }),
  ProjectGroupFormed: (state, { revision, data: { occurredOn: on, group, name, members } }) => ({
    projectGroups: into(state.projectGroups, group, { on, revision, value: { name, members } }),
  }),
  ProjectGroupDissolved: (state, { revision, data: { occurredOn: on, group } }) => ({
    projectGroups: into(state.projectGroups, group, { on, revision, value: null }),
  }),
  LeaderPortfolioAssigned: (state, { revision, data: { occurredOn: on, leader, sectors, units } }) => ({
    portfolios: into(state.portfolios, leader, { on, revision, value: { sectors, units } }),
  }),
  LeaderPortfolioEnded: (state, { revision, data: { occurredOn: on, leader } }) => ({
    portfolios: into(state.portfolios, leader, { on, revision, value: NO_PORTFOLIO }),
  }),
};

function into<T>(all: Readonly<Record<string, Series<T>>>, key: string, fact: Series<T>[number]) {
  return { ...all, [key]: withFact(Object.hasOwn(all, key) ? all[key]! : [], fact) };
}
