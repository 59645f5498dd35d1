import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import {
  atOnePosition,
  BEFORE_ALL,
  continuity,
  type Documents,
  type EventStore,
  MemoryDocuments,
  plain,
  type Position,
} from '#libs/event-sourcing';
import { dashboardOn, listOn, PROJECTION } from '#libs/read-models';
import { entriesSum, yearSums } from '../../libs/read-models/src/dashboard/contributions.js';
import { listRows, sumsOfRows } from '../../libs/read-models/src/lists/view.js';
import { plans } from '../../libs/read-models/src/plans/view.js';
import { YEAR } from './import-plan.js';

const VIEWS = [continuity, listRows, plans];
const SUMS = [entriesSum(YEAR), ...yearSums(YEAR)];
const LOOK_MILLISECONDS = 25;

/** What readers are shown: figures, a page of rows and the revision of the plan. */
async function shown(documents: Documents): Promise<unknown> {
  return plain({
    dashboard: await dashboardOn(documents, YEAR, 9),
    list: await listOn(documents, { list: 'new-start', year: YEAR, limit: 20 }),
    rows: await documents.page(listRows, { filter: {}, limit: 5 }),
    sums: Object.fromEntries(await documents.many(sumsOfRows, SUMS)),
    revision: await documents.get(continuity, `plan-${YEAR}`),
  });
}

/** Takes down what is shown at which position, to hold it against the log's beginning up to there afterwards. */
export class Watcher {
  private readonly seen = new Map<Position, unknown>();
  private readonly stopping = new AbortController();
  private watching: Promise<void> = Promise.resolve();
  private last: Position = BEFORE_ALL;
  private wentBack: string | undefined;
  /** How often no answer came, because a server was down or the views moved on too quickly. */
  without = 0;

  constructor(private readonly db: Db) {}

  start(): void {
    this.watching = this.watch();
  }

  /** Throws the first answer that is not what the log says up to its position; how many were held against it. */
  async stop(store: EventStore): Promise<number> {
    this.stopping.abort();
    await this.watching;
    if (this.wentBack) throw new Error(this.wentBack);
    const folded = new MemoryDocuments(VIEWS);
    const positions = [...this.seen.keys()].sort((a, b) => a - b);
    let next = 0;
    const compareBefore = async (position: Position): Promise<void> => {
      for (; next < positions.length && positions[next]! < position; next++) {
        const at = positions[next]!;
        if (!isDeepStrictEqual(this.seen.get(at), await shown(folded)))
          throw new Error(`what was shown at position ${at} is not what the log says up to there`);
      }
    };
    for await (const event of store.readAll()) {
      await compareBefore(event.position);
      folded.apply(event);
    }
    await compareBefore(Infinity);
    return positions.length;
  }

  private async watch(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.look().catch(() => this.without++);
      await pause(LOOK_MILLISECONDS);
    }
  }

  private async look(): Promise<void> {
    const { position, result } = await atOnePosition(this.db, PROJECTION, shown);
    if (position < this.last) this.wentBack = `position ${position} was stated after ${this.last}`;
    this.last = position;
    if (position !== BEFORE_ALL) this.seen.set(position, result);
  }
}
