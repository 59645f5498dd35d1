import { decideBy, type Decider, evolveBy } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import { projectStream } from '../plan/streams.js';
import type { GovernmentPlanCommand } from './commands.js';
import type { GovernmentPlanEvent } from './events.js';
import { RULES } from './rules.js';
import { FOLDS, type GovernmentPlanState, INITIAL_GOVERNMENT_PLAN } from './state.js';

export const governmentPlanStream = (year: number): string => `government-plan-${year}`;

/** 区级政府投资项目三年滚动规划和年度投资计划: of government projects only, apart from the plan of key projects. */
export const governmentPlanDecider: Decider<GovernmentPlanState, GovernmentPlanCommand, GovernmentPlanEvent> = {
  initial: INITIAL_GOVERNMENT_PLAN,
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal(decideBy(RULES)),
  reads: (command) =>
    command.type === 'SetGovernmentLine' || command.type === 'AdjustGovernmentLine'
      ? [{ stream: projectStream(command.project), upToNow: false }]
      : [],
};
