import type { Series } from '#libs/event-sourcing/pure';
import type { BlockerStatus, DocumentRef, Level } from '#libs/domain';

/** A meeting that spoke of a blocker. */
export interface Meeting {
  readonly coordination: string;
  readonly level: Level;
  readonly minutes: DocumentRef;
}

/** How a blocker came to a level, and what the level did about it. */
export interface Place {
  readonly level: Level;
  readonly arrivedAt: string;
  readonly cause: 'RAISED' | 'TIME_OVER' | 'BEYOND_POWERS' | 'RETURNED_DOWN' | 'REOPENED';
  /** Revision of the event in the project's history that says so. */
  readonly revision: number;
  readonly outcome: string | null;
}

export interface BlockerDocument {
  readonly id: string;
  readonly sort: string;
  readonly project: string;
  readonly category: string;
  readonly description: string;
  /** Day from which it held the project up. */
  readonly raisedOn: string;
  /** When that was recorded. */
  readonly raisedAt: string;
  readonly status: BlockerStatus;
  readonly level: Level;
  /** When the level's time is over, or it is flagged at the highest; null while it is on hold and once it is resolved. */
  readonly dueAt: string | null;
  /** When the level was warned. */
  readonly warnedAt: string | null;
  /** Whole months that it has been at the highest level. */
  readonly monthsAtTop: number;
  readonly hold: { readonly reason: string; readonly since: string | null } | null;
  /** Each level that it reached, in order. */
  readonly levels: readonly Place[];
  /** The meetings that spoke of it. */
  readonly meetings: Series<Meeting>;
  /** Day of the first of them. */
  readonly coordinatedOn: string | null;
  readonly resolvedAt: string | null;
  readonly resolution: string | null;
  /** What was raised was corrected; how it climbed stands. */
  readonly basisCorrected?: true;
}
