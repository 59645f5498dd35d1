import type { Level, LevelClock } from '../../policy/escalation.js';
import type { Dated, Event } from '../../shapes.js';

export const BLOCKER_CATEGORIES = ['LAND', 'ENERGY', 'LABOUR', 'MATERIALS', 'FUNDS', 'PROCEDURE'] as const;

/** What is left of a stopped clock, in working days after the day on which it goes on. */
export interface TimeLeft {
  readonly workingDays: number;
  /** Null where the warning has come already. */
  readonly untilWarning: number | null;
  readonly policyVersion: number;
}

export type BlockerEvent =
  /** Something holds the project up; the clock of the first level runs. */
  | Event<
      'BlockerRaised',
      Dated & {
        blocker: string;
        category: (typeof BLOCKER_CATEGORIES)[number];
        description: string;
        level: Level;
        clock: LevelClock | null;
      }
    >
  /** The level in charge took it on. */
  | Event<'BlockerAccepted', { blocker: string; level: Level }>
  /** Most of a level's time is over. */
  | Event<
      'BlockerWarned',
      {
        blocker: string;
        level: Level;
        /** First instant at which the level's time is over. */
        dueAt: string;
        policyVersion: number;
      }
    >
  /** It climbed one level: its time was over, or the holder has no power to solve it. */
  | Event<
      'BlockerEscalated',
      {
        blocker: string;
        from: Level;
        to: Level;
        cause: 'TIME_OVER' | 'BEYOND_POWERS';
        outcome: string | null;
        /** When it arrived at the new level. */
        arrivedAt: string;
        /** Version of the rules that made it climb; null where the holder did. */
        policyVersion: number | null;
        clock: LevelClock | null;
      }
    >
  /** A level gave it back to the one below it, with instructions; that one's time begins anew. */
  | Event<
      'BlockerReturnedDown',
      { blocker: string; from: Level; to: Level; instructions: string; arrivedAt: string; clock: LevelClock }
    >
  /** The highest level has had it for another month. */
  | Event<
      'BlockerOverdueAtTop',
      {
        blocker: string;
        /** Months since it arrived there. */
        months: number;
        policyVersion: number;
        clock: LevelClock;
      }
    >
  /** The level in charge asks the next one to let its clock stop. */
  | Event<'BlockerHoldRequested', { blocker: string; level: Level; reason: string; requestedBy: string }>
  /** 挂起: the next level consented, the clock stands. */
  | Event<
      'BlockerHeld',
      {
        blocker: string;
        level: Level;
        reason: string;
        requestedBy: string;
        /** Null where no time was running out. */
        left: TimeLeft | null;
      }
    >
  /** The clock goes on with what was left of it. */
  | Event<
      'BlockerResumed',
      {
        blocker: string;
        level: Level;
        /** What it was before the pause. */
        status: 'RAISED' | 'ACCEPTED' | 'COORDINATING' | 'REOPENED';
        clock: LevelClock;
      }
    >
  /** What a level that has or had it did about it. */
  | Event<'BlockerOutcomeRecorded', { blocker: string; level: Level; outcome: string }>
  /** It no longer holds the project up. */
  | Event<'BlockerResolved', { blocker: string; resolution: string; resolvedBy: string; level: Level }>
  /** 销号: someone other than the resolver confirmed it. */
  | Event<'BlockerClosed', { blocker: string }>
  /** 反弹: it came back; the level that had it last begins anew. */
  | Event<'BlockerReopened', { blocker: string; reason: string; level: Level; clock: LevelClock }>;
