import {
  type AnyView,
  BEFORE_ALL,
  type Documents,
  type ReadStream,
  SumDifferences,
  valueAt,
  valueOn,
} from '#libs/event-sourcing/pure';
import { contributionsOf } from '../dashboard/contributions.js';
import { dashboardOn, PARTS_OF_RATES } from '../dashboard/queries.js';
import type { ListRow } from '../lists/row.js';
import { listRows } from '../lists/view.js';
import { type PlanDocument, plans } from '../plans/view.js';
import { type Cause, causeOf } from './cause.js';
import type { Side } from './explained.js';
import { type ShownRow, shownRowSteps } from './shown-row.js';

/** Whatever dashboards are made of. */
export const FIGURE_VIEWS: readonly AnyView[] = [listRows, plans];

/** A number of a dashboard. */
export interface Figure {
  readonly year: number;
  readonly month: number;
  /** JSON Pointer into the dashboard's `figures`, such as `/construction` or `/bySector/transport`. */
  readonly cell: string;
  /** Name of the number in its cell, such as `completedAccepted`. */
  readonly figure: string;
}

/** The figure itself; a rate, which no project adds to, by the sums of which it is the quotient. */
export type Amounts = Readonly<Record<string, number>>;

/** What one project adds to a figure. */
export interface Contribution {
  readonly id: string;
  readonly name: string | null;
  readonly sort: string;
  readonly amounts: Amounts;
}

export interface ContributionPage {
  /** What all pages sum to; undefined where the dashboard has no such figure. */
  readonly total: Amounts | undefined;
  readonly items: Contribution[];
  readonly next: string | null;
}

/** So many projects of a year are looked at for one page. */
const LOOKED_AT = 500;

/** What each project adds to a figure on a day, by the same code as the whole: a dashboard of this project alone. */
export async function contributionsOn(
  documents: Documents,
  figure: Figure,
  { day, after, limit }: { readonly day: string; readonly after?: string; readonly limit: number },
): Promise<ContributionPage> {
  const { year, month } = figure;
  const total = amountsIn(await dashboardOn(documents, year, month, day), figure);
  const plan = await documents.get(plans, String(year));
  const filter = { 'state.years': year };
  const page = await documents.page(listRows, { filter, limit: LOOKED_AT, ...(after !== undefined && { after }) });
  const all: Contribution[] = [];
  for (const row of page.items) {
    const amounts = await amountsOf({ row, plan }, figure, day);
    const name = valueOn(row.project.details.name, day) ?? null;
    if (isSomething(amounts)) all.push({ id: row.id, name, sort: row.sort, amounts });
  }
  const items = all.slice(0, limit);
  return { total, items, next: all.length > limit ? items.at(-1)!.sort : page.next };
}

/** An event that changed what a project adds to a figure, and by how much. */
export interface ContributingEvent extends Cause {
  readonly amounts: Amounts;
}

/** The day that a side is about, and up to where the log was known. */
export type Viewpoint = Pick<Side<unknown>, 'position' | 'day'>;

/**
 * The events that made what one project adds to a figure, or by how much more it adds to it than on the side `from`;
 * their amounts sum to it.
 */
export async function contributingEvents(
  read: ReadStream,
  id: string,
  figure: Figure,
  { from, to }: { readonly from?: Viewpoint; readonly to: Viewpoint },
): Promise<{ amounts: Amounts; events: ContributingEvent[] }> {
  const events: ContributingEvent[] = [];
  let sum: Amounts = {};
  const upTo = { from: from?.position ?? BEFORE_ALL, to: to.position };
  for await (const step of shownRowSteps(read, id, figure.year, upTo)) {
    const before = from ? await amountsOf(step.from, figure, from.day) : {};
    const now = minus(await amountsOf(step.to, figure, to.day), before);
    const amounts = minus(now, sum);
    if (isSomething(amounts)) events.push({ ...causeOf(step.event), amounts });
    sum = now;
  }
  return { amounts: sum, events };
}

/** What is more on one side than on the other. */
export function minus(a: Amounts, b: Amounts): Amounts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) - (b[name] ?? 0)]));
}

export const isSomething = (amounts: Amounts): boolean => Object.values(amounts).some((amount) => amount !== 0);

async function amountsOf(shown: ShownRow | null, { year, month, ...figure }: Figure, day: string): Promise<Amounts> {
  if (!shown?.row) return {};
  const dashboard = await dashboardOn(alone(shown.row, shown.plan), year, month, day);
  return amountsIn(dashboard, figure) ?? {};
}

function amountsIn(
  { figures }: Awaited<ReturnType<typeof dashboardOn>>,
  { cell, figure }: Pick<Figure, 'cell' | 'figure'>,
): Amounts | undefined {
  // Before its publication a plan shows no figures: nobody adds anything.
  if (figures === null) return {};
  const found = valueAt(figures, cell);
  if (valueAt(found, `/${figure}`) === undefined) return undefined;
  const amounts = (PARTS_OF_RATES[figure] ?? [figure]).map((part) => [part, valueAt(found, `/${part}`)] as const);
  return amounts.every(([, amount]) => typeof amount === 'number')
    ? (Object.fromEntries(amounts) as Record<string, number>)
    : undefined;
}

/** The views as they would be if the plan held this one project. */
function alone(row: ListRow, plan: PlanDocument | null): Documents {
  const differences = new SumDifferences();
  differences.add(contributionsOf(row), 1);
  const sums = new Map<string, object>(
    differences.touched().map((key) => [key, differences.appliedTo(key, { days: {} })]),
  );
  const held = new Map([
    [listRows.name, sums],
    [plans.name, new Map<string, object>(plan ? [[String(plan.year), plan]] : [])],
  ]);
  const found = (view: string, keys: readonly string[]) =>
    new Map(keys.flatMap((key) => (held.get(view)?.has(key) ? [[key, held.get(view)!.get(key)!] as const] : [])));
  return {
    ...{ position: BEFORE_ALL, waiting: 0 },
    get: <S>(view: { name: string }, key: string) =>
      Promise.resolve((found(view.name, [key]).get(key) ?? null) as S | null),
    many: <S>(view: { name: string }, keys: readonly string[]) =>
      Promise.resolve(found(view.name, keys) as Map<string, S>),
    page: () => Promise.resolve({ items: [], next: null }),
  };
}
