import { type Decider, decideBy, evolveBy } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import { projectStream } from '../plan/plan.js';
import type { PoolCommand } from './commands.js';
import type { PoolEvent } from './events.js';
import { RULES } from './rules.js';
import { FOLDS, INITIAL_POOL, type PoolState } from './state.js';

export const poolStream = (pool: string): string => `pool-${pool}`;

/** 项目池, 资金池, 资源要素池: a match is decided in the pool alone, so that no two requests can promise the same twice. */
export const poolDecider: Decider<PoolState, PoolCommand, PoolEvent> = {
  initial: INITIAL_POOL,
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal(decideBy(RULES)),
  reads: (command) =>
    command.type === 'ProposeMatch' || command.type === 'RequestLandQuota' || command.type === 'PlaceProject'
      ? [{ stream: projectStream(command.project), upToNow: false }]
      : [],
};
