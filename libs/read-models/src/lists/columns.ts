import { LATEST, type Series, valueOn } from '#libs/event-sourcing/pure';
import { APPROVALS, type FundingSource, lastDayOf, rate, responsibilitiesOn } from '#libs/domain';
import { completedOn } from '../dashboard/contributions.js';
import type { ListRow, RowProject } from './row.js';

export type ListItem = ReturnType<typeof columnsOn>;

/**
 * The columns of the annual plan (年度计划) for one project on a day; amounts in 分, 建设用地面积 in hundredths of a 亩.
 * Contacts stand in the directory under the reporter's id.
 */
export function columnsOn({ id, project, entries, progress }: ListRow, year: number, day: string) {
  const on = <T>(series: Series<T> | undefined): T | null => valueOn(series ?? [], day) ?? null;
  const { details } = project;
  const entry = on(entries[year]!.lines)!;
  const status = on(project.status);
  const completed = completedOn(project, entry, year, day);
  return {
    id,
    code: project.code,
    name: on(details.name),
    description: on(details.description),
    sector: on(details.sector),
    town: on(details.town),
    nature: on(details.nature),
    investmentType: on(details.investmentType),
    landArea: on(details.landArea),
    status,
    suspended: status === 'SUSPENDED',
    category: entry.category,
    responsibilities: responsibilitiesOn(project.responsibilities, day) ?? null,
    ...(on(project.persons) ?? { personInCharge: null, linkedLeader: null }),
    approvals: approvalsOn(project, day),
    plannedCommencement: on(project.milestones.COMMENCEMENT),
    plannedCompletion: on(project.milestones.COMPLETION),
    startedOn: project.status.find(({ on, value }) => value === 'UNDER_CONSTRUCTION' && on <= day)?.on ?? null,
    /** 入库: the day from which the statistics count it. */
    statisticsEnteredOn: project.statistics.entered.find(({ on }) => on <= day)?.on ?? null,
    totalInvestment: entry.totalInvestment,
    completedToLastYearEnd: toLastYearEnd(project, year, day),
    annualInvestment: entry.annualInvestment,
    funding: fundingOn(project, year, day),
    monthlyTargets: entry.monthlyTargets,
    completedAccepted: completed.accepted,
    completedPending: completed.pending,
    completionRate: rate(completed.accepted, entry.annualInvestment),
    progress: progressOn(project, progress, day),
    remark: on(details.remark),
  };
}

/** 批准文件; that one has expired is an event of its own. */
const approvalsOn = ({ approvals }: RowProject, day: string) =>
  APPROVALS.flatMap((kind) => {
    const { status, document } = valueOn(approvals[kind] ?? [], day) ?? {};
    if (status !== 'GRANTED' || !document) return [];
    const { title, docNo, issuedOn } = document;
    return [{ kind, title, docNo, issuedOn }];
  });

function toLastYearEnd({ openings }: RowProject, year: number, day: string): number | null {
  const opening = openings[year];
  return opening && lastDayOf(opening.through) <= day ? opening.toLastYearEnd : null;
}

/** What was allocated of the year's money: 建设资金 by source, and 前期工作经费. */
function fundingOn({ fundingLines, fundingMovements }: RowProject, year: number, day: string) {
  const bySource: Partial<Record<FundingSource, number>> = {};
  let preliminaryExpenses = 0;
  for (const { on, value } of fundingMovements) {
    const line = fundingLines[value.line];
    if (!line || value.step !== 'ALLOCATED' || on.slice(0, 4) !== String(year) || on > day) continue;
    if (line.use === 'PRELIM_EXPENSE') preliminaryExpenses += value.amount;
    else bySource[line.source] = (bySource[line.source] ?? 0) + value.amount;
  }
  return { bySource, preliminaryExpenses };
}

/** 形象进度 of the newest report that a day includes. */
function progressOn({ reports }: RowProject, progress: ListRow['progress'], day = LATEST): string | null {
  const months = Object.keys(progress).filter((month) => (reports[month]?.cutOff ?? LATEST) <= day);
  return progress[months.sort().at(-1) ?? ''] ?? null;
}
