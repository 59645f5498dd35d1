import { type At, holds, idOf, type Rules, valueOn } from '#libs/event-sourcing/pure';
import { requireInteger, requirePast } from '../../facts.js';
import { type ProjectCodeState, projectCodeStream } from '../../code/state.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import type { DetailsCommand } from './commands.js';
import type { Details, DetailsEvent } from './events.js';

export const RULES: Rules<ProjectState, DetailsCommand, DetailsEvent> = {
  RegisterProject: register,
  ChangeDetails: changeDetails,
  RenameProject: rename,
  AssignProjectCode: assignCode,
  TagProject: tag,
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
  const held = valueOn(state.details.name, occurredOn);
  if (changes.name !== undefined && changes.name !== held && Object.keys(state.plans).length > 0)
    throw refuse('CHANGE_NEEDS_DOCUMENT', { field: 'changes/name' });
  return [{ type: 'ProjectDetailsChanged', data: { occurredOn, changes } }];
}

function rename(
  { type: _, ...data }: CommandOf<DetailsCommand, 'RenameProject'>,
  state: ProjectState,
  at: At,
): DetailsEvent[] {
  requirePast(data.occurredOn, at);
  if (holds(state.details.name, data.occurredOn, data.name)) return [];
  return [{ type: 'ProjectRenamed', data }];
}

/** The code's own stream knows for whom it is reserved, so that no two projects ever have it. */
function assignCode(
  { code }: CommandOf<DetailsCommand, 'AssignProjectCode'>,
  state: ProjectState,
  at: At,
): DetailsEvent[] {
  if (state.code === code) return [];
  const { project } = at.stateOf<ProjectCodeState>(projectCodeStream(code));
  if (project !== idOf(at.stream)) throw refuse('PROJECT_CODE_NOT_RESERVED', { code });
  return [{ type: 'ProjectCodeAssigned', data: { code } }];
}

function tag(
  { type: _, ...data }: CommandOf<DetailsCommand, 'TagProject'>,
  state: ProjectState,
  at: At,
): DetailsEvent[] {
  requirePast(data.occurredOn, at);
  if (holds<readonly string[]>(state.tags, data.occurredOn, data.tags)) return [];
  return [{ type: 'ProjectTagged', data }];
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
