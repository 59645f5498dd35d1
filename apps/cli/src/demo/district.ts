import type { Category, ControlTotals, Details, Milestone, Responsibilities } from '#libs/domain';
import { apportion, inWan, sum, WAN, yi } from './amounts.js';
import * as catalogue from './catalogue.js';
import { milestonesOf, type Schedule } from './milestones.js';
import { type Random, randomFor } from './random.js';
import { monthlyTargets } from './targets.js';

/** One project of the example district as the plan of 2022 agreed on it; none of them exists. */
export interface ExampleProject {
  /** How the script calls it until the answer to its registration tells its id. */
  readonly ref: string;
  readonly category: Category;
  readonly details: Details;
  readonly responsibilities: Responsibilities;
  readonly milestones: Partial<Record<Milestone, string>>;
  readonly totalInvestment: number;
  readonly annualInvestment: number;
  readonly monthlyTargets: number[] | null;
  readonly toLastYearEnd: number;
  /** January to March. */
  readonly openingYearToDate: number;
}

export interface District {
  readonly declared: ControlTotals;
  readonly projects: readonly ExampleProject[];
}

/** The sums of the notice: 199 construction and 129 preliminary projects. */
const DECLARED: ControlTotals = {
  construction: { count: 199, totalInvestment: yi(2154.63), annualInvestment: yi(410.59) },
  preliminary: { count: 129, totalInvestment: yi(993.06) },
};
/** The notice does not split its 199 into new starts and carried-over ones; this split is made up for the example. */
const CARRIED_OVER = 121;

export function exampleDistrict(): District {
  const random = randomFor('district');
  const { construction, preliminary } = DECLARED;
  const categories = Array.from({ length: construction.count + preliminary.count }, (_, index): Category => {
    if (index >= construction.count) return 'PRELIMINARY';
    return index < CARRIED_OVER ? 'CARRIED_OVER' : 'NEW_START';
  });
  const schedules = categories.map((category) => milestonesOf(category, random));
  const totals = [
    ...apportion(construction.totalInvestment, sizes(construction.count, random)),
    ...apportion(preliminary.totalInvestment, sizes(preliminary.count, random)),
  ];
  const annual = apportion(
    construction.annualInvestment,
    totals.slice(0, construction.count).map((total, index) => total * shareOfYear(schedules[index]!, random)),
  );
  const projects = categories.map((category, index) =>
    projectOf(index, category, schedules[index]!, totals[index]!, annual[index] ?? 0, random),
  );
  return { declared: DECLARED, projects };
}

/** Many small ones and a few that are twenty times as large. */
const sizes = (count: number, random: Random): number[] =>
  Array.from({ length: count }, () => Math.exp(random.between(-1, 1) + random.between(-0.7, 0.7)));

/** A late start leaves little of the year, the last year of a project is a full one. */
function shareOfYear({ start, completion }: Schedule, random: Random): number {
  if (completion.startsWith('2022')) return random.between(0.3, 0.4);
  return start < '2022' ? random.between(0.16, 0.28) : random.between(0.1, 0.3) * (1 - Number(start.slice(5, 7)) / 18);
}

function projectOf(
  index: number,
  category: Category,
  schedule: Schedule,
  totalInvestment: number,
  annualInvestment: number,
  random: Random,
): ExampleProject {
  const targets = category === 'PRELIMINARY' ? null : monthlyTargets(annualInvestment, schedule, random);
  const serial = String(index + 1).padStart(3, '0');
  const sector = catalogue.pickSector(random);
  return {
    ref: `p${serial}`,
    category,
    details: {
      name: `示例${random.pick(sector.works)} ${serial}`,
      description: '示例数据，非真实项目。',
      sector: sector.code,
      town: random.pick(catalogue.TOWNS),
      nature: random.pick(['NEW', 'NEW', 'NEW', 'EXPANSION', 'RENOVATION'] as const),
      investmentType: random.pick(sector.types),
      managingUnit: null,
      clientUnit: null,
      landArea: null,
      remark: null,
    },
    responsibilities: responsibilitiesOf(category, sector.authority, random),
    milestones: schedule.milestones,
    totalInvestment,
    annualInvestment,
    monthlyTargets: targets,
    toLastYearEnd: spentBefore(category, schedule, totalInvestment, annualInvestment, random),
    openingYearToDate: targets
      ? inWan(sum(targets.slice(0, 3)) * random.between(0.88, 1.06))
      : random.whole(5, 90) * WAN,
  };
}

function responsibilitiesOf(category: Category, leadAuthority: string, random: Random): Responsibilities {
  const legalEntity = random.pick(catalogue.LEGAL_ENTITIES);
  // 待定 is allowed for a preliminary project until it is promoted.
  const open = category === 'PRELIMINARY' && random.chance(0.1);
  return {
    responsibleUnit: open ? null : random.pick(catalogue.RESPONSIBLE_UNITS),
    legalEntity,
    leadAuthority,
    supportingUnits: random.shuffled(catalogue.SUPPORTING_UNITS).slice(0, random.whole(0, 2)).sort(),
    reporter: catalogue.reporterOf(legalEntity),
  };
}

function spentBefore(category: Category, { completion }: Schedule, total: number, annual: number, random: Random) {
  if (category !== 'CARRIED_OVER') return inWan(total * random.between(0, 0.008));
  // What ends this year has only this year's plan left.
  const share = completion.startsWith('2022') ? 1 : random.between(0.25, 0.75);
  return inWan((total - annual) * share);
}
