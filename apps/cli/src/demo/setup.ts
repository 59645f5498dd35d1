import { createHash } from 'node:crypto';
import { addDays, type Category, type DocumentRef, type Status } from '#libs/domain';
import { OFFICE_UNIT, PORTFOLIOS, SECTORS, UNITS } from './catalogue.js';
import { type Diary, workday } from './diary.js';
import type { District, ExampleProject } from './district.js';
import type { Fate } from './fates.js';
import { leadingGroup, office } from './people.js';

/** Where a project stood on the first of January, from which day its facts are known. */
const BASELINE: Record<Category, Status> = {
  CARRIED_OVER: 'UNDER_CONSTRUCTION',
  NEW_START: 'PLANNED_START',
  PRELIMINARY: 'PRELIMINARY',
};
const SINCE = '2022-01-01';
/** Some preliminary projects are known from the idea on, and all of it lies before the year. */
const FROM_IDEA = { conceived: '2021-03-10', reserved: '2021-06-21', begun: '2021-11-15' };
const isKnownFromIdea = ({ category, ref }: ExampleProject): boolean =>
  category === 'PRELIMINARY' && Number(ref.slice(1)) % 16 === 0;
const REGISTERED = '2022-03-28';
const ASSIGNED = '2022-03-29';
const DRAFTED = '2022-03-30';
const RECORDED = '2022-04-06';
export const PUBLISHED = '2022-04-07';
const EXCUSED = '2022-09-08';

/** The file behind an example document: a page without content that bears its title. */
export const exampleFile = (title: string): Buffer => Buffer.from(`%PDF-1.4\n%${title}\n%%EOF\n`);

/** A document that stands behind an example fact, with the hash of its file. */
export const exampleDocument = (title: string, number: number | string, issuedOn: string | null): DocumentRef => ({
  kind: 'APPROVAL',
  title: `${title}（示例）`,
  docNo: `示例〔2022〕${number}号`,
  issuer: null,
  issuedOn,
  sha256: createHash('sha256')
    .update(exampleFile(`${title}（示例）`))
    .digest('hex'),
  size: null,
  mediaType: null,
});

/** The register is set up, the plan drafted, reconciled and published, with the figures of the first quarter. */
export function setUp(diary: Diary, { declared, projects }: District): void {
  for (const project of projects) register(diary, project);
  for (const { unit, kind, name } of UNITS)
    diary.unit(REGISTERED, office(1), unit, { type: 'RegisterUnit', occurredOn: SINCE, kind, name });
  formGroup(diary);
  diary.plan(DRAFTED, office(1), { type: 'DraftPlan', declared });
  for (const { ref, category, totalInvestment, annualInvestment, monthlyTargets } of projects)
    diary.plan(DRAFTED, office(1), {
      type: 'IncludeProject',
      project: `{${ref}}`,
      category,
      totalInvestment,
      annualInvestment,
      monthlyTargets,
    });
  for (const { ref, openingYearToDate, toLastYearEnd } of projects)
    diary.project(RECORDED, office(2), ref, {
      type: 'RecordOpeningFigures',
      year: diary.year,
      through: '2022-03',
      yearToDate: openingYearToDate,
      toLastYearEnd,
      evidence: exampleDocument('一季度投资完成情况', ref.slice(1), RECORDED),
    });
  const document = exampleDocument('2022年区级重点项目实施计划', 1, PUBLISHED);
  diary.plan(PUBLISHED, office(1), { type: 'PublishPlan', approvedBy: '经区政府同意', document });
}

/** The leading group, and what each leader of the district is in charge of. */
function formGroup(diary: Diary): void {
  const document = exampleDocument('进一步完善全区重大项目推进机制的通知', 9, SINCE);
  const since = { occurredOn: SINCE, document };
  const members = [OFFICE_UNIT, ...SECTORS.map(({ authority }) => authority)];
  const formed = { leader: leadingGroup.subject, office: OFFICE_UNIT, members: [...new Set(members)] };
  diary.group(REGISTERED, office(1), { type: 'FormLeadingGroup', ...since, ...formed });
  for (const { leader, sectors } of PORTFOLIOS)
    diary.group(REGISTERED, office(1), { type: 'AssignLeaderPortfolio', ...since, leader, sectors, units: [] });
}

function register(diary: Diary, project: ExampleProject): void {
  const { ref, details, category, responsibilities, totalInvestment, milestones } = project;
  const fromIdea = isKnownFromIdea(project);
  diary.project(
    REGISTERED,
    office(1),
    ref,
    {
      type: 'RegisterProject',
      occurredOn: fromIdea ? FROM_IDEA.conceived : SINCE,
      details,
      status: fromIdea ? 'CONCEIVED' : BASELINE[category],
      currency: 'CNY',
      programme: null,
    },
    ref,
  );
  if (fromIdea) {
    const document = exampleDocument('列入区级重点项目储备库的通知', ref.slice(1), FROM_IDEA.reserved);
    diary.project(ASSIGNED, office(1), ref, { type: 'ReserveProject', occurredOn: FROM_IDEA.reserved, document });
    const begun = { occurredOn: FROM_IDEA.begun, document: null };
    diary.project(ASSIGNED, office(1), ref, { type: 'BeginPreliminaryWork', ...begun });
  }
  diary.project(ASSIGNED, office(1), ref, { type: 'AssignResponsibilities', occurredOn: SINCE, responsibilities });
  diary.project(ASSIGNED, office(1), ref, {
    type: 'ChangeTotalInvestment',
    occurredOn: SINCE,
    amount: totalInvestment,
    reason: null,
  });
  diary.project(ASSIGNED, office(1), ref, { type: 'ScheduleMilestones', occurredOn: SINCE, dates: milestones });
}

/** A few enter the statistics so late that their light is red by then. */
const isLateInStatistics = ({ ref }: ExampleProject): boolean => Number(ref.slice(1)) % 12 === 0;

/** A start that does not come this year, for a reason that is not the project's, is excused to the end of the year. */
export function excuse(diary: Diary, { ref }: ExampleProject): void {
  diary.project(EXCUSED, office(1), ref, {
    type: 'GrantExcuse',
    dimension: 'START',
    until: `${diary.year}-12-30`,
    reason: '用地报批依法延期，非项目单位原因',
    document: exampleDocument('关于延期开工的请示的批复', ref.slice(1), EXCUSED),
  });
}

/** Starts, stops and ends, each recorded some days after it happened. */
export function liveThrough(diary: Diary, project: ExampleProject, fate: Fate): void {
  const { ref } = project;
  const { start, suspension, completion, inService, cancellation } = fate;
  const document = (title: string, on: string) => exampleDocument(title, ref.slice(1), on);
  if (start) {
    diary.project(start.recorded, office(2), ref, {
      type: 'RecordCommencement',
      occurredOn: start.on,
      document: document('开工证明材料', start.on),
    });
    const entered = addDays(start.recorded, isLateInStatistics(project) ? 70 : 10);
    diary.project(workday(entered), office(2), ref, { type: 'EnterStatistics', occurredOn: entered, document: null });
  }
  if (suspension) {
    const reason = '要素保障不到位，施工暂停';
    diary.project(suspension.from.recorded, office(3), ref, {
      type: 'Suspend',
      occurredOn: suspension.from.on,
      reason,
    });
    if (suspension.to)
      diary.project(suspension.to.recorded, office(3), ref, {
        type: 'Resume',
        occurredOn: suspension.to.on,
        document: document('复工通知', suspension.to.on),
      });
  }
  if (completion)
    diary.project(completion.recorded, office(2), ref, {
      type: 'Complete',
      occurredOn: completion.on,
      document: document('竣工验收意见', completion.on),
    });
  if (inService)
    diary.project(inService.recorded, office(2), ref, {
      type: 'PutInService',
      occurredOn: inService.on,
      document: null,
    });
  if (cancellation)
    diary.project(cancellation.recorded, office(1), ref, {
      type: 'Cancel',
      occurredOn: cancellation.on,
      reason: '投资主体调整，项目不再实施',
      document: document('终止实施的批复', cancellation.on),
    });
}
