import { type Documents, LATEST, sumOn } from '#libs/event-sourcing/pure';
import { entriesSum } from '../dashboard/contributions.js';
import { sumsOfRows } from '../lists/view.js';
import { plans } from './view.js';

/** The plan as it stood on a day, with the sums of its lines beside what was declared. */
export async function planOn(documents: Documents, year: number, day = LATEST) {
  const plan = await documents.get(plans, String(year));
  if (!plan) return undefined;
  const published = plan.publishedOn !== null && plan.publishedOn <= day;
  return published ? plan : { ...plan, publishedOn: null, approvedBy: null, document: null };
}

export async function planWithLines(documents: Documents, year: number, day = LATEST) {
  const plan = await planOn(documents, year, day);
  if (!plan) return undefined;
  const lines = sumOn(await documents.get(sumsOfRows, entriesSum(year)), day);
  const group = (name: string) => ({
    count: lines[`${name}|count`] ?? 0,
    totalInvestment: lines[`${name}|total`] ?? 0,
    annualInvestment: lines[`${name}|annual`] ?? 0,
  });
  return { ...plan, lines: { construction: group('construction'), preliminary: group('preliminary') } };
}
