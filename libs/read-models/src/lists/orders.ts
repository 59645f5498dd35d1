import { LATEST, valueOn } from '#libs/event-sourcing/pure';
import type { ListRow } from './row.js';
import { folded } from '../names/view.js';

const DIGITS = 16;
const UNPLANNED = '9999-12-31';

/** The texts by which rows are ordered, each ending in the id, so that no two are alike. */
export function ordersOf({ id, project, entries }: Pick<ListRow, 'id' | 'project' | 'entries'>): ListRow['orders'] {
  const newest = Object.keys(entries).sort().at(-1);
  const line = newest === undefined ? null : valueOn(entries[newest]!.lines, LATEST);
  const start = valueOn(project.milestones.COMMENCEMENT ?? [], LATEST) ?? UNPLANNED;
  return {
    name: `${comparable(folded(valueOn(project.details.name, LATEST) ?? ''))}/${id}`,
    annual: `${largestFirst(line?.annualInvestment ?? 0)}/${id}`,
    start: `${start}/${id}`,
  };
}

const largestFirst = (amount: number): string => String(Number.MAX_SAFE_INTEGER - amount).padStart(DIGITS, '0');

/** UTF-16, by which memory compares, has characters beyond the first plane before some of it; UTF-8 has them last. */
const comparable = (text: string): string => text.replace(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFF$&');
