import { type At, holds, type Rules } from '#libs/event-sourcing/pure';
import { requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import { currentStatus } from '../stages/state.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import type { ResponsibilityCommand } from './commands.js';
import type { Responsibilities, ResponsibilityEvent } from './events.js';

export const RULES: Rules<ProjectState, ResponsibilityCommand, ResponsibilityEvent> = {
  AssignResponsibilities: assignResponsibilities,
};

function assignResponsibilities(
  { occurredOn, responsibilities }: CommandOf<ResponsibilityCommand, 'AssignResponsibilities'>,
  state: ProjectState,
  at: At,
): ResponsibilityEvent[] {
  requirePast(occurredOn, at);
  const { responsibleUnit, legalEntity, leadAuthority } = responsibilities;
  const early = ['CONCEIVED', 'RESERVED', 'PRELIMINARY'].includes(currentStatus(state) ?? '');
  if (!early && !(responsibleUnit && legalEntity && leadAuthority)) throw refuse('PLACES_LEFT_OPEN');
  if (holds<Responsibilities>(state.responsibilities, occurredOn, responsibilities)) return [];
  return [{ type: 'ResponsibilitiesAssigned', data: { occurredOn, responsibilities } }];
}
