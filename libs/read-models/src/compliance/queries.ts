import { type Documents, LATEST, type Sum, sumOn, valueOn, type View } from '#libs/event-sourcing/pure';
import { authorityOf, compliance, complianceSum, leaderOf } from './view.js';

export interface ComplianceQuery {
  /** YYYY-MM */
  readonly month: string;
  /** Only those from which nothing has come in. */
  readonly silentOnly: boolean;
  readonly after?: string;
  readonly limit: number;
}

/** Who owes a month's report and how it stands, with the counts of each lead authority and each leader. */
export async function complianceOf(documents: Documents, { month, silentOnly, after, limit }: ComplianceQuery) {
  const [page, sum] = await Promise.all([
    documents.page(compliance, {
      filter: silentOnly ? { 'state.silent': month } : { 'state.owing': month },
      ...(after !== undefined && { after }),
      limit,
    }),
    documents.get(compliance as unknown as View<Sum>, complianceSum(month)),
  ]);
  const sums = sumOn(sum, LATEST);
  return {
    month,
    byAuthority: countsBy(sums, 'authority'),
    byLeader: countsBy(sums, 'leader'),
    items: page.items.map((row) => ({
      id: row.id,
      name: valueOn(row.name, LATEST) ?? null,
      leadAuthority: authorityOf(row, row.months[month]!),
      linkedLeader: leaderOf(row, row.months[month]!),
      ...row.months[month]!,
    })),
    next: page.next,
  };
}

const NOTHING = { owed: 0, reported: 0, accepted: 0, late: 0, silent: 0 };

/** By the name that stands between the dimension and the count; '' is not known. */
function countsBy(sums: Readonly<Record<string, number>>, dimension: string) {
  const counts: Record<string, typeof NOTHING> = {};
  for (const [key, amount] of Object.entries(sums)) {
    const [of, name, count] = key.split('|') as [string, string, keyof typeof NOTHING];
    if (of === dimension)
      counts[decodeURIComponent(name)] = { ...NOTHING, ...counts[decodeURIComponent(name)], [count]: amount };
  }
  return counts;
}
