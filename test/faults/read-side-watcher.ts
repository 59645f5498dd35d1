import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import {
  atOnePosition,
  BEFORE_ALL,
  changesBetween,
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

/** So small that the rows take several pages, between which the views move on. */
const PAGE = 5;

/** What readers are shown: figures, every row of the plan page by page, and the revision of the plan. */
async function shown(documents: Documents): Promise<unknown> {
  const rows = await walked((after) =>
    documents.page(listRows, { filter: { 'state.years': YEAR }, after, limit: PAGE }),
  );
  const list = await walked((after) => listOn(documents, { list: 'new-start', year: YEAR, after, limit: PAGE }));
  return plain({
    dashboard: await dashboardOn(documents, YEAR, 9),
    rows,
    list,
    sums: Object.fromEntries(await documents.many(sumsOfRows, SUMS)),
    revision: await documents.get(continuity, `plan-${YEAR}`),
  });
}

/** Where a page ends is not said by the log: a page may be short while the views move on. */
async function walked<T>(pageAfter: (after: string) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: { items: T[]; next: string | null } = await pageAfter(after);
    items.push(...page.items);
    after = page.next;
  }
  return items;
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
  /** How many answers said that they are incomplete, which promises nothing. */
  incomplete = 0;

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
        const differences = changesBetween(this.seen.get(at), await shown(folded));
        if (differences.length > 0)
          throw new Error(`shown at position ${at}, and told by the log up to there: ${JSON.stringify(differences)}`);
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
    const { position, waiting, result } = await atOnePosition(this.db, PROJECTION, shown);
    if (position < this.last) this.wentBack = `position ${position} was stated after ${this.last}`;
    this.last = position;
    if (waiting > 0) this.incomplete++;
    else if (position !== BEFORE_ALL) this.seen.set(position, result);
  }
}
