import type { Collection, Db } from 'mongodb';
import { LONGEST_REQUEST_MILLISECONDS, type Outcome } from './sender.js';

/** An address that is told, and how far the feed has been spread over its lanes. */
export interface Endpoint {
  readonly _id: string;
  readonly subscriber: string;
  /** Revision, in its subscriber's stream, of the event that said where to begin. */
  readonly begun: number;
  /** Number of a leaf. */
  readonly spread: number;
  /** Goes up whenever it is to begin elsewhere; what is still spread for the time before is refused by it. */
  readonly run: number;
  /** Whether the lanes of the run before are gone. */
  readonly isCleared: boolean;
  /** Turns in which nothing was taken, and until when it is left alone for it. */
  readonly failures: number;
  readonly restsUntil: Date;
}

/** The cursor of one endpoint in one public stream: `leaf` and `revision` are what was delivered or passed over last. */
export interface Lane {
  readonly _id: string;
  readonly webhook: string;
  readonly stream: string;
  readonly leaf: number;
  readonly revision: number;
  /** The last leaf that is to be told; there is work while it lies behind `leaf`. */
  readonly known: number;
  /** The webhook while there is work, else null: who looks for work passes no lane at rest, however many there are. */
  readonly pending: string | null;
  /** When it is to be worked on next; far away where there is no work. */
  readonly due: Date;
  readonly leasedUntil: Date;
  /** Goes up with each holder; what an earlier one still writes is refused by it. */
  readonly fence: number;
  readonly failures: number;
  /** Far away while nothing fails. */
  readonly failingSince: Date;
  readonly outcome: Outcome | null;
}

/** What is to be told in one stream. */
export interface Spread {
  readonly stream: string;
  readonly first: { readonly leaf: number; readonly revision: number };
  readonly last: number;
}

export const NEVER = new Date('9999-12-31T00:00:00.000Z');
const LEASE_MILLISECONDS = 3 * LONGEST_REQUEST_MILLISECONDS;
const SHORTEST_REST_MILLISECONDS = 1_000;
const LONGEST_REST_MILLISECONDS = 3_600_000;
const WRITES_AT_ONCE = 1_000;
const FOUND_AT_ONCE = 100;
export const AWAKE = { failures: 0, restsUntil: new Date(0) };
export const AT_REST = { pending: null, due: NEVER, leasedUntil: new Date(0), failures: 0, failingSince: NEVER };

const restAfter = (failures: number): number =>
  Math.min(SHORTEST_REST_MILLISECONDS * 2 ** (failures - 1), LONGEST_REST_MILLISECONDS);

/** Somebody else works on the lane by now. */
export class LaneLost extends Error {}

/** Where the deliveries stand: the truth of what was delivered, whatever becomes of any queue. */
export class Lanes {
  readonly endpoints: Collection<Endpoint>;
  readonly lanes: Collection<Lane>;

  constructor(db: Db) {
    this.endpoints = db.collection('webhooks');
    this.lanes = db.collection('webhook-lanes');
  }

  async prepare(): Promise<void> {
    await this.lanes.createIndex({ webhook: 1 });
    await this.lanes.createIndex({ pending: 1, due: 1 });
  }

  /** Begins behind a leaf, -1 for all, whatever was delivered before; the same event or an earlier one changes nothing. */
  async begin(webhook: string, subscriber: string, after: number, begun: number): Promise<void> {
    const change = { subscriber, begun, spread: after, isCleared: false, ...AWAKE };
    const earlier = { _id: webhook, begun: { $lt: begun } };
    await this.endpoints.updateOne(earlier, { $set: change, $inc: { run: 1 } }, { upsert: true }).catch(ignoreBegun);
  }

  /** Only who spreads makes and clears lanes, so that none of an earlier run is left among those of a later one. */
  async clear({ _id: webhook, run }: Endpoint): Promise<void> {
    await this.lanes.deleteMany({ webhook });
    await this.endpoints.updateOne({ _id: webhook, run }, { $set: { isCleared: true } });
  }

  /** What waited for its next attempt is tried at once. */
  async resume(webhook: string): Promise<void> {
    const change = { due: new Date(), failures: 0, failingSince: NEVER };
    await this.lanes.updateMany({ pending: webhook, failures: { $gt: 0 } }, { $set: change });
    await this.endpoints.updateOne({ _id: webhook }, { $set: AWAKE });
  }

  async remove(webhook: string): Promise<void> {
    await this.endpoints.deleteOne({ _id: webhook });
    await this.lanes.deleteMany({ webhook });
  }

  /** Hands what is to be told to its lanes, and then says that it was; a repetition changes nothing. */
  async spread({ _id: webhook, run }: Endpoint, to: number, found: readonly Spread[]): Promise<void> {
    for (let at = 0; at < found.length; at += WRITES_AT_ONCE) {
      const some = found.slice(at, at + WRITES_AT_ONCE).map((each) => ({ ...each, _id: `${webhook}/${each.stream}` }));
      await this.lanes.bulkWrite(
        some.map(({ _id, stream, first: { leaf, revision }, last }) => {
          const begun = { webhook, stream, leaf: leaf - 1, revision: revision - 1, fence: 0, outcome: null };
          const update = { $max: { known: last }, $setOnInsert: { ...begun, ...AT_REST } };
          return { updateOne: { filter: { _id }, update, upsert: true } };
        }),
        { ordered: false },
      );
      // Behind the one above: whoever finds its lane done meanwhile finds `known` changed.
      const ids = some.map(({ _id }) => _id);
      await this.lanes.updateMany(
        { _id: { $in: ids }, pending: null },
        { $set: { pending: webhook, due: new Date() } },
      );
    }
    // Not where it was told to begin elsewhere meanwhile.
    await this.endpoints.updateOne({ _id: webhook, run }, { $set: { spread: to } });
  }

  /** Says after a turn whether anything was taken; if not, the next one waits as long as a lane would. */
  async rest(webhook: string, hasDelivered: boolean): Promise<void> {
    if (hasDelivered) return void (await this.endpoints.updateOne({ _id: webhook }, { $set: AWAKE }));
    const failures = ((await this.endpoints.findOne({ _id: webhook }))?.failures ?? 0) + 1;
    const restsUntil = new Date(Date.now() + restAfter(failures));
    await this.endpoints.updateOne({ _id: webhook }, { $set: { failures, restsUntil } });
  }

  async hasWork({ _id: webhook, restsUntil }: Endpoint): Promise<boolean> {
    const now = new Date();
    if (restsUntil > now) return false;
    return (await this.lanes.findOne({ pending: webhook, ...freeAt(now) })) !== null;
  }

  /** What is taken of them fails. */
  failing(webhook: string, limit: number): Promise<Lane[]> {
    return this.lanes
      .find({ pending: webhook, failures: { $gt: 0 } })
      .limit(limit)
      .toArray();
  }

  /** Takes the lanes of a webhook, one at each call and those first that have waited longest; undefined when none is left. */
  taker(webhook: string): () => Promise<HeldLane | undefined> {
    let found: Lane[] = [];
    return async () => {
      for (;;) {
        if (found.length === 0) found = await this.waiting(webhook);
        const next = found.shift();
        if (!next) return undefined;
        const now = new Date();
        const held = { leasedUntil: new Date(now.getTime() + LEASE_MILLISECONDS), fence: next.fence + 1 };
        // An update by its id: the stand-in for MongoDB reads the whole collection for a `findOneAndUpdate`.
        // Somebody else may have taken it since it was found, or its webhook was told to begin elsewhere.
        const guard = { _id: next._id, fence: next.fence, leaf: next.leaf, ...freeAt(now) };
        const { matchedCount } = await this.lanes.updateOne(guard, { $set: held });
        if (matchedCount > 0) return new HeldLane(this.lanes, { ...next, ...held });
      }
    };
  }

  /** Many at once: the stand-in for MongoDB reads all that wait for each such question. */
  private waiting(webhook: string): Promise<Lane[]> {
    return this.lanes
      .find({ pending: webhook, ...freeAt(new Date()) })
      .sort({ due: 1 })
      .limit(FOUND_AT_ONCE)
      .toArray();
  }
}

/** Due, and held by nobody. */
const freeAt = (now: Date) => ({ due: { $lte: now }, leasedUntil: { $lte: now } });

/** A lane that is worked on, for 30 s from its last move: the only way to move its cursor. */
export class HeldLane {
  constructor(
    private readonly lanes: Collection<Lane>,
    private current: Lane,
  ) {}

  get lane(): Lane {
    return this.current;
  }

  /** Throws `LaneLost` where a request would not come to its end within the lease. */
  requireTime(): void {
    if (Date.now() + LONGEST_REQUEST_MILLISECONDS > this.current.leasedUntil.getTime()) throw new LaneLost();
  }

  /** It was delivered, or nobody is to be told of it. */
  async move(leaf: number, revision: number, outcome: Outcome | null): Promise<void> {
    const leasedUntil = new Date(Date.now() + LEASE_MILLISECONDS);
    const change = { leaf, revision, leasedUntil, outcome, failures: 0, failingSince: NEVER };
    if (!(await this.set({}, change))) throw new LaneLost();
  }

  /** Lets go of it where all that is known was told; false where more became known meanwhile. */
  async finish(): Promise<boolean> {
    const { known } = this.current;
    if (await this.set({ known }, { pending: null, due: NEVER, leasedUntil: new Date(0) })) return true;
    const found = await this.lanes.findOne({ _id: this.current._id, fence: this.current.fence });
    if (!found) throw new LaneLost();
    this.current = found;
    return false;
  }

  /** Rests for a while that doubles with each failure, up to an hour; since when it fails, by the clock that says `now`. */
  async fail(outcome: Outcome, now: Date): Promise<Date> {
    const failures = this.current.failures + 1;
    const failingSince = this.current.failures === 0 ? now : this.current.failingSince;
    const due = new Date(Date.now() + restAfter(failures));
    await this.set({}, { failures, failingSince, outcome, due, leasedUntil: new Date(0) });
    return failingSince;
  }

  /** Leaves it as it stands to whoever comes next. */
  async release(): Promise<void> {
    await this.set({}, { leasedUntil: new Date(0) });
  }

  private async set(guard: Partial<Lane>, change: Partial<Lane>): Promise<boolean> {
    const { _id, fence } = this.current;
    const { matchedCount } = await this.lanes.updateOne({ _id, fence, ...guard }, { $set: change });
    if (matchedCount > 0) this.current = { ...this.current, ...change };
    return matchedCount > 0;
  }
}

function ignoreBegun(error: unknown): void {
  if ((error as { code?: number }).code !== 11000) throw error;
}
