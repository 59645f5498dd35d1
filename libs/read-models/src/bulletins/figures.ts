import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import {
  addDays,
  type BulletinFigures,
  type BulletinLine,
  CATEGORIES,
  type Category,
  lastDayOf,
  rate,
  yearOf,
} from '#libs/domain';
import { completedOn } from '../dashboard/contributions.js';
import type { ListRow } from '../lists/row.js';
import { listRows } from '../lists/view.js';

const PAGE = 500;

interface Member {
  readonly category: Category;
  readonly town: string | null;
  readonly line: Omit<BulletinLine, 'completionRate'>;
}

/**
 * What a bulletin says of the year's plan up to a month (YYYY-MM), of accepted figures alone. Bulletins are rare and
 * tell what the month added to each project, so they are added up when they are drafted.
 */
export async function bulletinFiguresOn(documents: Documents, month: string): Promise<BulletinFigures> {
  const members: Member[] = [];
  for (let after: string | null = ''; after !== null;) {
    const query = { filter: { 'state.years': yearOf(month) }, after, limit: PAGE };
    const page: { items: ListRow[]; next: string | null } = await documents.page(listRows, query);
    members.push(...page.items.flatMap((row) => memberOf(row, month)));
    after = page.next;
  }
  const construction = members.filter(({ category }) => category !== 'PRELIMINARY');
  const towns = [...new Set(construction.map(({ town }) => town))].sort((a, b) =>
    (a ?? LATEST) < (b ?? LATEST) ? -1 : 1,
  );
  return {
    through: lastDayOf(month),
    construction: lineOf(construction),
    byCategory: CATEGORIES.map((category) => ({
      category,
      ...lineOf(members.filter((member) => member.category === category)),
    })),
    byTown: towns.map((town) => ({ town, ...lineOf(construction.filter((member) => member.town === town)) })),
  };
}

function memberOf({ project, entries }: ListRow, month: string): Member[] {
  const [year, day, monthBefore] = [yearOf(month), lastDayOf(month), addDays(`${month}-01`, -1)];
  const entry = valueOn(entries[year]!.lines, day);
  if (!entry) return [];
  const completed = completedOn(project, entry, year, day).accepted;
  const report = project.reports[month];
  const line = {
    projects: 1,
    totalInvestment: entry.totalInvestment,
    annualInvestment: entry.annualInvestment,
    completed,
    added: completed - completedOn(project, entry, year, monthBefore).accepted,
    covered: report?.accepted && report.cutOff <= day ? 1 : 0,
  };
  return [{ category: entry.category, town: valueOn(project.details.town, day) ?? null, line }];
}

function lineOf(members: readonly Member[]): BulletinLine {
  const sum = (of: keyof Member['line']) => members.reduce((total, { line }) => total + line[of], 0);
  const [annualInvestment, completed] = [sum('annualInvestment'), sum('completed')];
  return {
    projects: sum('projects'),
    totalInvestment: sum('totalInvestment'),
    annualInvestment,
    completed,
    added: sum('added'),
    completionRate: rate(completed, annualInvestment),
    covered: sum('covered'),
  };
}
