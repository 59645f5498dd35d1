import type { At, Due, Rules } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import { requirePast } from '../../facts.js';
import { type Level, levelDueAt, nextLevel } from '../../policy/escalation.js';
import { inForce } from '../../policy/policy.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import type { BlockerCommand } from './commands.js';
import type { BlockerEvent, LevelClock } from './events.js';
import type { BlockerState } from './state.js';

export const RULES: Rules<ProjectState, BlockerCommand, BlockerEvent> = {
  RaiseBlocker: raiseBlocker,
  AcceptBlocker: acceptBlocker,
  EscalateBlocker: escalateBlocker,
  ResolveBlocker: resolveBlocker,
  CloseBlocker: closeBlocker,
};

/** Both start a level's clock. */
export const POLICIES = {
  RaiseBlocker: ['escalation', 'calendar'],
  EscalateBlocker: ['escalation', 'calendar'],
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

function acceptBlocker({ blocker }: CommandOf<BlockerCommand, 'AcceptBlocker'>, state: ProjectState): BlockerEvent[] {
  const { status, level } = requireOpen(blocker, state);
  return status === 'ACCEPTED' ? [] : [{ type: 'BlockerAccepted', data: { blocker, level } }];
}

/** The holder has not the power to solve it: one level up, no skipping. */
function escalateBlocker(
  { blocker, from, outcome }: CommandOf<BlockerCommand, 'EscalateBlocker'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { level } = requireOpen(blocker, state);
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

function resolveBlocker(
  { blocker, resolution }: CommandOf<BlockerCommand, 'ResolveBlocker'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
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

/** The earliest level whose time is over by now; the next one begins when this one ended, however late it is noticed. */
export function expiredLevel(state: ProjectState, at: At): Due<BlockerEvent> | undefined {
  const expired = runningClocks(state).find(({ clock }) => clock.dueAt <= at.now);
  if (!expired) return undefined;
  const { blocker, level, clock } = expired;
  const to = nextLevel(level)!;
  return {
    rule: `blocker/${blocker}/${level}`,
    dueAt: clock.dueAt,
    event: {
      type: 'BlockerEscalated',
      data: {
        blocker,
        from: level,
        to,
        cause: 'TIME_OVER',
        outcome: null,
        arrivedAt: clock.dueAt,
        policyVersion: clock.policyVersion,
        clock: clockAt(to, clock.dueAt, at),
      },
    },
  };
}

/** The running clocks, the next to expire first. */
export const runningClocks = (state: ProjectState): { blocker: string; level: Level; clock: LevelClock }[] =>
  Object.entries(state.blockers)
    .flatMap(([blocker, { level, clock }]) => (clock ? [{ blocker, level, clock }] : []))
    .sort((a, b) => (a.clock.dueAt < b.clock.dueAt ? -1 : 1));

function clockAt(level: Level, arrivedAt: string, at: At): LevelClock | null {
  const day = dayOf(arrivedAt);
  const policy = inForce(at, 'escalation', day);
  const dueAt = levelDueAt(policy.rules, inForce(at, 'calendar', day).rules, level, arrivedAt);
  return dueAt === null ? null : { dueAt, policyVersion: policy.version };
}

function requireOpen(blocker: string, state: ProjectState): BlockerState {
  const found = requireKnown(blocker, state);
  if (found.status === 'RESOLVED' || found.status === 'CLOSED') throw refuse('BLOCKER_NOT_OPEN', { blocker });
  return found;
}

/** Whatever else hangs on an object, such as a blocker named constructor, is none. */
export function requireKnown(blocker: string, { blockers }: ProjectState): BlockerState {
  if (!Object.hasOwn(blockers, blocker)) throw refuse('UNKNOWN_BLOCKER', { blocker });
  return blockers[blocker]!;
}
