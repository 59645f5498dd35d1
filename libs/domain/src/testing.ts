import type { Actor } from '#libs/event-sourcing/pure';
import { type Scene, scenario } from '#libs/event-sourcing/testing';
import { endOf, lastDayOf } from './days.js';
import type { DocumentRef } from './facts.js';
import { FEN_PER_YI } from './money.js';
import { bulletinDecider } from './bulletin/bulletin.js';
import { INITIAL_BULLETIN } from './bulletin/state.js';
import { governmentPlanDecider } from './government/government.js';
import { outlineDecider } from './outline/outline.js';
import { planDecider } from './plan/plan.js';
import { INITIAL_PLAN, type JudgedMonth, type OpenedMonth, type PlanState } from './plan/state.js';
import { DEFAULT_POLICIES } from './policy/defaults.js';
import { monthDates } from './policy/monthly-report.js';
import type { PolicyName, PolicyRules, PolicyState, PolicyVersion } from './policy/policy.js';
import { policyStream } from './policy/policy.js';
import { leadingGroupDecider } from './group/group.js';
import { INITIAL_LEADING_GROUP, LEADING_GROUP_STREAM } from './group/state.js';
import { measureDecider } from './measure/measure.js';
import { poolDecider } from './pool/pool.js';
import { projectCodeDecider } from './code/code.js';
import { projectCodeStream } from './code/state.js';
import { projectDecider } from './project/project.js';
import { INITIAL_UNIT, type UnitState, unitStream } from './unit/state.js';
import { unitDecider } from './unit/unit.js';
import type { Details, Responsibilities } from './project/events.js';
import { INITIAL_PROJECT, type ProjectState } from './project/state.js';

/** The people, papers and rules of the specs. */
export const OFFICE: Actor = { id: 'office-1', role: 'LG_OFFICE', unit: 'drc' };
export const COLLEAGUE: Actor = { ...OFFICE, id: 'office-2' };
export const AUTHORITY: Actor = { id: 'authority-1', role: 'SECTOR_AUTHORITY', unit: 'authority' };
export const LEADER: Actor = { id: 'leader-2', role: 'DISTRICT_LEADER', unit: 'district' };
export const REPORTER: Actor = { id: 'reporter-1', role: 'REPORTER', unit: 'builder' };

export const yi = (amount: number): number => Math.round(amount * FEN_PER_YI);

export const DOCUMENT: DocumentRef = {
  kind: 'APPROVAL',
  title: '关于示例项目的批复',
  docNo: '示例〔2022〕1号',
  issuer: '示例单位',
  issuedOn: '2022-01-20',
  sha256: 'a13800000000b'.padEnd(64, 'c'),
  size: 20_480,
  mediaType: 'application/pdf',
};
export const PROJECT_CODE_OF_P1 = '2204-500109-04-01-123456';
export const DETAILS: Details = {
  name: '示例道路',
  description: null,
  sector: 'transport',
  town: '示例镇',
  nature: 'NEW',
  investmentType: 'GOVERNMENT',
  managingUnit: null,
  clientUnit: null,
  landArea: null,
  remark: null,
};
export const RESPONSIBILITIES: Responsibilities = {
  responsibleUnit: 'keeper',
  legalEntity: 'builder',
  leadAuthority: 'authority',
  supportingUnits: ['helper'],
  reporter: 'reporter-1',
};

type Versions = { readonly [N in PolicyName]?: readonly PolicyVersion<PolicyRules[N]>[] };

export const version = <R>(number: number, effectiveFrom: string, rules: R): PolicyVersion<R> => ({
  version: number,
  effectiveFrom,
  rules,
});

/** The policy streams with the default rules since the year's first day, or with these versions instead. */
export function policies(versions: Versions = {}): Record<string, PolicyState> {
  const names = Object.keys(DEFAULT_POLICIES) as PolicyName[];
  return Object.fromEntries(
    names.map((name) => [
      policyStream(name),
      { versions: versions[name] ?? [version(1, '2022-01-01', DEFAULT_POLICIES[name].rules)] },
    ]),
  );
}

/** A month as the default rules open it, with project p1 as a member. */
export const opened = (month: string, change: Partial<OpenedMonth> = {}): OpenedMonth => ({
  month,
  ...monthDates(DEFAULT_POLICIES['monthly-report'].rules, DEFAULT_POLICIES.calendar.rules, month),
  policyVersion: 1,
  cutOff: lastDayOf(month),
  owing: new Set(['p1']),
  notices: [],
  supplement: null,
  ...change,
});

/** A month at whose end the lights of project p1 are judged by the default rules. */
export const judged = (month: string, change: Partial<JudgedMonth> = {}): JudgedMonth => ({
  month,
  endsAt: endOf(lastDayOf(month)),
  policyVersion: 1,
  rules: DEFAULT_POLICIES.lights.rules,
  members: new Set(['p1']),
  ...change,
});

/** The state of a published plan in which these months were opened. */
export const planWith = (...months: OpenedMonth[]): PlanState => ({
  ...planDecider.initial,
  year: 2022,
  publishedAt: '2022-04-07T02:00:00.000Z',
  months,
});

export const projectScene: Scene = {
  stream: 'project-p1',
  now: '2022-05-16T02:00:00.000Z',
  actor: REPORTER,
  others: {
    ...policies(),
    'plan-2022': planWith(opened('2022-05')),
    ...Object.fromEntries(
      ['keeper', 'builder', 'authority', 'helper', 'successor'].map((unit) => [unitStream(unit), INITIAL_UNIT]),
    ),
    [projectCodeStream(PROJECT_CODE_OF_P1)]: { project: 'p1', former: [] },
    [LEADING_GROUP_STREAM]: INITIAL_LEADING_GROUP,
  },
};
/** As in the scene, but the authority reviews before the office. */
export const endorsedFirst = {
  ...projectScene.others,
  ...policies({
    'monthly-report': [
      version(1, '2022-01-01', { ...DEFAULT_POLICIES['monthly-report'].rules, review: 'AUTHORITY_THEN_OFFICE' }),
    ],
  }),
};
/** As in the scene, but the project's sector is in the charge of this leader. */
export const inCharge = (leader: string) => ({
  ...projectScene.others,
  [LEADING_GROUP_STREAM]: leadingGroup
    .given({
      type: 'LeaderPortfolioAssigned',
      data: { occurredOn: '2022-01-01', leader, sectors: [DETAILS.sector!], units: [], document: DOCUMENT },
    })
    .state(),
});
export const project = scenario(projectDecider, projectScene);

/** A registered project with every place filled. */
export const assignable = (held: Partial<Responsibilities> = {}): ProjectState =>
  project
    .given(
      {
        type: 'ProjectRegistered',
        data: { occurredOn: '2022-01-01', details: DETAILS, status: 'PLANNED_START', currency: 'CNY', programme: null },
      },
      {
        type: 'ResponsibilitiesAssigned',
        data: { occurredOn: '2022-01-01', responsibilities: { ...RESPONSIBILITIES, ...held } },
      },
    )
    .state();

/** A plan of 2022 with no plan before or after it, and projects p1 to p4. */
export const planScene: Scene = {
  stream: 'plan-2022',
  now: '2022-04-07T02:00:00.000Z',
  actor: OFFICE,
  others: {
    ...policies(),
    'plan-2021': INITIAL_PLAN,
    'plan-2023': INITIAL_PLAN,
    ...Object.fromEntries(['p1', 'p2', 'p3', 'p4'].map((id) => [`project-${id}`, assignable()])),
  },
};
export const plan = scenario(planDecider, planScene);
export const outline = scenario(outlineDecider, {
  ...planScene,
  stream: 'outline-rail',
  others: { ...planScene.others, 'project-unknown': INITIAL_PROJECT },
});
export const governmentPlan = scenario(governmentPlanDecider, { ...planScene, stream: 'government-plan-2022' });

/** A unit that another one can be merged into. */
export const standing: UnitState = { ...INITIAL_UNIT, kind: 'DISTRICT_DEPARTMENT' };
export const unit = scenario(unitDecider, {
  stream: 'unit-u1',
  now: projectScene.now,
  actor: OFFICE,
  others: { 'unit-successor': standing },
});

export const projectCode = scenario(projectCodeDecider, {
  stream: projectCodeStream(PROJECT_CODE_OF_P1),
  now: projectScene.now,
  actor: OFFICE,
  others: {
    'project-p1': { ...INITIAL_PROJECT, exists: true },
    'project-p2': { ...INITIAL_PROJECT, exists: true },
    'project-unknown': INITIAL_PROJECT,
  },
});

export const leadingGroup = scenario(leadingGroupDecider, {
  stream: 'group-leading',
  now: projectScene.now,
  actor: OFFICE,
});
/** Pools in a district whose project p1 stands in the plan of 2022, and p2 in none. */
export const poolScene: Scene = {
  stream: 'pool-1',
  now: '2022-04-07T02:00:00.000Z',
  actor: OFFICE,
  others: {
    'project-p1': {
      ...INITIAL_PROJECT,
      exists: true,
      plans: { 2022: { category: 'NEW_START', annualInvestment: yi(1), since: '2022-04-07T02:00:00.000Z' } },
    },
    'project-p2': { ...INITIAL_PROJECT, exists: true },
    'project-unknown': INITIAL_PROJECT,
  },
};
export const pool = scenario(poolDecider, poolScene);
export const measure = scenario(measureDecider, { ...poolScene, stream: 'measure-1' });

/** In May 2022, under a published plan; beside the bulletin one that was issued and one that is a draft. */
export const bulletinScene: Scene = {
  stream: 'bulletin-1',
  now: projectScene.now,
  actor: OFFICE,
  others: {
    'plan-2022': planWith(opened('2022-04')),
    'unit-u1': standing,
    'unit-copied': { ...standing, kind: 'COPIED' },
    'unit-unknown': INITIAL_UNIT,
    'bulletin-unknown': INITIAL_BULLETIN,
    'bulletin-draft': { ...INITIAL_BULLETIN, status: 'DRAFTED', month: '2022-04' },
    'bulletin-corrected': { ...INITIAL_BULLETIN, status: 'ISSUED', month: '2022-04' },
  },
};
export const bulletin = scenario(bulletinDecider, bulletinScene);
