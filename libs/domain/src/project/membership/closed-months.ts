import type { At } from '#libs/event-sourcing/pure';
import { monthOf } from '../../days.js';
import type { PlanState } from '../../plan/state.js';
import { planStream } from '../../plan/streams.js';
import { refuse } from '../../refusals.js';
import { type MembershipState, yearsOf } from './state.js';

/** Behind a month whose figures were signed only the office records facts; throws MONTH_CLOSED. */
export function requireNotBehindClosed(command: object, state: MembershipState, at: At): void {
  if (!('occurredOn' in command) || at.actor.role === 'LG_OFFICE') return;
  const month = monthOf(command.occurredOn as string);
  for (const year of yearsOf(state)) {
    const { closedThrough } = at.stateOf<PlanState>(planStream(year));
    if (closedThrough !== null && month <= closedThrough)
      throw refuse('MONTH_CLOSED', { field: 'occurredOn', closedThrough });
  }
}
