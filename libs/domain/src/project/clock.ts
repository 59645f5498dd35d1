import type { At } from '#libs/event-sourcing/pure';

/** A running clock of a project: what falls due when, and the event that then says so. */
export interface Clock<E> {
  /** Names what falls due within the project, such as `report/2022-05`. */
  readonly rule: string;
  /** First instant at which it is due. */
  readonly dueAt: string;
  /** Undefined while it waits for a calendar that has the year which comes next; it is due all the same. */
  readonly event: (at: At) => E | undefined;
}
