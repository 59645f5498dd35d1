import type { At, Rules } from '#libs/event-sourcing/pure';
import { requirePast } from '../../facts.js';
import { levelBelow, nextLevel } from '../../policy/escalation.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import { clockAt } from './clocks.js';
import type { BlockerCommand } from './commands.js';
import type { BlockerEvent } from './events.js';
import { consentToHold, requestHold, resumeBlocker } from './hold.js';
import { requireKnown, requireOpen, requireRunning, requireSettled } from './open.js';
import { isOpen } from './state.js';

export const RULES: Rules<ProjectState, BlockerCommand, BlockerEvent> = {
  RaiseBlocker: raiseBlocker,
  AcceptBlocker: acceptBlocker,
  EscalateBlocker: escalateBlocker,
  ReturnBlockerDown: returnBlockerDown,
  RequestHold: requestHold,
  ConsentToHold: consentToHold,
  ResumeBlocker: resumeBlocker,
  RecordLevelOutcome: recordLevelOutcome,
  ResolveBlocker: resolveBlocker,
  CloseBlocker: closeBlocker,
  ReopenBlocker: reopenBlocker,
};

const CLOCKS = ['escalation', 'calendar'] as const;

/** These start a level's clock, stop it or let it go on. */
export const POLICIES = {
  RaiseBlocker: CLOCKS,
  EscalateBlocker: CLOCKS,
  ReturnBlockerDown: CLOCKS,
  ConsentToHold: CLOCKS,
  ResumeBlocker: CLOCKS,
  ReopenBlocker: CLOCKS,
} as const;

function raiseBlocker(
  command: CommandOf<BlockerCommand, 'RaiseBlocker'>,
  _state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { occurredOn, category, description } = command;
  requirePast(occurredOn, at);
  const level = 'L1_LEGAL_ENTITY';
  const clock = clockAt(level, at.now, at);
  return [
    {
      type: 'BlockerRaised',
      data: { blocker: at.newId('blocker'), occurredOn, category, description, level, clock },
    },
  ];
}

/** Who coordinates it has taken it on as well. */
function acceptBlocker(
  { blocker }: CommandOf<BlockerCommand, 'AcceptBlocker'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { status, level } = requireRunning(blocker, state, at);
  if (status === 'ACCEPTED' || status === 'COORDINATING') return [];
  return [{ type: 'BlockerAccepted', data: { blocker, level } }];
}

/** The holder has not the power to solve it: one level up, no skipping. */
function escalateBlocker(
  { blocker, from, outcome }: CommandOf<BlockerCommand, 'EscalateBlocker'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { level } = requireRunning(blocker, state, at);
  if (level !== from) throw refuse('LEVEL_NOT_HELD', { blocker, level });
  const to = nextLevel(from);
  if (!to) throw refuse('LEVEL_IS_HIGHEST', { blocker });
  const clock = clockAt(to, at.now, at);
  return [
    {
      type: 'BlockerEscalated',
      data: { blocker, from, to, cause: 'BEYOND_POWERS', outcome, arrivedAt: at.now, policyVersion: null, clock },
    },
  ];
}

/** The matter can be solved below: one level down, no skipping either. */
function returnBlockerDown(
  { blocker, from, instructions }: CommandOf<BlockerCommand, 'ReturnBlockerDown'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { level } = requireRunning(blocker, state, at);
  if (level !== from) throw refuse('LEVEL_NOT_HELD', { blocker, level });
  const to = levelBelow(from);
  if (!to) throw refuse('LEVEL_IS_LOWEST', { blocker });
  const clock = clockAt(to, at.now, at);
  return [{ type: 'BlockerReturnedDown', data: { blocker, from, to, instructions, arrivedAt: at.now, clock } }];
}

/** A level may say later on what it did while it had the matter. */
function recordLevelOutcome(
  { blocker, level, outcome }: CommandOf<BlockerCommand, 'RecordLevelOutcome'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { reached, outcomes } = requireSettled(blocker, state, at);
  if (level > reached) throw refuse('LEVEL_NOT_REACHED', { blocker, level, reached });
  if (outcomes[level] === outcome) return [];
  return [{ type: 'BlockerOutcomeRecorded', data: { blocker, level, outcome } }];
}

function resolveBlocker(
  { blocker, resolution }: CommandOf<BlockerCommand, 'ResolveBlocker'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  requireSettled(blocker, state, at);
  const { level } = requireOpen(blocker, state);
  return [{ type: 'BlockerResolved', data: { blocker, resolution, resolvedBy: at.actor.id, level } }];
}

function closeBlocker(
  { blocker }: CommandOf<BlockerCommand, 'CloseBlocker'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { status, resolvedBy } = requireKnown(blocker, state);
  if (status === 'CLOSED') return [];
  if (status !== 'RESOLVED') throw refuse('BLOCKER_NOT_RESOLVED', { blocker });
  if (resolvedBy === at.actor.id) throw refuse('CLOSER_IS_RESOLVER', { blocker });
  return [{ type: 'BlockerClosed', data: { blocker } }];
}

/** What was solved is back, at the level that solved it. */
function reopenBlocker(
  { blocker, reason }: CommandOf<BlockerCommand, 'ReopenBlocker'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { status, level } = requireKnown(blocker, state);
  if (isOpen(status)) throw refuse('BLOCKER_STILL_OPEN', { blocker });
  return [{ type: 'BlockerReopened', data: { blocker, reason, level, clock: clockAt(level, at.now, at) } }];
}
