import { idAt, scenario } from '#libs/event-sourcing/testing';
import {
  AUTHORITY,
  DETAILS,
  DOCUMENT,
  endorsedFirst,
  leadingGroup,
  measure,
  OFFICE,
  inCharge,
  LEADER,
  plan,
  planScene,
  policies,
  pool,
  project,
  REPORTER,
  PROJECT_CODE_OF_P1,
  projectCode,
  standing,
  unit,
  version,
  yi,
} from './testing.js';
import { BULLETIN_REFUSED } from './bulletin/refused.js';
import { PROJECT_CODE_EXAMPLES, reserved } from './code/examples.js';
import { groupFormed, LEADING_GROUP_EXAMPLES } from './group/examples.js';
import { MEASURE_EXAMPLES, measureAdopted, measureProposed } from './measure/examples.js';
import type { PlanEntry, PlanEvent } from './plan/events.js';
import type { PlanCommand } from './plan/commands.js';
import { PLAN_REFUSED } from './plan/refused.js';
import { confirmed, landRequested, openedPool, POOL_EXAMPLES, proposed, released, supplied } from './pool/examples.js';
import type { PoolEvent } from './pool/events.js';
import { DEFAULT_POLICIES } from './policy/defaults.js';
import { type AdoptPolicy, policyDecider } from './policy/policy.js';
import type { ProjectCommand } from './project/commands.js';
import {
  accepted,
  applied,
  assignedTask,
  CANCELLED,
  commencementReported,
  COMMENCED,
  ASSIGNED,
  ENTERED,
  MEMBER,
  EXAMPLES,
  FIGURES,
  granted,
  HELD,
  HOLD_REQUESTED,
  planAdopted,
  raised,
  raisedAt,
  registered,
  reportedTask,
  RESOLVED,
  startPlanned,
  submit,
  submitted,
  SUSPENDED,
} from './project/examples.js';
import type { ProjectEvent } from './project/events.js';
import { projectCodeDecider } from './code/code.js';
import { projectCodeStream } from './code/state.js';
import { INITIAL_PROJECT } from './project/state.js';
import { type RefusalCode, REFUSALS } from './refusals.js';
import { authorize } from './rights.js';
import { SUBSCRIBER_REFUSED } from './subscriber/refused.js';
import { UNIT_EXAMPLES, unitMerged, unitRegistered } from './unit/examples.js';

type Provoked = { thenRefused(code: string): unknown };

const example = (type: keyof typeof EXAMPLES, ...given: ProjectEvent[]) =>
  project.given(...given).when(EXAMPLES[type].command as ProjectCommand, { actor: EXAMPLES[type].by });
const asked = (command: ProjectCommand, ...given: ProjectEvent[]) => project.given(...given).when(command);

const entry: PlanEntry = {
  project: 'p1',
  category: 'NEW_START',
  totalInvestment: 0,
  annualInvestment: 0,
  monthlyTargets: null,
};
const none = {
  construction: { count: 0, totalInvestment: 0, annualInvestment: 0 },
  preliminary: { count: 0, totalInvestment: 0 },
};
const drafted = (declared = none): PlanEvent => ({ type: 'PlanDrafted', data: { year: 2022, declared } });
const included: PlanEvent = { type: 'PlanEntryIncluded', data: { year: 2022, entry } };
const published: PlanEvent = {
  type: 'PlanPublished',
  data: { year: 2022, approvedBy: '示例', document: DOCUMENT, totals: none, nextOpening: null },
};
const publish: PlanCommand = { type: 'PublishPlan', approvedBy: '示例', document: DOCUMENT };
const others = { ...planScene.others, 'project-p1': project.given(registered()).state() };
const planAsked = (command: PlanCommand, ...given: PlanEvent[]) => plan.given(...given).when(command, { others });
const include = (change: Partial<PlanEntry>) => planAsked({ type: 'IncludeProject', ...entry, ...change }, drafted());

const adopt = (change: Partial<AdoptPolicy>): Provoked =>
  scenario(policyDecider, { stream: 'policy-escalation', now: '2022-04-07T02:00:00.000Z', actor: OFFICE })
    .given({
      type: 'PolicyAdopted',
      data: { policy: 'escalation', version: 1, effectiveFrom: '2022-06-01', ...DEFAULT_POLICIES.escalation },
    })
    .when({
      type: 'AdoptPolicy',
      policy: 'escalation',
      effectiveFrom: '2022-07-01',
      ...DEFAULT_POLICIES.escalation,
      ...change,
    });

const poolExample = (type: keyof typeof POOL_EXAMPLES, ...given: PoolEvent[]) =>
  pool.given(...given).when(POOL_EXAMPLES[type].command, { actor: POOL_EXAMPLES[type].by });

const authorized = (role: string, command: string): Provoked => ({
  thenRefused: (code) =>
    expect(() =>
      authorize(
        { id: 'x', role, unit: 'elsewhere' },
        { type: command },
        { ...INITIAL_PROJECT, exists: true },
        'project-p1',
      ),
    ).toThrow(expect.objectContaining({ code })),
});

const under = (state: Record<string, unknown>) =>
  project.given(registered()).when(EXAMPLES.RaiseBlocker.command, { others: state });

/** What is said of questions, and no refusal of a command. */
const OF_QUERIES = ['UNKNOWN_PLAN_VERSION'] as const;

/** Every refusal of a command with the plainest way to provoke it. */
const PROVOKED: Record<Exclude<RefusalCode, (typeof OF_QUERIES)[number]>, () => Provoked> = {
  ROLE_MAY_NOT: () => authorized('AUDITOR', 'SubmitReport'),
  UNIT_MAY_NOT: () => authorized('REPORTER', 'SubmitReport'),
  ...BULLETIN_REFUSED,
  ...SUBSCRIBER_REFUSED,
  ...PLAN_REFUSED,
  REPORT_NOT_ENDORSED: () =>
    project
      .given(...MEMBER, submitted(FIGURES))
      .when(EXAMPLES.AcceptReport.command, { actor: OFFICE, others: endorsedFirst }),
  OFFICE_ACCEPTS_LAST: () =>
    project
      .given(...MEMBER, submitted(FIGURES))
      .when(EXAMPLES.AcceptReport.command, { actor: AUTHORITY, others: endorsedFirst }),
  REVIEWER_IS_REPORTER: () => project.given(...MEMBER, submitted(FIGURES)).when(EXAMPLES.AcceptReport.command),
  NOT_THE_NAMED_REPORTER: () => project.given(...MEMBER).when(submit(FIGURES), { actor: { ...OFFICE, id: 'else' } }),
  CLOSER_IS_RESOLVER: () => project.given(registered(), raised(), RESOLVED).when(EXAMPLES.CloseBlocker.command),
  CONSENTER_IS_REQUESTER: () =>
    project
      .given(registered(), raisedAt('L4_LEADING_GROUP'), HOLD_REQUESTED)
      .when(EXAMPLES.ConsentToHold.command, { actor: { ...OFFICE, id: 'reporter-1' } }),
  CONSENT_OF_NEXT_LEVEL: () =>
    project
      .given(registered(), raised(), HOLD_REQUESTED)
      .when(EXAMPLES.ConsentToHold.command, { actor: { ...OFFICE, role: 'DISTRICT_LEADER' } }),
  LEADER_NOT_IN_CHARGE: () =>
    project
      .given(registered(), raisedAt('L3_DISTRICT_LEADER'))
      .when(EXAMPLES.AcceptBlocker.command, { actor: LEADER, others: inCharge('leader-1') }),
  COORDINATION_OF_OTHER_LEVEL: () =>
    project
      .given(...EXAMPLES.HoldCoordination.given)
      .when(EXAMPLES.HoldCoordination.command, { actor: { ...OFFICE, role: 'DISTRICT_LEADER' } }),
  TASK_OF_OTHER_UNIT: () => asked(EXAMPLES.ReportTask.command, registered(), assignedTask()),
  TASK_JUDGE_IS_REPORTER: () => asked(EXAMPLES.CloseTask.command, registered(), assignedTask(), reportedTask()),
  SIGNER_IS_PROPOSER: () => measure.given(measureProposed()).when(MEASURE_EXAMPLES.SignOffMeasure.command),
  CONFIRMER_IS_REPORTER: () => asked({ type: 'ConfirmCommencement' }, registered(), commencementReported()),
  WAIVER_NEEDS_TWO: () => asked(EXAMPLES.ConfirmWaiver.command, ...EXAMPLES.ConfirmWaiver.given),
  CONFIRMER_IS_PROPOSER: () =>
    pool.given(openedPool(), supplied(9_999), proposed()).when(POOL_EXAMPLES.ConfirmMatch.command),
  CORRECTOR_IS_PROPOSER: () =>
    project.given(...EXAMPLES.ConfirmCorrection.given).when(EXAMPLES.ConfirmCorrection.command, { actor: REPORTER }),

  UNKNOWN_PROJECT: () => example('Suspend'),
  UNKNOWN_PLAN: () => planAsked(publish),
  UNKNOWN_ENTRY: () => planAsked({ type: 'RemoveProject', project: 'p1' }, drafted()),
  UNKNOWN_BLOCKER: () => example('AcceptBlocker', registered()),
  UNKNOWN_TASK: () => example('ReportTask', registered()),
  UNKNOWN_REPORT: () => example('AcceptReport', ...MEMBER),
  UNKNOWN_UNIT: () => unit.given().when(UNIT_EXAMPLES.RenameUnit.command),
  UNKNOWN_PROJECT_GROUP: () =>
    leadingGroup.given(groupFormed).when(LEADING_GROUP_EXAMPLES.DissolveProjectGroup.command),
  UNKNOWN_POOL: () => poolExample('ClosePool'),
  UNKNOWN_MATCH: () => poolExample('ConfirmMatch', openedPool()),
  UNKNOWN_FUNDING_LINE: () => example('PayFunding', registered()),
  UNKNOWN_SUPPORT: () => example('GrantSupport', registered()),
  UNKNOWN_MEASURE: () => measure.given().when(MEASURE_EXAMPLES.WithdrawMeasure.command),

  UNKNOWN_FACT: () => asked({ ...EXAMPLES.CorrectFact.command, corrects: 'no-fact' }, registered()),
  UNKNOWN_CORRECTION: () => example('DeclineCorrection', registered()),
  PROJECT_EXISTS: () => example('RegisterProject', registered()),
  PLAN_EXISTS: () => planAsked({ type: 'DraftPlan', declared: none }, drafted()),
  PLAN_PUBLISHED: () => planAsked(publish, drafted(), published),
  PLAN_DOES_NOT_RECONCILE: () =>
    planAsked(publish, drafted({ ...none, preliminary: { count: 1, totalInvestment: 0 } })),
  PLAN_ENTRIES_INCOMPLETE: () =>
    planAsked(publish, drafted({ ...none, construction: { ...none.construction, count: 1 } }), included),
  PROJECT_ENDED: () => example('RecordCommencement', registered(), CANCELLED),
  PROJECT_NOT_STARTED: () => example('Suspend', registered()),
  PROJECT_ALREADY_STARTED: () => example('RecordCommencement', registered('UNDER_CONSTRUCTION')),
  PROJECT_COMPLETED: () => example('Suspend', registered('COMPLETED')),
  PROJECT_NOT_COMPLETED: () => example('PutInService', registered('UNDER_CONSTRUCTION')),
  PROJECT_SUSPENDED: () => example('Complete', registered('SUSPENDED')),
  PROJECT_NOT_SUSPENDED: () => example('Resume', registered('UNDER_CONSTRUCTION')),
  PROJECT_NOT_CONCEIVED: () => example('ReserveProject', registered()),
  PROJECT_NOT_RESERVED: () => example('BeginPreliminaryWork', registered('CONCEIVED')),
  STAGE_BEFORE_CURRENT: () => example('Cancel', registered('UNDER_CONSTRUCTION', '2022-05-13')),
  MONTH_NOT_OPEN: () => asked(submit(FIGURES, { month: '2022-06' }), ...MEMBER),
  NO_REPORT_OWED: () => asked(submit(FIGURES), registered()),
  REPORT_AWAITS_REVIEW: () => asked(submit(FIGURES), ...MEMBER, submitted(FIGURES)),
  REPORT_ACCEPTED: () => asked(submit(FIGURES), ...MEMBER, submitted(FIGURES), accepted(FIGURES)),
  REPORT_NOT_ACCEPTED: () => example('AmendReport', ...MEMBER, submitted(FIGURES)),
  REPORT_NOT_PENDING: () => example('ReturnReport', ...MEMBER, submitted(FIGURES), accepted(FIGURES)),
  RESCHEDULE_NEEDS_REASON: () =>
    asked(
      { type: 'ScheduleMilestones', occurredOn: '2022-05-16', dates: { COMMENCEMENT: '2022-12-31' } },
      ...EXAMPLES.RescheduleMilestone.given,
      ENTERED,
    ),
  MILESTONE_NOT_SCHEDULED: () => example('RescheduleMilestone', registered()),
  BLOCKER_NOT_OPEN: () => example('ResolveBlocker', registered(), raised(), RESOLVED),
  BLOCKER_NOT_RESOLVED: () => example('CloseBlocker', registered(), raised()),
  BLOCKER_STILL_OPEN: () => example('ReopenBlocker', registered(), raised()),
  BLOCKER_ON_HOLD: () => example('AcceptBlocker', registered(), raised(), HELD),
  BLOCKER_NOT_ON_HOLD: () => example('ResumeBlocker', registered(), raised()),
  HOLD_NOT_REQUESTED: () => example('ConsentToHold', registered(), raised()),
  LEVEL_NOT_HELD: () =>
    asked({ ...EXAMPLES.EscalateBlocker.command, from: 'L2_SECTOR_AUTHORITY' }, registered(), raised()),
  LEVEL_IS_HIGHEST: () =>
    asked(
      { ...EXAMPLES.EscalateBlocker.command, from: 'L4_LEADING_GROUP' },
      registered(),
      raisedAt('L4_LEADING_GROUP'),
    ),
  LEVEL_IS_LOWEST: () =>
    asked({ ...EXAMPLES.ReturnBlockerDown.command, from: 'L1_LEGAL_ENTITY' }, registered(), raised()),
  LEVEL_NOT_REACHED: () =>
    asked({ ...EXAMPLES.RecordLevelOutcome.command, level: 'L2_SECTOR_AUTHORITY' }, registered(), raised()),
  TASK_REPORTED: () => example('ReportTask', registered(), assignedTask(), reportedTask()),
  TASK_NOT_REPORTED: () => example('CloseTask', registered(), assignedTask()),
  TASK_ENDED: () => example('ReportTask', registered(), assignedTask(), EXAMPLES.CancelTask.event),
  OPENING_FIGURES_EXIST: () =>
    asked(
      { ...EXAMPLES.RecordOpeningFigures.command, yearToDate: yi(9) },
      registered(),
      EXAMPLES.RecordOpeningFigures.event,
    ),
  POOL_EXISTS: () => poolExample('OpenPool', openedPool()),
  POOL_CLOSED: () => poolExample('SupplyPool', openedPool(), { type: 'PoolClosed', data: { reason: '年度结束' } }),
  POOL_OF_OTHER_CONTENTS: () => poolExample('RequestLandQuota', openedPool()),
  POOL_EXHAUSTED: () => poolExample('ConfirmMatch', openedPool(), supplied(3_999), proposed()),
  POOL_BELOW_COMMITTED: () =>
    pool
      .given(openedPool(), supplied(4_000), proposed(), confirmed())
      .when({ type: 'SupplyPool', period: '2022', capacity: 3_999, reason: '调减' }),
  POOL_HAS_PROPOSALS: () => poolExample('ClosePool', openedPool(), proposed()),
  MATCH_RELEASED: () => poolExample('ConfirmMatch', openedPool(), proposed(), released()),
  KEY_PROJECTS_FIRST: () =>
    poolExample(
      'ConfirmMatch',
      openedPool('LAND'),
      supplied(4_000),
      landRequested('OTHER'),
      landRequested('KEY_PROJECT', 4_000, 'key'),
    ),
  NOT_A_KEY_PROJECT: () =>
    pool.given(openedPool('LAND')).when({ ...POOL_EXAMPLES.RequestLandQuota.command, project: 'p2' }),
  MEASURE_EXISTS: () => measure.given(measureProposed()).when(MEASURE_EXAMPLES.ProposeMeasure.command),
  MEASURE_NOT_PROPOSED: () =>
    measure.given(measureProposed(), measureAdopted()).when(MEASURE_EXAMPLES.AdoptMeasure.command),
  SIGN_OFF_MISSING: () => measure.given(measureProposed('CONTRACTIONARY')).when(MEASURE_EXAMPLES.AdoptMeasure.command),
  OTHERS_HANG_ON_FACT: () =>
    asked(
      { type: 'CorrectFact', corrects: idAt(1), replacement: null, reason: '误录', document: DOCUMENT },
      ...EXAMPLES.PayFunding.given,
      EXAMPLES.PayFunding.event,
    ),
  SUPPORT_ALREADY_GRANTED: () =>
    asked(
      { ...EXAMPLES.GrantSupport.command, occurredOn: '2022-05-15' },
      ...EXAMPLES.GrantSupport.given,
      EXAMPLES.GrantSupport.event,
    ),
  STATISTICS_ALREADY_ENTERED: () =>
    asked(
      { ...EXAMPLES.EnterStatistics.command, occurredOn: '2022-05-15' },
      registered(),
      EXAMPLES.EnterStatistics.event,
    ),
  SUPPORT_BEFORE_APPLICATION: () =>
    asked({ ...EXAMPLES.GrantSupport.command, occurredOn: '2022-05-15' }, ...EXAMPLES.GrantSupport.given),
  PROJECT_NOT_IN_POOL: () => poolExample('WithdrawProject', openedPool('PROJECTS')),
  POLICY_NOT_IN_FORCE: () => under(policies({ escalation: [] })),
  CALENDAR_YEAR_MISSING: () => under(policies({ calendar: [version(1, '2022-01-01', { years: {} })] })),
  CORRECTION_DECIDED: () =>
    example('ConfirmCorrection', ...EXAMPLES.DeclineCorrection.given, EXAMPLES.DeclineCorrection.event),
  STAGES_OUT_OF_ORDER: () =>
    asked({ ...EXAMPLES.CorrectFact.command, replacement: null }, registered(), COMMENCED, SUSPENDED),
  APPROVALS_OUT_OF_ORDER: () =>
    asked({ ...EXAMPLES.CorrectFact.command, replacement: null }, registered(), applied(), granted()),

  CHANGE_NEEDS_DOCUMENT: () => asked({ ...EXAMPLES.ChangeDetails.command }, ...MEMBER),
  DUTY_IS_HELD: () => asked({ ...EXAMPLES.AppointOfficer.command, duty: 'REPORTING' }, ...MEMBER),
  DUTY_NOT_HELD: () => example('HandOverOfficer', registered()),
  PROJECT_CODE_RESERVED: () => projectCode.given(reserved('p2')).when(PROJECT_CODE_EXAMPLES.ReserveProjectCode.command),
  PROJECT_CODE_NOT_RESERVED: () =>
    project.given(registered()).when(EXAMPLES.AssignProjectCode.command, {
      others: { [projectCodeStream(PROJECT_CODE_OF_P1)]: { project: 'p2', former: [] } },
    }),
  PROJECT_CODE_HELD: () =>
    projectCode.given(reserved()).when(PROJECT_CODE_EXAMPLES.ReleaseProjectCode.command, {
      others: { 'project-p1': { ...INITIAL_PROJECT, code: PROJECT_CODE_OF_P1 } },
    }),
  UNIT_EXISTS: () => unit.given(unitRegistered()).when(UNIT_EXAMPLES.RegisterUnit.command),
  UNIT_MERGED: () => unit.given(unitRegistered(), unitMerged('2022-05-16')).when(UNIT_EXAMPLES.RenameUnit.command),
  LEADING_GROUP_NOT_FORMED: () => leadingGroup.given().when(LEADING_GROUP_EXAMPLES.AssignLeaderPortfolio.command),
  LEADER_HOLDS_NOTHING: () => leadingGroup.given(groupFormed).when(LEADING_GROUP_EXAMPLES.EndLeaderPortfolio.command),

  DOCUMENT_WITHOUT_FILE: () =>
    asked({ ...EXAMPLES.RecordCommencement.command, document: { ...DOCUMENT, sha256: null } }, registered()),
  APPROVAL_PENDING: () => example('ApplyForApproval', registered(), applied('CONSTRUCTION_PERMIT', '2022-05-06')),
  APPROVAL_IN_FORCE: () => example('ApplyForApproval', registered(), granted()),
  APPROVAL_NOT_PENDING: () => example('ReturnApproval', registered()),
  APPROVAL_NOT_GRANTED: () => example('ExtendApproval', registered()),
  APPROVAL_NOT_EXTENDABLE: () =>
    asked({ ...EXAMPLES.ExtendApproval.command, kind: 'EIA' }, registered(), granted('EIA')),
  APPROVAL_BEFORE_CURRENT: () =>
    asked({ ...EXAMPLES.ReturnApproval.command, occurredOn: '2022-05-04' }, registered(), applied()),

  FACT_NOT_VOIDABLE: () =>
    asked({ ...EXAMPLES.CorrectFact.command, corrects: idAt(0), replacement: null }, registered()),
  REPLACEMENT_OF_OTHER_KIND: () => example('CorrectFact', registered(), COMMENCED),
  PROJECT_NOT_PRELIMINARY: () => example('PlanNewStart', registered('RESERVED')),
  NOT_A_NEW_START: () => example('ReportCommencement', registered('PRELIMINARY')),
  NOT_IN_ANNUAL_PLAN: () => example('PlanNewStart', registered('PRELIMINARY'), startPlanned()),
  PLANNED_START_MISSING: () => example('PlanNewStart', registered('PRELIMINARY')),
  PLANNED_START_PASSED: () => example('AdoptBackwardSchedule', registered(), startPlanned('2022-05-16')),
  BACKWARD_SCHEDULE_MISSING: () => example('PlanNewStart', registered('PRELIMINARY'), startPlanned(), ENTERED),
  CHECKLIST_MISSING: () =>
    example('ProposeWaiver', {
      ...registered(),
      data: { ...registered().data, details: { ...DETAILS, investmentType: null } },
    } as ProjectEvent),
  START_ITEMS_MISSING: () => example('ConfirmCommencement', registered(), commencementReported()),
  COMMENCEMENT_NOT_REPORTED: () => example('ConfirmCommencement', registered()),
  WAIVER_NOT_PROPOSED: () => example('ConfirmWaiver', registered()),
  NODE_MOVED_WITHOUT_REASON: () =>
    example('AdoptPreparationPlan', registered('PRELIMINARY'), planAdopted('2022-05-19')),

  FACT_IN_FUTURE: () => asked({ ...EXAMPLES.ReportSourcePhase.command, occurredOn: '2022-05-17' }, registered()),
  TASK_DUE_IN_PAST: () => asked({ ...EXAMPLES.AssignTask.command, dueOn: '2022-05-15' }, registered()),
  AMOUNT_OUT_OF_RANGE: () => asked({ ...EXAMPLES.ChangeTotalInvestment.command, amount: 0.5 }, registered()),
  TARGETS_DO_NOT_SUM: () => include({ monthlyTargets: [1] }),
  PLAN_COUNTS_CNY_ONLY: () =>
    plan
      .given(drafted())
      .when(
        { type: 'IncludeProject', ...entry },
        { others: { 'project-p1': { ...INITIAL_PROJECT, exists: true, currency: 'USD' } } },
      ),
  PRELIMINARY_HAS_NO_ANNUAL_PLAN: () => include({ category: 'PRELIMINARY', annualInvestment: 1 }),
  CUMULATIVE_DOES_NOT_FOLLOW: () => asked(submit({ month: 1, yearToDate: 2 }), ...MEMBER),
  NEGATIVE_MONTH_NEEDS_REASON: () => asked(submit({ month: -1, yearToDate: -1 }), ...MEMBER),
  COSTS_DO_NOT_SUM: () =>
    asked(submit(FIGURES, { costs: { civilWorks: 1, installation: 1, landAndOther: 1 } }), ...MEMBER),
  PRELIMINARY_WORK_UNTOLD: () => asked(submit(FIGURES), registered('PRELIMINARY'), ASSIGNED, ENTERED),
  NOT_IN_PRELIMINARY_WORK: () => asked(submit(FIGURES, { preliminary: { nodes: [], expenses: 0 } }), ...MEMBER),
  SUSPENDED_REPORTS_NIL: () => asked(submit(FIGURES), ...MEMBER, COMMENCED, SUSPENDED),
  PLACES_LEFT_OPEN: () => {
    const { command } = EXAMPLES.AssignResponsibilities;
    return asked({ ...command, responsibilities: { ...command.responsibilities, legalEntity: null } }, registered());
  },
  NOT_ON_CHECKLIST: () => asked({ ...EXAMPLES.ProposeWaiver.command, approval: 'FILING' }, registered()),
  STATUTORY_NOT_WAIVABLE: () => asked({ ...EXAMPLES.ProposeWaiver.command, approval: 'EIA' }, registered()),
  NODE_NAMED_TWICE: () => {
    const { command } = EXAMPLES.AdoptPreparationPlan;
    return asked({ ...command, nodes: [command.nodes[0]!, command.nodes[0]!] }, registered('PRELIMINARY'));
  },
  EXCUSE_ENDS_BEFORE_TODAY: () => asked({ ...EXAMPLES.GrantExcuse.command, until: '2022-05-15' }, ...MEMBER),
  PAUSE_ENDS_BEFORE_IT_BEGINS: () =>
    asked({ ...EXAMPLES.RecogniseSuspension.command, until: '2022-03-31' }, ...EXAMPLES.RecogniseSuspension.given),
  APPROVAL_DOCUMENT_INCOMPLETE: () =>
    asked({ ...EXAMPLES.GrantApproval.command, document: { ...DOCUMENT, docNo: null } }, registered()),
  PERIOD_NOT_OF_POOL: () => poolExample('SupplyPool', openedPool('ENERGY', 'MONTH')),
  LIAISON_NEEDS_PARTIES: () => asked({ ...EXAMPLES.RecordLiaison.command, parties: [] }, registered()),
  TARGETS_UNSOUND: () =>
    measure.given().when({ ...MEASURE_EXAMPLES.ProposeMeasure.command, targets: { projects: [], sectors: [] } }),
  POOL_UNSOUND: () => pool.given().when({ ...POOL_EXAMPLES.OpenPool.command, source: 'CENTRAL' }),
  POLICY_RUNS_BACKWARDS: () => adopt({ effectiveFrom: '2022-04-07' }),
  POLICY_DATES_OVERLAP: () => adopt({ effectiveFrom: '2022-06-01' }),
  PROJECT_CODE_MALFORMED: () =>
    scenario(projectCodeDecider, { ...planScene, stream: 'code-1' })
      .given()
      .when(PROJECT_CODE_EXAMPLES.ReserveProjectCode.command),
  COPIED_UNIT_HOLDS_NO_PLACE: () =>
    project.given(registered()).when(EXAMPLES.ChangeLegalEntity.command, {
      others: { 'unit-successor': { ...standing, kind: 'COPIED' } },
    }),
  UNIT_MERGES_INTO_ITSELF: () => unit.given(unitRegistered()).when({ ...UNIT_EXAMPLES.MergeUnit.command, into: 'u1' }),
  POLICY_UNSOUND: () => adopt({ rules: { workingDays: {} } as AdoptPolicy['rules'] }),
  PERSONAL_DATA_IN_TEXT: () => asked(submit(FIGURES, { progress: '13812345678' }), ...MEMBER),
};

describe('the table of refusals', () => {
  it('has a way to provoke each of its codes', () => {
    expect([...Object.keys(PROVOKED), ...OF_QUERIES].sort()).toEqual(Object.keys(REFUSALS).sort());
  });

  it.each(Object.entries(PROVOKED))('%s', (code, provoke) => {
    provoke().thenRefused(code);
  });

  it('has a sentence of its own for each code', () => {
    const sentences = Object.values(REFUSALS).map(([, sentence]) => sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
