import { type Decider, decideBy, evolveBy } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import { projectStream } from '../plan/plan.js';
import type { MeasureCommand } from './commands.js';
import type { MeasureEvent } from './events.js';
import { RULES } from './rules.js';
import { FOLDS, INITIAL_MEASURE, type MeasureState } from './state.js';

export const measureStream = (measure: string): string => `measure-${measure}`;

/** 政策措施: 审慎出台有收缩效应的政策, so a contractionary one needs the sign-off of a second person. */
export const measureDecider: Decider<MeasureState, MeasureCommand, MeasureEvent> = {
  initial: INITIAL_MEASURE,
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal(decideBy(RULES)),
  reads: (command) =>
    command.type === 'ProposeMeasure'
      ? command.targets.projects.map((project) => ({ stream: projectStream(project), upToNow: false }))
      : [],
};
