import { DEFAULT_POLICIES, monthIn, startOf } from '#libs/domain';
import { inWan } from './amounts.js';
import type { BlockerSpan } from './blockers.js';
import { type Diary, workday, workdaysBetween } from './diary.js';
import type { ExampleProject } from './district.js';
import type { Fate } from './fates.js';
import { told } from './figures.js';
import { office, reporter } from './people.js';
import { type Random, randomFor } from './random.js';

const { openDay, dueDay } = DEFAULT_POLICIES['monthly-report'].rules;
const FIRST_MONTH = 4;

/** The clock stops where a month opens and where it is due, so that both are noticed at once. */
export function openMonths(diary: Diary): void {
  for (let number = FIRST_MONTH; number <= 12; number++) {
    diary.stopAfter(startOf(`${monthIn(diary.year, number)}-${openDay}`));
    diary.stopAfter(startOf(`${monthIn(diary.year, number)}-${dueDay + 1}`));
  }
}

export interface Story {
  readonly project: ExampleProject;
  /** Undefined for a preliminary project. */
  readonly fate: Fate | undefined;
  readonly blockers: readonly BlockerSpan[];
  /** The month whose accepted report is changed later on. */
  readonly amends: number | undefined;
}

/** A project's reports of the year, each month's cumulative figure following on the one before. */
export function report(diary: Diary, story: Story): void {
  const { project, fate } = story;
  const random = randomFor(`reports/${project.ref}`);
  const ended = fate?.inService?.recorded ?? fate?.cancellation?.recorded ?? '9999';
  let yearToDate = project.openingYearToDate;
  let postponed = false;
  for (let number = FIRST_MONTH; number <= 12; number++) {
    const month = monthIn(diary.year, number);
    const outcome = number === story.amends ? 'PUNCTUAL' : outcomeOf(project, number, random);
    if (outcome === 'MISSED') continue;
    const day = dayOfReport(month, outcome, random);
    if (day >= ended) return;
    const { amount, details, ...words } = told(project, fate, month, day, yearToDate, random);
    const submit = (on: string, figure: number): void => {
      const named = story.blockers.filter(
        ({ raised, resolved }) => raised <= on && (resolved === null || on < resolved),
      );
      diary.project(on, reporter(project), project.ref, {
        type: 'SubmitReport',
        month,
        figures: { month: figure, yearToDate: yearToDate + figure },
        blockers: named.map(({ ref }) => `{${ref}}`),
        correctionReason: null,
        ...words,
        ...details?.(figure),
      });
    };
    submit(day, amount);
    if (!postponed && fate?.postponedTo && month >= project.milestones.COMMENCEMENT!.slice(0, 7)) {
      postpone(diary, project, day, fate.postponedTo);
      postponed = true;
    }
    const figure = review(diary, project, month, day, amount, outcome === 'RETURNED' ? submit : undefined, random);
    yearToDate += figure;
    if (number === story.amends) yearToDate += amend(diary, project, month, day, figure, yearToDate);
  }
}

type Outcome = 'PUNCTUAL' | 'RETURNED' | 'LATE' | 'MISSED';

/** Some legal entities are careless all the year; the first month is new to everybody. */
function outcomeOf({ responsibilities: { legalEntity } }: ExampleProject, month: number, random: Random): Outcome {
  const careless = randomFor(`diligence/${legalEntity}`).chance(0.15);
  const luck = random.next() / (month === FIRST_MONTH ? 1.6 : 1);
  if (luck < (careless ? 0.05 : 0.005)) return 'MISSED';
  if (luck < (careless ? 0.22 : 0.035)) return 'LATE';
  return luck < (careless ? 0.29 : 0.065) ? 'RETURNED' : 'PUNCTUAL';
}

/** Most come in the last days before the due day. */
function dayOfReport(month: string, outcome: Outcome, random: Random): string {
  if (outcome === 'LATE') return workday(`${month}-${dueDay + 1}`, random.whole(0, 2));
  const days = workdaysBetween(`${month}-${openDay}`, `${month}-${dueDay}`);
  return days[Math.floor(days.length * random.next() ** 0.6)]!;
}

function postpone(diary: Diary, project: ExampleProject, day: string, to: string): void {
  diary.project(day, office(3), project.ref, {
    type: 'RescheduleMilestone',
    occurredOn: day,
    milestone: 'COMMENCEMENT',
    to,
    reason: '开工前手续未齐备，开工时间顺延',
    document: null,
  });
}

/** The office looks at it on the next working day; what it sends back is repaired within the days allowed. */
function review(
  diary: Diary,
  project: ExampleProject,
  month: string,
  day: string,
  amount: number,
  resubmit: ((day: string, figure: number) => void) | undefined,
  random: Random,
): number {
  const accept = (on: string) => diary.project(on, office(2), project.ref, { type: 'AcceptReport', month });
  if (!resubmit) {
    // What comes in late waits until the punctual ones are done; a few of December still do when the year ends.
    accept(workday(day, day > `${month}-${dueDay}` ? 3 : 1));
    return amount;
  }
  const returned = workday(day, 1);
  const wrong = amount === 0 ? ['/progress'] : ['/figures/month', '/figures/yearToDate'];
  const reason = amount === 0 ? '形象进度描述不完整，请补充' : '本月完成投资与支撑材料不一致，请核实';
  diary.project(returned, office(3), project.ref, { type: 'ReturnReport', month, fields: wrong, reason });
  const repaired = inWan(amount * random.between(0.86, 0.98));
  const again = workday(returned, random.whole(1, 2));
  resubmit(again, repaired);
  accept(workday(again, 1));
  return repaired;
}

/** An accepted figure turns out too low: it is amended and looked at again. */
function amend(
  diary: Diary,
  project: ExampleProject,
  month: string,
  day: string,
  figure: number,
  yearToDate: number,
): number {
  const more = inWan(figure * 0.06);
  const amended = workday(day, 2);
  diary.project(amended, reporter(project), project.ref, {
    type: 'AmendReport',
    month,
    figures: { month: figure + more, yearToDate: yearToDate + more },
    reason: '监理复核后核增',
  });
  diary.project(workday(amended, 1), office(3), project.ref, { type: 'AcceptReport', month });
  return more;
}
