import { randomBytes } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import type { Went } from './delivery.js';

/** One request to a webhook: what it told of and how it went, nothing of what was said. */
export interface Attempt extends Went {
  /** Id of the webhook, then when it was sent and something random: in the order of time, and a page is one range. */
  readonly _id: string;
  /** Id, type and subject of the event. */
  readonly event: string;
  readonly type: string;
  readonly subject: string;
  /** Null for a test. */
  readonly leaf: number | null;
}

/** What is kept of each webhook: the newest, and none that is older. */
export const MOST_ATTEMPTS = 1_000;
export const ATTEMPTS_KEPT_DAYS = 30;

const DAY_MILLISECONDS = 86_400_000;
/** Behind every digit, so that all of a webhook's lie ahead of it. */
const BEHIND_ALL = '~';

const keyOf = (webhook: string, milliseconds: number): string => `${webhook}/${String(milliseconds).padStart(14, '0')}`;

export const attemptOf = (
  webhook: string,
  { id, type, subject, leaf }: { readonly id: string; readonly type: string; readonly subject: string; leaf?: string },
  went: Went,
): Attempt => ({
  _id: `${keyOf(webhook, went.at.getTime())}-${randomBytes(6).toString('hex')}`,
  ...{ event: id, type, subject, leaf: leaf === undefined ? null : Number(leaf) },
  ...went,
});

/** What was sent to webhooks: for people who look why something did not come, and no proof of anything. */
export class Attempts {
  private readonly attempts: Collection<Attempt>;

  constructor(db: Db) {
    this.attempts = db.collection('webhook-attempts');
  }

  async note(attempts: readonly Attempt[]): Promise<void> {
    if (attempts.length > 0) await this.attempts.insertMany([...attempts], { ordered: false });
  }

  /** The newest first, from behind the `next` of the page before. */
  async page(webhook: string, limit: number, after?: string): Promise<{ items: Attempt[]; next: string | null }> {
    const range = { $gt: `${webhook}/`, $lt: after ?? `${webhook}/${BEHIND_ALL}` };
    const found = await this.attempts
      .find({ _id: range })
      .sort({ _id: -1 })
      .limit(limit + 1)
      .toArray();
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? items.at(-1)!._id : null };
  }

  /** Drops what is too old or one too many. */
  async cut(webhook: string): Promise<void> {
    const of = { $gt: `${webhook}/`, $lt: `${webhook}/${BEHIND_ALL}` };
    const [surplus] = await this.attempts.find({ _id: of }).sort({ _id: -1 }).skip(MOST_ATTEMPTS).limit(1).toArray();
    const tooOld = keyOf(webhook, Date.now() - ATTEMPTS_KEPT_DAYS * DAY_MILLISECONDS);
    const upTo = surplus && surplus._id > tooOld ? surplus._id : tooOld;
    await this.attempts.deleteMany({ _id: { $gt: of.$gt, $lte: upTo } });
  }

  async remove(webhook: string): Promise<void> {
    await this.attempts.deleteMany({ _id: { $gt: `${webhook}/`, $lt: `${webhook}/${BEHIND_ALL}` } });
  }
}
