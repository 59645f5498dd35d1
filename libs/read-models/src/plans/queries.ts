import { type Documents, LATEST, type Series, sumOn } from '#libs/event-sourcing/pure';
import { differenceOf, monthIn, type PlanEntry } from '#libs/domain';
import { balanceOn } from '../dashboard/balance.js';
import { closingSum, entriesSum } from '../dashboard/contributions.js';
import type { ListRow } from '../lists/row.js';
import { listRows, sumsOfRows } from '../lists/view.js';
import { type PlanDocument, plans } from './view.js';

/** The plan as it stood on a day: the version that held then, and what had been closed by then. */
export async function planOn(documents: Documents, year: number, day = LATEST) {
  const plan = await documents.get(plans, String(year));
  return plan ? planStateOn(plan, day) : undefined;
}

export function planStateOn(plan: PlanDocument, day: string) {
  const { versions, closedOn, ...rest } = plan;
  const known = versions.filter(({ on }) => on <= day);
  const current = known.at(-1);
  const closed = closedOn !== null && closedOn <= day;
  return {
    ...rest,
    declared: current?.declared ?? rest.declared,
    version: current?.version ?? 0,
    publishedOn: known[0]?.on ?? null,
    approvedBy: current?.approvedBy ?? null,
    document: current?.document ?? null,
    versions: known,
    closings: rest.closings.filter(({ on }) => on <= day),
    bulletins: rest.bulletins.filter(({ on }) => on <= day),
    closedOn: closed ? closedOn : null,
    bases: closed ? rest.bases : {},
  };
}

/** Beside the plan the sums of its lines, and for each closed month what was signed and what is known of it now. */
export async function planWithLines(documents: Documents, year: number, day = LATEST) {
  const closed = Array.from({ length: 12 }, (_, index) => closingSum(monthIn(year, index + 1)));
  const [plan, sums] = await Promise.all([
    planOn(documents, year, day),
    documents.many(sumsOfRows, [entriesSum(year), ...closed]),
  ]);
  if (!plan) return undefined;
  const lines = sumOn(sums.get(entriesSum(year)) ?? null, day);
  const group = (name: string) => ({
    count: lines[`${name}|count`] ?? 0,
    totalInvestment: lines[`${name}|total`] ?? 0,
    annualInvestment: lines[`${name}|annual`] ?? 0,
  });
  const closings = plan.closings.map(({ month, on }) => {
    const { signed = 0, standing = 0 } = sumOn(sums.get(closingSum(month)) ?? null, LATEST);
    return { month, on, signed, standing, difference: standing - signed };
  });
  return { ...plan, closings, lines: { construction: group('construction'), preliminary: group('preliminary') } };
}

/** What changed from one version of a plan to another; undefined where there is no such version. */
export async function planDifference(documents: Documents, year: number, from: number, to: number) {
  const plan = await documents.get(plans, String(year));
  const [before, after] = [from, to].map((version) => plan?.versions.find((each) => each.version === version));
  if (!before || !after) return undefined;
  const rows = await rowsOf(documents, year);
  const lines = [before, after].map(({ revision }) => linesAt(rows, year, revision)) as [Lines, Lines];
  return { year, from: before, to: after, ...differenceOf(...lines) };
}

export type Lines = ReadonlyMap<string, PlanEntry>;

/** The plan as it stood on a day, with the lines of the version that held then; undefined if there was none. */
export async function planLinesOn(documents: Documents, year: number, day: string) {
  const plan = await planOn(documents, year, day);
  if (!plan) return undefined;
  const revision = plan.versions.at(-1)?.revision ?? -1;
  return { plan, revision, lines: linesAt(await rowsOf(documents, year), year, revision) };
}

function linesAt(rows: readonly ListRow[], year: number, revision: number): Lines {
  return new Map(
    rows.flatMap(({ id, entries }) => {
      const entry = lineAt(entries[year]!.lines, revision);
      return entry ? [[id, entry] as const] : [];
    }),
  );
}

/** Sector × town of the plan as it stood on a day; undefined without a plan that was published by then. */
export async function planBalance(documents: Documents, year: number, day = LATEST) {
  const [plan, cells] = await Promise.all([planOn(documents, year, day), balanceOn(documents, sumsOfRows, year, day)]);
  if (!plan) return undefined;
  return plan.publishedOn === null ? { year, reason: 'PLAN_NOT_PUBLISHED' as const, cells: null } : { year, cells };
}

const PAGE = 500;

async function rowsOf(documents: Documents, year: number): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  let after: string | null | undefined;
  do {
    const query = { filter: { 'state.years': year }, limit: PAGE, ...(after != null && { after }) };
    const page: { items: ListRow[]; next: string | null } = await documents.page(listRows, query);
    rows.push(...page.items);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** The line as the plan's stream had it at a revision. */
function lineAt(lines: Series<PlanEntry | null>, revision: number): PlanEntry | null {
  const known = lines.filter((line) => line.revision <= revision);
  return known.reduce((last, line) => (line.revision > last.revision ? line : last), known[0] ?? NONE).value;
}

const NONE = { on: '', revision: -1, value: null };
