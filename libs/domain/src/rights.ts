import { type Actor, categoryOf, idOf } from '#libs/event-sourcing/pure';
import type { BulletinCommand } from './bulletin/commands.js';
import type { LeadingGroupCommand } from './group/commands.js';
import type { FileCommand } from './file/commands.js';
import type { MeasureCommand } from './measure/commands.js';
import type { GovernmentPlanCommand } from './government/commands.js';
import type { OutlineCommand } from './outline/commands.js';
import type { PlanCommand } from './plan/commands.js';
import type { AdoptPolicy } from './policy/policy.js';
import type { PoolCommand } from './pool/commands.js';
import type { ProjectCommand } from './project/commands.js';
import type { ProjectCodeCommand } from './code/commands.js';
import type { PublicationCommand } from './publication/commands.js';
import type { Responsibilities } from './project/events.js';
import { currentResponsibilities } from './project/responsibility/state.js';
import type { ProjectState } from './project/state.js';
import { refuse } from './refusals.js';
import type { SubscriberCommand } from './subscriber/commands.js';
import type { UnitCommand } from './unit/commands.js';

export const ROLES = [
  'REPORTER',
  'LEGAL_ENTITY',
  'RESPONSIBLE_UNIT',
  'SECTOR_AUTHORITY',
  'SUPPORTING_UNIT',
  'PROJECT_GROUP',
  'DISTRICT_LEADER',
  'LEADING_GROUP',
  'LG_OFFICE',
  'AUDITOR',
  'SUBSCRIBER',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

/** Over the whole district, or only over the actor's unit and the projects in which it holds the role's place. */
type Reach = 'DISTRICT' | 'OWN';
type AnyCommand =
  | ProjectCommand
  | ProjectCodeCommand
  | PlanCommand
  | OutlineCommand
  | GovernmentPlanCommand
  | PoolCommand
  | MeasureCommand
  | BulletinCommand
  | FileCommand
  | PublicationCommand
  | SubscriberCommand
  | AdoptPolicy
  | UnitCommand
  | LeadingGroupCommand;

const OFFICE = { LG_OFFICE: 'DISTRICT' } as const;
const REPORTING = { REPORTER: 'OWN', LEGAL_ENTITY: 'OWN' } as const;
const KEEPING = { ...OFFICE, RESPONSIBLE_UNIT: 'OWN', LEGAL_ENTITY: 'OWN' } as const;
/** Who handles preliminary work, and who answers for what the authorities decided. */
const HANDLING = { ...KEEPING, SECTOR_AUTHORITY: 'OWN' } as const;
const AUTHORITY = { ...OFFICE, SECTOR_AUTHORITY: 'OWN' } as const;
const HOLDERS = {
  ...OFFICE,
  LEGAL_ENTITY: 'OWN',
  RESPONSIBLE_UNIT: 'OWN',
  SECTOR_AUTHORITY: 'OWN',
  DISTRICT_LEADER: 'DISTRICT',
  LEADING_GROUP: 'DISTRICT',
} as const;
/** The levels that have one below them. */
const ABOVE = {
  ...OFFICE,
  SECTOR_AUTHORITY: 'OWN',
  DISTRICT_LEADER: 'DISTRICT',
  LEADING_GROUP: 'DISTRICT',
} as const;
/** Whoever works with projects or is sent bulletins, but neither who only runs the machine nor who audits: auditors only read. */
const READING = {
  REPORTER: 'OWN',
  LEGAL_ENTITY: 'OWN',
  RESPONSIBLE_UNIT: 'OWN',
  SECTOR_AUTHORITY: 'OWN',
  SUPPORTING_UNIT: 'OWN',
  PROJECT_GROUP: 'OWN',
  DISTRICT_LEADER: 'OWN',
  LEADING_GROUP: 'OWN',
  LG_OFFICE: 'OWN',
  SUBSCRIBER: 'OWN',
} as const;

/** Whoever can be charged with a task; that it is theirs, the rule asks. */
const CHARGED = {
  ...OFFICE,
  REPORTER: 'DISTRICT',
  LEGAL_ENTITY: 'DISTRICT',
  RESPONSIBLE_UNIT: 'DISTRICT',
  SECTOR_AUTHORITY: 'DISTRICT',
  SUPPORTING_UNIT: 'DISTRICT',
  PROJECT_GROUP: 'DISTRICT',
} as const;

const MATCHING = { ...OFFICE, SECTOR_AUTHORITY: 'DISTRICT', DISTRICT_LEADER: 'DISTRICT' } as const;

/** Who may say that a fact is wrong: those who tell them. */
const TELLING = { ...KEEPING, REPORTER: 'OWN', SECTOR_AUTHORITY: 'OWN' } as const;

/** Who may issue which command; what is not listed is denied. */
export const RIGHTS: Readonly<Record<AnyCommand['type'], Readonly<Partial<Record<Role | 'SYSTEM', Reach>>>>> = {
  RegisterProject: OFFICE,
  ChangeDetails: KEEPING,
  RenameProject: KEEPING,
  AssignProjectCode: OFFICE,
  TagProject: OFFICE,
  AssignResponsibilities: OFFICE,
  ChangeLegalEntity: OFFICE,
  ChangeLeadAuthority: OFFICE,
  SucceedUnit: { SYSTEM: 'DISTRICT' },
  NamePersons: KEEPING,
  AppointOfficer: { ...KEEPING, SECTOR_AUTHORITY: 'OWN' },
  HandOverOfficer: { ...KEEPING, SECTOR_AUTHORITY: 'OWN' },
  FormTaskForce: { ...OFFICE, RESPONSIBLE_UNIT: 'OWN', SECTOR_AUTHORITY: 'OWN' },
  AdoptDedicatedPlan: { ...OFFICE, RESPONSIBLE_UNIT: 'OWN', SECTOR_AUTHORITY: 'OWN' },
  ChangeTotalInvestment: KEEPING,
  ScheduleMilestones: KEEPING,
  RescheduleMilestone: KEEPING,
  RecordMilestoneMet: KEEPING,
  ReportSourcePhase: OFFICE,
  RecordOpeningFigures: OFFICE,
  EnterPlan: { SYSTEM: 'DISTRICT' },
  PromoteProject: OFFICE,
  EnterOutline: { SYSTEM: 'DISTRICT' },
  LeaveOutline: { SYSTEM: 'DISTRICT' },
  LeavePlan: { SYSTEM: 'DISTRICT' },
  MoveFigures: { SYSTEM: 'DISTRICT' },
  ReserveProject: OFFICE,
  BeginPreliminaryWork: OFFICE,
  RecordCommencement: OFFICE,
  Suspend: KEEPING,
  Resume: KEEPING,
  Complete: OFFICE,
  PutInService: OFFICE,
  Cancel: OFFICE,
  AdoptPreparationPlan: HANDLING,
  RecordNodeTime: HANDLING,
  IssueReviewOpinion: AUTHORITY,
  AppraiseStrand: AUTHORITY,
  AdoptBackwardSchedule: HANDLING,
  PlanNewStart: OFFICE,
  ProposeWaiver: AUTHORITY,
  ConfirmWaiver: OFFICE,
  ReportCommencement: { RESPONSIBLE_UNIT: 'OWN' },
  ConfirmCommencement: OFFICE,
  RecogniseSuspension: OFFICE,
  ApplyForApproval: HANDLING,
  ReturnApproval: AUTHORITY,
  GrantApproval: AUTHORITY,
  ExtendApproval: AUTHORITY,
  RefuseApproval: AUTHORITY,
  RevokeApproval: AUTHORITY,
  SubmitReport: REPORTING,
  ReturnReport: { ...OFFICE, SECTOR_AUTHORITY: 'OWN' },
  EndorseReport: { SECTOR_AUTHORITY: 'OWN' },
  AcceptReport: { ...OFFICE, SECTOR_AUTHORITY: 'OWN' },
  AmendReport: REPORTING,
  RaiseBlocker: { ...HOLDERS, REPORTER: 'OWN', SUPPORTING_UNIT: 'OWN' },
  AcceptBlocker: HOLDERS,
  EscalateBlocker: HOLDERS,
  ResolveBlocker: HOLDERS,
  CloseBlocker: HOLDERS,
  HoldCoordination: { ...ABOVE, LEGAL_ENTITY: 'OWN' },
  AssignTask: ABOVE,
  ReportTask: CHARGED,
  ReturnTask: ABOVE,
  CloseTask: ABOVE,
  ReassignTask: OFFICE,
  RescheduleTask: OFFICE,
  CancelTask: OFFICE,
  CorrectFact: OFFICE,
  ProposeCorrection: TELLING,
  ConfirmCorrection: OFFICE,
  DeclineCorrection: OFFICE,
  ApplyForFunding: KEEPING,
  AllocateFunding: OFFICE,
  ReceiveFunding: KEEPING,
  SchedulePayment: KEEPING,
  PayFunding: KEEPING,
  SetFinancingModel: KEEPING,
  ApplyForSupport: KEEPING,
  GrantSupport: OFFICE,
  GrantExcuse: OFFICE,
  EnterStatistics: KEEPING,
  RecordStatisticsInvestment: OFFICE,
  RecordLiaison: { ...KEEPING, SECTOR_AUTHORITY: 'OWN' },
  ReturnBlockerDown: ABOVE,
  RequestHold: HOLDERS,
  ConsentToHold: ABOVE,
  ResumeBlocker: HOLDERS,
  RecordLevelOutcome: HOLDERS,
  ReopenBlocker: { ...HOLDERS, REPORTER: 'OWN', SUPPORTING_UNIT: 'OWN' },
  DraftPlan: OFFICE,
  IncludeProject: OFFICE,
  RemoveProject: OFFICE,
  PublishPlan: OFFICE,
  ApplyBatch: OFFICE,
  CloseMonth: OFFICE,
  NoteBulletin: { SYSTEM: 'DISTRICT' },
  RecordDispositions: OFFICE,
  CloseYear: OFFICE,
  AdjustBase: OFFICE,
  RollPlanForward: OFFICE,
  ListOutlineItem: OFFICE,
  TraceProject: OFFICE,
  UntraceProject: OFFICE,
  DraftGovernmentPlan: OFFICE,
  SetGovernmentLine: OFFICE,
  RemoveGovernmentLine: OFFICE,
  PublishGovernmentPlan: OFFICE,
  AdjustGovernmentLine: OFFICE,
  EraseFile: OFFICE,
  OpenPool: OFFICE,
  SupplyPool: OFFICE,
  ProposeMatch: MATCHING,
  RequestLandQuota: MATCHING,
  ConfirmMatch: OFFICE,
  ReleaseMatch: OFFICE,
  PlaceProject: MATCHING,
  WithdrawProject: MATCHING,
  ClosePool: OFFICE,
  ProposeMeasure: OFFICE,
  SignOffMeasure: OFFICE,
  AdoptMeasure: OFFICE,
  WithdrawMeasure: OFFICE,
  DraftBulletin: OFFICE,
  RedraftBulletin: OFFICE,
  CorrectBulletin: OFFICE,
  IssueBulletin: { ...OFFICE, DISTRICT_LEADER: 'DISTRICT', LEADING_GROUP: 'DISTRICT' },
  PublishBulletin: OFFICE,
  WithdrawBulletin: OFFICE,
  Publish: { SYSTEM: 'DISTRICT' },
  GrantSubscription: { ...OFFICE, SECURITY_ADMIN: 'DISTRICT' },
  RevokeSubscription: { ...OFFICE, SECURITY_ADMIN: 'DISTRICT' },
  RegisterWebhook: { SUBSCRIBER: 'OWN' },
  ChangeWebhook: { SUBSCRIBER: 'OWN' },
  RotateWebhookSecret: { SUBSCRIBER: 'OWN' },
  PauseWebhook: { ...OFFICE, SUBSCRIBER: 'OWN', SECURITY_ADMIN: 'DISTRICT', SYSTEM: 'DISTRICT' },
  ResumeWebhook: { SUBSCRIBER: 'OWN' },
  RemoveWebhook: { ...OFFICE, SUBSCRIBER: 'OWN', SECURITY_ADMIN: 'DISTRICT' },
  AdoptPolicy: { ...OFFICE, SYSTEM: 'DISTRICT' },
  ReserveProjectCode: OFFICE,
  ReleaseProjectCode: OFFICE,
  RegisterUnit: OFFICE,
  RenameUnit: OFFICE,
  MergeUnit: OFFICE,
  AssignSectors: OFFICE,
  AcknowledgeNotice: READING,
  FormLeadingGroup: OFFICE,
  FormProjectGroup: OFFICE,
  DissolveProjectGroup: OFFICE,
  AssignLeaderPortfolio: OFFICE,
  EndLeaderPortfolio: OFFICE,
};

/** Who may ask the read models: all who work with the projects, not those who only run the machine or follow the feed. */
export const mayRead = (role: string): boolean =>
  (ROLES as readonly string[]).includes(role) && !['SUBSCRIBER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN'].includes(role);

/** Who may enter and erase the people behind the ids. */
export const mayKeepDirectory = (role: string): boolean => role === 'SYSTEM_ADMIN';

/** Who may ask who looked at which history. */
export const mayReadReads = (role: string): boolean => role === 'AUDITOR' || role === 'AUDIT_ADMIN';

/** Who may bring files: whoever gives commands that name them as evidence. Auditors only read. */
export const mayBringFiles = (role: string): boolean =>
  Object.values(RIGHTS).some((roles) => roles !== READING && Object.hasOwn(roles, role));

/** Whether a role may give a command at all, be it only over its own projects. */
export const mayIssue = (role: string, command: AnyCommand['type']): boolean => Object.hasOwn(RIGHTS[command], role);

/** The places in which a role's unit makes a project its own. */
const PLACES: Partial<Record<Role, (held: Responsibilities) => readonly (string | null)[]>> = {
  REPORTER: (held) => [held.legalEntity],
  LEGAL_ENTITY: (held) => [held.legalEntity],
  RESPONSIBLE_UNIT: (held) => [held.responsibleUnit],
  SECTOR_AUTHORITY: (held) => [held.leadAuthority],
  SUPPORTING_UNIT: (held) => held.supportingUnits,
};

/** Denies by default: the role must be listed for the command, and its unit hold the place where that is asked. */
export function authorize(actor: Actor, command: { type: string }, state: unknown, stream: string): void {
  const reach: unknown = RIGHTS[command.type as AnyCommand['type']]?.[actor.role as Role];
  // Whatever else hangs on an object, such as a role named toString, is no reach.
  if (reach !== 'DISTRICT' && reach !== 'OWN')
    throw refuse('ROLE_MAY_NOT', { role: actor.role, command: command.type });
  if (reach === 'DISTRICT') return;
  if (categoryOf(stream) === 'subscriber') {
    if (actor.id !== idOf(stream)) throw refuse('SUBSCRIPTION_OF_OTHER', { command: command.type });
    return;
  }
  if (categoryOf(stream) === 'unit') {
    if (actor.unit !== idOf(stream)) throw refuse('UNIT_MAY_NOT', { unit: actor.unit, command: command.type });
    return;
  }
  const project = state as ProjectState;
  if (!project.exists) throw refuse('UNKNOWN_PROJECT');
  const held = currentResponsibilities(project);
  const units = held ? (PLACES[actor.role as Role]?.(held) ?? []) : [];
  if (actor.unit === null || !units.includes(actor.unit))
    throw refuse('UNIT_MAY_NOT', { unit: actor.unit, command: command.type });
}
