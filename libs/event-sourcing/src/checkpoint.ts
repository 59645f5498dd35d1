import type { Collection, Db } from 'mongodb';
import { BEFORE_ALL, type Position } from './event.js';
import type { MonthEnd } from './months.js';
import type { Parked } from './parked.js';

/** Which collection of a view readers look at. */
export interface ActiveView {
  readonly collection: string;
  readonly version: number;
}

/** Lease and checkpoint in one document, so that one compare-and-set guards both. */
export interface Checkpoint {
  readonly _id: string;
  readonly owner: string;
  readonly expiresAt: Date;
  /** Goes up with each change of the holder; what an earlier holder still writes is refused by it. */
  readonly fence: number;
  /** All events up to here are in the documents. */
  readonly position: Position;
  /** The end of the announced batch; equal to `position` when none is under way. */
  readonly upTo: Position;
  readonly active: Readonly<Record<string, ActiveView>>;
  /** Documents that stand still at `position`, because they could not follow an event. */
  readonly parked: readonly Parked[];
  /** Those that stand still behind the announced batch: what its holder's code could not fold, whoever finishes it. */
  readonly parking: readonly Parked[];
  /** The announced batch folds the parked documents anew. */
  readonly repairs: boolean;
  /** Where months ended, oldest first; the states of monthly views are kept for each. */
  readonly monthEnds: readonly MonthEnd[];
  /** Monthly views whose states of past months lack what was parked while a month ended. */
  readonly lacking: readonly string[];
}

const LEASE_MILLISECONDS = 10_000;
const RENEW_MILLISECONDS = 3_000;

/** Somebody else holds the lease by now; what was going on is theirs to finish. */
export class LeaseLost extends Error {}

const checkpointsOf = (db: Db): Collection<Checkpoint> => db.collection<Checkpoint>('checkpoints');

export const readCheckpoint = (db: Db, name: string): Promise<Checkpoint | null> =>
  checkpointsOf(db).findOne({ _id: name });

/** A held checkpoint: the only way to move it. */
export class HeldCheckpoint {
  private readonly renewal: NodeJS.Timeout;
  private lost = false;

  private constructor(
    private readonly checkpoints: Collection<Checkpoint>,
    private current: Checkpoint,
    private readonly serverAhead: number,
  ) {
    this.renewal = setInterval(() => void this.set({}, {}).catch(() => undefined), RENEW_MILLISECONDS);
    this.renewal.unref();
  }

  /** Takes the checkpoint if nobody holds it, or undefined; expiry is judged by the database's clock. */
  static async take(db: Db, name: string, owner: string): Promise<HeldCheckpoint | undefined> {
    const checkpoints = checkpointsOf(db);
    const asked = Date.now();
    const { localTime } = (await db.admin().command({ hello: 1 })) as { localTime: Date };
    const serverAhead = localTime.getTime() - (asked + Date.now()) / 2;
    const begun = { active: {}, parked: [], parking: [], repairs: false, monthEnds: [], lacking: [] };
    const fresh = { owner: '', expiresAt: new Date(0), fence: 0, position: BEFORE_ALL, ...begun, upTo: BEFORE_ALL };
    await checkpoints.updateOne({ _id: name }, { $setOnInsert: fresh }, { upsert: true }).catch(ignoreLostInsert);
    const taken = await checkpoints.findOneAndUpdate(
      { _id: name, expiresAt: { $lt: localTime } },
      { $set: { owner, expiresAt: new Date(localTime.getTime() + LEASE_MILLISECONDS) }, $inc: { fence: 1 } },
      { returnDocument: 'after' },
    );
    return taken ? new HeldCheckpoint(checkpoints, taken, serverAhead) : undefined;
  }

  get position(): Position {
    return this.current.position;
  }

  get upTo(): Position {
    return this.current.upTo;
  }

  get active(): Readonly<Record<string, ActiveView>> {
    return this.current.active;
  }

  get parked(): readonly Parked[] {
    return this.current.parked ?? [];
  }

  get parking(): readonly Parked[] {
    return this.current.parking ?? [];
  }

  get repairs(): boolean {
    return this.current.repairs ?? false;
  }

  /**
   * Says where the batch ends, whether it repairs what is parked and what it leaves parked, before any of its documents
   * is written.
   */
  announce(upTo: Position, repairs: boolean, parking: readonly Parked[]): Promise<void> {
    return this.set({ upTo: this.current.upTo, position: this.current.position }, { upTo, repairs, parking });
  }

  get lacking(): readonly string[] {
    return this.current.lacking ?? [];
  }

  /** Every document of the announced batch is written. */
  finish(parked: readonly Parked[], lacking: readonly string[]): Promise<void> {
    const { upTo } = this.current;
    return this.set({ upTo }, { position: upTo, parked, parking: [], repairs: false, lacking });
  }

  /** Lets readers see other documents, which stand at the checkpoint; a batch that is announced stays so. */
  show(active: Checkpoint['active'], parked: readonly Parked[], parking = this.parking): Promise<void> {
    const stays = (view: string) => active[view]?.collection === this.current.active[view]?.collection;
    return this.set({}, { active, parked, parking, lacking: this.lacking.filter(stays) });
  }

  get monthEnds(): readonly MonthEnd[] {
    return this.current.monthEnds ?? [];
  }

  /** What the month left is kept: the next one begins behind the checkpoint. */
  beginMonth(at: string): Promise<void> {
    return this.set({}, { monthEnds: [...this.monthEnds, { at, position: this.current.position }] });
  }

  /** Where months ended, told anew from the log; the states of every monthly view must be there for each. */
  keepMonthEnds(monthEnds: readonly MonthEnd[]): Promise<void> {
    return this.set({}, { monthEnds });
  }

  /** Forgets what is shown: the next holder builds all views from the log up to this position before anything else. */
  forget(position: Position): Promise<void> {
    return this.set(
      {},
      { position, upTo: position, active: {}, parked: [], parking: [], repairs: false, monthEnds: [], lacking: [] },
    );
  }

  /** For work that may be done twice: moves on without having announced it. */
  advance(position: Position): Promise<void> {
    return this.set({}, { position, upTo: position });
  }

  /** Lets the next holder begin at once. */
  async release(): Promise<void> {
    clearInterval(this.renewal);
    if (!this.lost) await this.set({}, {}, 0).catch(() => undefined);
  }

  private async set(guard: Partial<Checkpoint>, change: Partial<Checkpoint>, lease = LEASE_MILLISECONDS) {
    const { _id, fence } = this.current;
    const expiresAt = lease === 0 ? new Date(0) : new Date(Date.now() + this.serverAhead + lease);
    const { matchedCount } = await this.checkpoints.updateOne(
      { _id, fence, ...guard },
      { $set: { ...change, expiresAt } },
    );
    if (matchedCount === 0) {
      this.lost = true;
      clearInterval(this.renewal);
      throw new LeaseLost(_id);
    }
    this.current = { ...this.current, ...change };
  }
}

function ignoreLostInsert(error: unknown): void {
  if ((error as { code?: number }).code !== 11000) throw error;
}
