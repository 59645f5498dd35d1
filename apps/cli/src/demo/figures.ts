import { type ApprovalKind, monthNumber, type ReportDetails } from '#libs/domain';
import { inWan, sum, WAN } from './amounts.js';
import type { ExampleProject } from './district.js';
import type { Fate } from './fates.js';
import type { Random } from './random.js';

/** What a project has to say of a month on the day of reporting. */
export interface Told {
  readonly amount: number;
  readonly progress: string;
  readonly nilReason: string | null;
  /** What it tells beside the figure of the month, which a repair may change. */
  readonly details?: (figure: number) => Partial<ReportDetails>;
}

/** Whether the register holds it for suspended on a day. */
const isSuspended = ({ suspension }: Fate, day: string): boolean =>
  !!suspension && suspension.from.recorded <= day && (!suspension.to || day < suspension.to.recorded);

/** Figures follow the targets at the project's own pace, and lie at nothing where nothing was built. */
export function told(
  project: ExampleProject,
  fate: Fate | undefined,
  month: string,
  day: string,
  yearToDate: number,
  random: Random,
): Told {
  const { monthlyTargets } = project;
  if (!fate || !monthlyTargets) return preliminary(random);
  if (isSuspended(fate, day)) return { amount: 0, progress: '停工', nilReason: '项目停工，本月无投资' };
  if (fate.start === null || (fate.start && fate.start.on > day))
    return { amount: 0, progress: '开展开工前准备工作', nilReason: '尚未开工' };

  const number = monthNumber(month);
  const aim = sum(monthlyTargets.slice(0, number)) * fate.pace;
  const least = Math.min(aim - yearToDate, monthlyTargets[number - 1]! * 0.1);
  const amount = Math.max(0, inWan(Math.max(least, (aim - yearToDate) * fate.catchUp * random.between(0.85, 1.1))));
  if (fate.completion && fate.completion.on <= day) {
    return { amount, progress: '已竣工，办理结算', nilReason: amount === 0 ? '已竣工，本月无投资' : null };
  }
  const percent = Math.round(
    (100 * (project.toLastYearEnd + yearToDate + amount)) / Math.max(1, project.totalInvestment),
  );
  const stage = STAGES[Math.min(STAGES.length - 1, Math.floor(percent / 25))]!;
  const imageProgress = `累计完成总投资约${Math.min(percent, 100)}%，${stage}`;
  return {
    amount,
    progress: imageProgress,
    nilReason: amount === 0 ? '本月无新增投资' : null,
    details: (figure) => ({ stage, imageProgress, costs: costsOf(figure) }),
  };
}

/** Seven tenths are civil works, a fifth installation. */
function costsOf(figure: number): ReportDetails['costs'] {
  const [civilWorks, installation] = [inWan(figure * 0.7), inWan(figure * 0.2)];
  return { civilWorks, installation, landAndOther: figure - civilWorks - installation };
}

const STAGES = ['场平及基础施工', '主体结构施工', '主体结构及安装施工', '装修及配套施工'];
const PREPARATIONS: readonly (readonly [work: string, approval: ApprovalKind])[] = [
  ['编制可行性研究报告', 'FEASIBILITY'],
  ['开展规划方案设计', 'WORKS_PERMIT'],
  ['办理用地预审与选址', 'LAND_PREREVIEW_SITE'],
  ['开展初步设计', 'PRELIM_DESIGN_ESTIMATE'],
  ['办理环评手续', 'EIA'],
];

/** A preliminary project has no plan for the year, only small expenses. */
function preliminary(random: Random): Told {
  const amount = random.chance(0.25) ? 0 : random.whole(2, 60) * WAN;
  const [progress, approval] = random.pick(PREPARATIONS);
  const nodes = [{ approval, done: false, note: progress }];
  return {
    amount,
    progress,
    nilReason: amount === 0 ? '本月无前期费用支出' : null,
    details: (expenses) => ({ preliminary: { nodes, expenses } }),
  };
}
