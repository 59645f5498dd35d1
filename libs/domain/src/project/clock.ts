import type { At } from '#libs/event-sourcing/pure';
import type { Level } from '../policy/escalation.js';
import type { PolicyName } from '../policy/policy.js';

/** The rule set by which a clock was reckoned, and what it was reckoned from. */
export interface Basis {
  readonly policy: PolicyName;
  readonly version: number;
  /** A reporting month, the instant at which it opened, and of a notice the day on which it is told. */
  readonly month?: { readonly month: string; readonly opensAt: string; readonly toldOn?: string };
  /** Working days: the level whose time they are, null for a repair, and the instant at which that began or went on. */
  readonly time?: { readonly level: Level | null; readonly startedAt: string };
}

/** A running clock of a project: what falls due when, and the event that then says so. */
export interface Clock<E> {
  /** Names what falls due within the project, such as `report/2022-05`. */
  readonly rule: string;
  /** First instant at which it is due. */
  readonly dueAt: string;
  /** Null where the day was set by a person, or by a plan of the project's own. */
  readonly basis: Basis | null;
  /** Undefined while it waits for a calendar that has the year which comes next; it is due all the same. */
  readonly event: (at: At) => E | undefined;
}
