import { type Documents, LATEST, type Sum, sumOn, valueOn, type View } from '#libs/event-sourcing/pure';
import { authorityOf, compliance, complianceSum } from './view.js';

export interface ComplianceQuery {
  /** YYYY-MM */
  readonly month: string;
  /** Only those from which nothing has come in. */
  readonly silentOnly: boolean;
  readonly after?: string;
  readonly limit: number;
}

/** Who owes a month's report and how it stands, with the counts of each lead authority. */
export async function complianceOf(documents: Documents, { month, silentOnly, after, limit }: ComplianceQuery) {
  const page = await documents.page(compliance, {
    filter: silentOnly ? { 'state.silent': month } : { 'state.owing': month },
    ...(after !== undefined && { after }),
    limit,
  });
  const sums = sumOn(await documents.get(compliance as unknown as View<Sum>, complianceSum(month)), LATEST);
  const byAuthority: Record<string, Record<string, number>> = {};
  for (const [key, amount] of Object.entries(sums)) {
    const [authority, measure] = key.split('|') as [string, string];
    byAuthority[authority] = {
      owed: 0,
      reported: 0,
      accepted: 0,
      late: 0,
      silent: 0,
      ...byAuthority[authority],
      [measure]: amount,
    };
  }
  return {
    month,
    byAuthority,
    items: page.items.map((row) => ({
      id: row.id,
      name: valueOn(row.name, LATEST) ?? null,
      leadAuthority: authorityOf(row, row.months[month]!),
      ...row.months[month]!,
    })),
    next: page.next,
  };
}
