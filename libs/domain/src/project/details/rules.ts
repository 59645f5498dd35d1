import { type At, holds, type Rules } from '#libs/event-sourcing/pure';
import { requireInteger, requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import type { DetailsCommand } from './commands.js';
import type { Details, DetailsEvent } from './events.js';

export const RULES: Rules<ProjectState, DetailsCommand, DetailsEvent> = {
  RegisterProject: register,
  ChangeDetails: changeDetails,
  ChangeTotalInvestment: changeTotalInvestment,
  ReportSourcePhase: reportSourcePhase,
};

function register(
  { type: _, ...data }: CommandOf<DetailsCommand, 'RegisterProject'>,
  state: ProjectState,
  at: At,
): DetailsEvent[] {
  if (state.exists) throw refuse('PROJECT_EXISTS');
  requirePast(data.occurredOn, at);
  return [{ type: 'ProjectRegistered', data }];
}

function changeDetails(
  command: CommandOf<DetailsCommand, 'ChangeDetails'>,
  state: ProjectState,
  at: At,
): DetailsEvent[] {
  const { occurredOn } = command;
  requirePast(occurredOn, at);
  const changes = Object.fromEntries(
    Object.entries(command.changes).filter(
      ([field, value]) =>
        value !== undefined && !holds<unknown>(state.details[field as keyof Details], occurredOn, value),
    ),
  ) as Partial<Details>;
  if (Object.keys(changes).length === 0) return [];
  return [{ type: 'ProjectDetailsChanged', data: { occurredOn, changes } }];
}

function changeTotalInvestment(
  { occurredOn, amount, reason }: CommandOf<DetailsCommand, 'ChangeTotalInvestment'>,
  state: ProjectState,
  at: At,
): DetailsEvent[] {
  requirePast(occurredOn, at);
  requireInteger('amount', amount);
  if (holds(state.totalInvestment, occurredOn, amount)) return [];
  return [{ type: 'TotalInvestmentChanged', data: { occurredOn, amount, reason } }];
}

function reportSourcePhase(
  { occurredOn, phase }: CommandOf<DetailsCommand, 'ReportSourcePhase'>,
  state: ProjectState,
  at: At,
): DetailsEvent[] {
  requirePast(occurredOn, at);
  if (holds(state.sourcePhase, occurredOn, phase)) return [];
  return [{ type: 'SourcePhaseReported', data: { occurredOn, phase } }];
}
