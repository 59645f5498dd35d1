import {
  type Decider,
  decideBy,
  evolveBy,
  type Folds,
  idOf,
  type Read,
  type Rules,
  type Tick,
} from '#libs/event-sourcing/pure';
import { yearOf } from '../days.js';
import { withNothingPersonal } from '../facts.js';
import * as batches from './batches/rules.js';
import { FOLDS as BATCH_FOLDS } from './batches/state.js';
import type { PlanCommand } from './commands.js';
import * as draft from './draft/rules.js';
import { FOLDS as DRAFT_FOLDS } from './draft/state.js';
import type { PlanEvent } from './events.js';
import * as months from './months/rules.js';
import { FOLDS as MONTH_FOLDS } from './months/state.js';
import { INITIAL_PLAN, type PlanState, requireYear } from './state.js';
import * as year from './year/rules.js';
import { FOLDS as YEAR_FOLDS } from './year/state.js';

export { planStream, projectStream } from './streams.js';

const RULES: Rules<PlanState, PlanCommand, PlanEvent> = {
  ...draft.RULES,
  ...batches.RULES,
  ...months.RULES,
  ...year.RULES,
};

const FOLDS: Folds<PlanState, PlanEvent> = { ...DRAFT_FOLDS, ...BATCH_FOLDS, ...MONTH_FOLDS, ...YEAR_FOLDS };

const byRule = decideBy(RULES);

/** A year's plan: who is a member with which figures, from draft to the year's end; nothing else decides on that. */
export const planDecider: Decider<PlanState, PlanCommand, PlanEvent> = {
  initial: INITIAL_PLAN,
  evolve: evolveBy(FOLDS),

  decide: withNothingPersonal((command, state, at) => {
    if (command.type !== 'DraftPlan') requireYear(state);
    return byRule(command, state, at);
  }),

  reads: (command, state, now) => {
    const streams = [...readsOf(command, state), ...months.reads(command, state, now)];
    return [...new Map(streams.map((read) => [read.stream, read])).values()];
  },
  due: months.due,
  wakesAt: months.wakesAt,
};

/** What the parts look at for their commands. */
function readsOf(command: PlanCommand | Tick, state: PlanState): Read[] {
  switch (command.type) {
    case 'IncludeProject':
    case 'PublishPlan':
      return draft.reads(command, state);
    case 'ApplyBatch':
      return batches.reads(command);
    case 'CloseYear':
    case 'RecordDispositions':
    case 'RollPlanForward':
      return year.reads(command, state);
    default:
      return [];
  }
}

/** The plan's year for a stream name such as `plan-2022`. */
export const planYearOf = (stream: string): number => yearOf(idOf(stream));
