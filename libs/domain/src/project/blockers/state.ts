import type { Folds } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import type { Level, LevelClock } from '../../policy/escalation.js';
import type { BlockerEvent, TimeLeft } from './events.js';

/** 发现, 受理, 协调中, 挂起, 解决, 销号, 反弹. */
export const BLOCKER_STATUSES = [
  'RAISED',
  'ACCEPTED',
  'COORDINATING',
  'ON_HOLD',
  'RESOLVED',
  'CLOSED',
  'REOPENED',
] as const;
export type BlockerStatus = (typeof BLOCKER_STATUSES)[number];

/** Whether it still holds the project up. */
export const isOpen = (status: BlockerStatus): boolean => status !== 'RESOLVED' && status !== 'CLOSED';

/** Whether it is open and nobody has stopped its clock. */
export const isRunning = (status: BlockerStatus): boolean => isOpen(status) && status !== 'ON_HOLD';

/** What it can be while its clock runs. */
export type Running = 'RAISED' | 'ACCEPTED' | 'COORDINATING' | 'REOPENED';

export interface BlockerState {
  readonly level: Level;
  /** The highest level that it has been at; no level below it was skipped. */
  readonly reached: Level;
  /** Days on which it first came to the levels above the one at which it was raised. */
  readonly reachedOn: Readonly<Partial<Record<Level, string>>>;
  readonly status: BlockerStatus;
  /** When it arrived at its level. */
  readonly arrivedAt: string;
  readonly clock: LevelClock | null;
  /** How often the highest level was flagged since. */
  readonly flags: number;
  /** A pause that was asked for, and once it is consented to, what it stopped. */
  readonly hold: {
    readonly reason: string;
    readonly requestedBy: string;
    readonly left: TimeLeft | null;
    /** What it goes back to. */
    readonly before: Running;
  } | null;
  readonly outcomes: Readonly<Partial<Record<Level, string>>>;
  readonly resolvedBy: string | null;
  /** The fact that set its clock was corrected; what followed stands. */
  readonly basisCorrected?: true;
}

export interface BlockersState {
  readonly blockers: Readonly<Record<string, BlockerState>>;
}

export const INITIAL_BLOCKERS: BlockersState = { blockers: {} };

export const FOLDS: Folds<BlockersState, BlockerEvent> = {
  BlockerRaised: ({ blockers }, { metadata, data: { blocker, level, clock } }) => ({
    blockers: {
      ...blockers,
      // A correction tells it anew; how far it has come stands.
      [blocker]: blockers[blocker] ?? {
        ...arrived(level, metadata.recordedAt, clock),
        ...{ reached: level, reachedOn: {}, outcomes: {}, resolvedBy: null },
      },
    },
  }),
  BlockerAccepted: (state, { data }) => withBlocker(state, data.blocker, () => ({ status: 'ACCEPTED' })),
  BlockerWarned: (state, { data }) =>
    withBlocker(state, data.blocker, ({ clock }) => ({ clock: clock && { ...clock, warnsAt: null } })),
  BlockerEscalated: (state, { data: { blocker, from, to, outcome, arrivedAt, clock } }) =>
    withBlocker(state, blocker, ({ reached, reachedOn, outcomes }) => ({
      ...arrived(to, arrivedAt, clock),
      // The names of the levels are in their order.
      ...(to > reached && { reached: to, reachedOn: { ...reachedOn, [to]: dayOf(arrivedAt) } }),
      outcomes: outcome === null ? outcomes : { ...outcomes, [from]: outcome },
    })),
  BlockerReturnedDown: (state, { data: { blocker, from, to, instructions, arrivedAt, clock } }) =>
    withBlocker(state, blocker, ({ outcomes }) => ({
      ...arrived(to, arrivedAt, clock),
      outcomes: { ...outcomes, [from]: instructions },
    })),
  BlockerOverdueAtTop: (state, { data: { blocker, months, clock } }) =>
    withBlocker(state, blocker, () => ({ clock, flags: months })),
  BlockerHoldRequested: (state, { data: { blocker, reason, requestedBy } }) =>
    withBlocker(state, blocker, ({ status }) => ({
      hold: { reason, requestedBy, left: null, before: status as Running },
    })),
  BlockerHeld: (state, { data: { blocker, reason, requestedBy, left } }) =>
    withBlocker(state, blocker, ({ status }) => ({
      ...{ status: 'ON_HOLD', clock: null },
      hold: { reason, requestedBy, left, before: status as Running },
    })),
  BlockerResumed: (state, { metadata, data: { blocker, level, status, clock } }) =>
    withBlocker(state, blocker, () => ({ ...arrived(level, metadata.recordedAt, clock), status })),
  BlockerOutcomeRecorded: (state, { data: { blocker, level, outcome } }) =>
    withBlocker(state, blocker, ({ outcomes }) => ({ outcomes: { ...outcomes, [level]: outcome } })),
  BlockerResolved: (state, { data: { blocker, level, resolution, resolvedBy } }) =>
    withBlocker(state, blocker, ({ outcomes }) => ({
      ...{ status: 'RESOLVED', clock: null, hold: null, resolvedBy },
      outcomes: { ...outcomes, [level]: resolution },
    })),
  BlockerClosed: (state, { data }) => withBlocker(state, data.blocker, () => ({ status: 'CLOSED' })),
  BlockerReopened: (state, { metadata, data: { blocker, level, clock } }) =>
    withBlocker(state, blocker, () => ({
      ...arrived(level, metadata.recordedAt, clock),
      ...{ status: 'REOPENED', resolvedBy: null },
    })),
};

/** Each level begins by taking it on; what the one before had asked for lapses. */
const arrived = (level: Level, arrivedAt: string, clock: LevelClock | null) =>
  ({ level, status: 'RAISED', arrivedAt, clock, flags: 0, hold: null }) as const;

/** Views that keep other parts of a project alone fold its blockers without holding any. */
export function withBlocker(
  { blockers }: BlockersState,
  id: string,
  change: (held: BlockerState) => Partial<BlockerState>,
): BlockersState {
  const held = blockers[id];
  return { blockers: held ? { ...blockers, [id]: { ...held, ...change(held) } } : blockers };
}
