import { changesBetween, plain, type ReadStream, type Recorded } from '#libs/event-sourcing/pure';
import { planStream } from '#libs/domain';
import type { ListItem } from '../lists/columns.js';
import { itemOn, type listOn, type ListQuery } from '../lists/queries.js';
import { listRows } from '../lists/view.js';
import { planStateOn } from '../plans/queries.js';
import type { PlanDocument } from '../plans/view.js';
import { firstOf } from './dashboard.js';
import { explained, type Explained, type Sides } from './explained.js';
import { isPublication, type ShownRow, shownRowSteps } from './shown-row.js';

type ListPage = Awaited<ReturnType<typeof listOn>>;

/** A project that stands otherwise in a list, or on one side only. */
export interface ChangedItem {
  readonly id: string;
  readonly name: string | null;
  /** Whether it was on the list on each side. */
  readonly listed: { readonly from: boolean; readonly to: boolean };
  readonly changes: readonly Explained[];
}

/** The changed items among a page of each side, which begin at the same place; short where little has changed. */
export async function listDifference(
  read: ReadStream,
  { list, year }: Pick<ListQuery, 'list' | 'year'>,
  { from, to }: Sides<ListPage>,
): Promise<{ items: ChangedItem[]; next: string | null }> {
  const next = firstOf(from.answer.next, to.answer.next);
  const [before, after] = [from, to].map(({ answer }) => itemsUpTo(answer.items, next)) as [Items, Items];
  const changed = [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const changes = changesBetween(plain(before.get(id) ?? {}), plain(after.get(id) ?? {}));
    return changes.length > 0 ? [{ id, changes }] : [];
  });
  const ofPlan = await planEventsOf(read, year, new Set(changed.map(({ id }) => id)));
  const on = (day: string) => (shown: ShownRow | null) =>
    shown?.row && isPublishedOn(shown.plan, day) ? itemOn(shown.row, { list, year, day }) : undefined;
  const items: ChangedItem[] = [];
  for (const { id, changes } of changed) {
    const steps = shownRowSteps(read, id, year, { from: from.position, to: to.position }, inTurn(ofPlan));
    items.push({
      id,
      name: (after.get(id) ?? before.get(id)!).name,
      listed: { from: before.has(id), to: after.has(id) },
      changes: await explained(changes, steps, { from: on(from.day), to: on(to.day) }),
    });
  }
  return { items, next };
}

const isPublishedOn = (plan: PlanDocument | null, day: string): boolean =>
  plan !== null && planStateOn(plan, day).publishedOn !== null;

type Items = ReadonlyMap<string, ListItem>;

const itemsUpTo = (items: readonly ListItem[], last: string | null): Items =>
  new Map(items.filter(({ id }) => last === null || id <= last).map((item) => [item.id, item]));

/** Read once for all items of a page: a plan's stream is long. */
async function planEventsOf(read: ReadStream, year: number, ids: ReadonlySet<string>): Promise<Recorded[]> {
  const events: Recorded[] = [];
  if (ids.size === 0) return events;
  for await (const event of read(planStream(year))) if (concerns(event, ids)) events.push(event);
  return events;
}

function concerns(event: Recorded, ids: ReadonlySet<string>): boolean {
  try {
    return isPublication(event) || listRows.keys(event).some((id) => ids.has(id));
  } catch {
    // It parks its stream: every document must meet it.
    return true;
  }
}

async function* inTurn(events: readonly Recorded[]): AsyncGenerator<Recorded> {
  yield* events;
}
