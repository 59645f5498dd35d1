import type { Level } from '../../policy/escalation.js';
import type { Dated, Event } from '../../shapes.js';

export const BLOCKER_CATEGORIES = ['LAND', 'ENERGY', 'LABOUR', 'MATERIALS', 'FUNDS', 'PROCEDURE'] as const;

/** A running clock keeps the due time and the rules with which it was started. */
export interface LevelClock {
  /** First instant at which the level's time is over. */
  readonly dueAt: string;
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
  /** It no longer holds the project up. */
  | Event<'BlockerResolved', { blocker: string; resolution: string; resolvedBy: string; level: Level }>
  /** 销号: someone other than the resolver confirmed it. */
  | Event<'BlockerClosed', { blocker: string }>;
