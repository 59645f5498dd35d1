import type { At } from '#libs/event-sourcing/pure';
import { monthOf } from '../../days.js';
import type { PlanState } from '../../plan/state.js';
import { planStream } from '../../plan/streams.js';
import { refuse } from '../../refusals.js';
import { type MembershipState, yearsOf } from './state.js';

/**
 * Behind a month whose figures were signed or told in an issued bulletin only the office records facts; throws
 * MONTH_CLOSED or MONTH_IN_BULLETIN.
 */
export function requireNotBehindClosed(command: object, state: MembershipState, at: At): void {
  if (!('occurredOn' in command) || at.actor.role === 'LG_OFFICE') return;
  const month = monthOf(command.occurredOn as string);
  for (const year of yearsOf(state)) {
    const { closedThrough, toldOf } = at.stateOf<PlanState>(planStream(year));
    if (closedThrough !== null && month <= closedThrough)
      throw refuse('MONTH_CLOSED', { field: 'occurredOn', closedThrough });
    const told = toldOf.find((each) => month <= each);
    if (told !== undefined) throw refuse('MONTH_IN_BULLETIN', { field: 'occurredOn', month: told });
  }
}
