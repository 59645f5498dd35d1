/** Streams in which something may be due. */
export const DEADLINES = 'deadlines';

/** Ids only: what is due is in the log, and decided there. */
export interface DeadlineJob {
  readonly stream: string;
}

/** Webhooks of which something may be due; the lanes say what. */
export const WEBHOOKS = 'webhooks';

export interface WebhookJob {
  readonly webhook: string;
  readonly subscriber: string;
}
