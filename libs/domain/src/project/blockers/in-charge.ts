import { type At, LATEST, valueOn } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import { leaderOf } from '../../group/portfolios.js';
import { LEADING_GROUP_STREAM, type LeadingGroupState } from '../../group/state.js';
import { refuse } from '../../refusals.js';
import { RULES as COORDINATION } from '../coordination/rules.js';
import { currentResponsibilities } from '../responsibility/state.js';
import type { ProjectState } from '../state.js';
import { RULES as BLOCKERS } from './rules.js';

type Command = { readonly type: string };

/** What a district leader has a hand in. */
const isLed = ({ type }: Command): boolean => Object.hasOwn(BLOCKERS, type) || Object.hasOwn(COORDINATION, type);

export const leadingGroupStreamOf = (command: Command): string[] => (isLed(command) ? [LEADING_GROUP_STREAM] : []);

/** A district leader acts for what is in their charge (分工) today; where nobody is in charge, any of them does. */
export function requireInCharge(command: Command, state: ProjectState, at: At): void {
  if (at.actor.role !== 'DISTRICT_LEADER' || !isLed(command)) return;
  const { portfolios } = at.stateOf<LeadingGroupState>(LEADING_GROUP_STREAM);
  const sector = valueOn(state.details.sector, LATEST) ?? null;
  const authority = currentResponsibilities(state)?.leadAuthority ?? null;
  const leader = leaderOf(portfolios, sector, authority, dayOf(at.now));
  if (leader !== null && leader !== at.actor.id) throw refuse('LEADER_NOT_IN_CHARGE', { leader });
}
