/** The one queue: streams in which something may be due. */
export const DEADLINES = 'deadlines';

/** Ids only: what is due is in the log, and decided there. */
export interface DeadlineJob {
  readonly stream: string;
}
