import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { atOnePosition, continuity, type Documents, type Position, Refusal } from '#libs/event-sourcing';
import { PROJECTION } from '#libs/read-models';
import { contributionsOf, entriesSum, yearSums } from '../../libs/read-models/src/dashboard/contributions.js';
import type { ListRow } from '../../libs/read-models/src/lists/row.js';
import { listRows, sumsOfRows } from '../../libs/read-models/src/lists/view.js';
import { projectCards } from '../../libs/read-models/src/project-card/view.js';
import { YEAR } from './import-plan.js';

/** So small that the rows take several pages, between which the views move on. */
const PAGE = 5;
const LOOK_MILLISECONDS = 10;
const SUMS = [entriesSum(YEAR), ...yearSums(YEAR)];

/** Asks all the while whether the totals are the sum of the rows at the position that is stated. */
export class Reader {
  private readonly positions = new Set<Position>();
  private readonly stopping = new AbortController();
  private reading: Promise<void> = Promise.resolve();
  private mismatch: Error | undefined;
  busy = 0;
  answers = 0;

  constructor(private readonly db: Db) {}

  start(): void {
    this.reading = this.read().catch((error: Error) => void (this.mismatch = error));
  }

  /** Throws the first mismatch; how many different positions were looked at. */
  async stop(): Promise<number> {
    this.stopping.abort();
    await this.reading;
    if (!this.mismatch) await this.look().catch((error: Error) => void (this.mismatch = error));
    if (this.mismatch) throw this.mismatch;
    if (this.positions.size === 0) throw new Error('the reader never saw a row of the plan');
    return this.positions.size;
  }

  private async read(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.look();
      await pause(LOOK_MILLISECONDS);
    }
  }

  private async look(): Promise<void> {
    try {
      const { position, result } = await atOnePosition(this.db, PROJECTION, compared);
      this.answers++;
      if (result.difference) throw new Error(`at position ${position} ${result.difference}`);
      if (result.rows > 0) this.positions.add(position);
    } catch (error) {
      // A reader who is told to come again has seen no wrong figure.
      if (!(error instanceof Refusal)) throw error;
      this.busy++;
    }
  }
}

async function compared(documents: Documents): Promise<{ rows: number; difference?: string }> {
  const rows: ListRow[] = [];
  let after: string | undefined;
  do {
    const page = await documents.page(listRows, {
      filter: { 'state.years': YEAR },
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    rows.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);

  const totals = await documents.many(sumsOfRows, SUMS);
  for (const sum of SUMS) {
    const total = totals.get(sum)?.days ?? {};
    const added = addedUp(rows, sum);
    if (!isDeepStrictEqual(sorted(total), sorted(added)))
      return {
        rows: rows.length,
        difference: `${sum} is ${JSON.stringify(total)}, its rows are ${JSON.stringify(added)}`,
      };
  }
  const cards = await documents.many(
    projectCards,
    rows.map(({ id }) => id),
  );
  const streams = await documents.many(
    continuity,
    rows.map(({ id }) => `project-${id}`),
  );
  for (const { id } of rows) {
    const [card, stream] = [cards.get(id)?.revision, streams.get(`project-${id}`)?.revision];
    if (card !== stream || card === undefined)
      return { rows: rows.length, difference: `the card of ${id} is of revision ${card}, its stream of ${stream}` };
  }
  return { rows: rows.length };
}

type Days = Record<string, Record<string, number>>;

/** The plainest sum of what each row adds on each day. */
function addedUp(rows: readonly ListRow[], sum: string): Days {
  const days: Days = {};
  for (const { day, amounts, cells, ...of } of rows.flatMap(contributionsOf))
    for (const [measure, amount] of of.sum === sum ? Object.entries(amounts) : [])
      for (const name of cells?.map((cell) => `${cell}|${measure}`) ?? [measure]) {
        const added = (days[day] ??= {});
        added[name] = (added[name] ?? 0) + amount;
      }
  return days;
}

/** Without zeros, which mean the same as nothing; the order of keys means nothing to begin with. */
const sorted = (days: Readonly<Record<string, Readonly<Record<string, number>>>>): Days =>
  Object.fromEntries(
    Object.entries(days)
      .map(
        ([day, amounts]) =>
          [day, Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0))] as const,
      )
      .filter(([, amounts]) => Object.keys(amounts).length > 0),
  );
