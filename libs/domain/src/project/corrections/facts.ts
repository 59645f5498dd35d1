import type { Dated } from '../../shapes.js';
import type { Correctable } from '../../corrections/rules.js';
import type { ProjectCommand } from '../commands.js';
import type { ProjectEvent } from '../events.js';

/** What became so because time passed, or because a unit was merged: nobody told it of this project, and it stands. */
type Followed = 'ApprovalExpiring' | 'ApprovalExpired' | 'UnitSucceeded';

/** Every event that records a fact of the world. */
export type FactEvent =
  | Exclude<Extract<ProjectEvent, { readonly data: Dated }>, { readonly type: Followed }>
  | Extract<ProjectEvent, { readonly type: 'OpeningFiguresRecorded' | 'StatisticsInvestmentRecorded' }>;

/** How each fact is corrected; types fail while one is missing. */
export const CORRECTABLE = {
  ProjectRegistered: { by: 'RegisterProject', voidable: false },
  ProjectDetailsChanged: { by: 'ChangeDetails', voidable: true },
  TotalInvestmentChanged: { by: 'ChangeTotalInvestment', voidable: true },
  SourcePhaseReported: { by: 'ReportSourcePhase', voidable: true },
  ProjectRenamed: { by: 'RenameProject', voidable: true },
  ProjectTagged: { by: 'TagProject', voidable: true },
  LegalEntityChanged: { by: 'ChangeLegalEntity', voidable: true },
  LeadAuthorityChanged: { by: 'ChangeLeadAuthority', voidable: true },
  PersonsNamed: { by: 'NamePersons', voidable: true },
  OfficerAppointed: { by: 'AppointOfficer', voidable: true },
  OfficerHandedOver: { by: 'HandOverOfficer', voidable: true },
  TaskForceFormed: { by: 'FormTaskForce', voidable: true },
  DedicatedPlanAdopted: { by: 'AdoptDedicatedPlan', voidable: true },
  ResponsibilitiesAssigned: { by: 'AssignResponsibilities', voidable: true },
  MilestonesScheduled: { by: 'ScheduleMilestones', voidable: true },
  MilestoneRescheduled: { by: 'RescheduleMilestone', voidable: true },
  MilestoneMet: { by: 'RecordMilestoneMet', voidable: true },
  OpeningFiguresRecorded: { by: 'RecordOpeningFigures', voidable: true, once: true },
  ApprovalApplied: { by: 'ApplyForApproval', voidable: true },
  ApprovalReturned: { by: 'ReturnApproval', voidable: true },
  ApprovalGranted: { by: 'GrantApproval', voidable: true },
  ApprovalExtended: { by: 'ExtendApproval', voidable: true },
  ApprovalRefused: { by: 'RefuseApproval', voidable: true },
  ApprovalRevoked: { by: 'RevokeApproval', voidable: true },
  StrandAppraised: { by: 'AppraiseStrand', voidable: true },
  PreparationPlanAdopted: { by: 'AdoptPreparationPlan', voidable: true, keeps: ['version'] },
  NodeTimeRecorded: { by: 'RecordNodeTime', voidable: true },
  ReviewOpinionIssued: { by: 'IssueReviewOpinion', voidable: true },
  CommencementReported: { by: 'ReportCommencement', voidable: true },
  SuspensionRecognised: { by: 'RecogniseSuspension', voidable: true },
  ProjectReserved: { by: 'ReserveProject', voidable: true },
  PreliminaryWorkBegun: { by: 'BeginPreliminaryWork', voidable: true },
  // What the checklist showed when the office confirmed stands.
  CommencementRecorded: {
    by: 'RecordCommencement',
    voidable: true,
    keeps: ['irregular', 'missing', 'checklistVersion'],
  },
  SuspensionReported: { by: 'Suspend', voidable: true },
  ResumptionReported: { by: 'Resume', voidable: true },
  ProjectCompleted: { by: 'Complete', voidable: true },
  ProjectPutInService: { by: 'PutInService', voidable: true },
  ProjectCancelled: { by: 'Cancel', voidable: true },
  FundingApplied: { by: 'ApplyForFunding', voidable: true, keeps: ['line'] },
  FundingAllocated: { by: 'AllocateFunding', voidable: true },
  FundingReceived: { by: 'ReceiveFunding', voidable: true },
  FundingPaid: { by: 'PayFunding', voidable: true },
  FinancingModelSet: { by: 'SetFinancingModel', voidable: true },
  SupportApplied: { by: 'ApplyForSupport', voidable: true, keeps: ['support'] },
  SupportGranted: { by: 'GrantSupport', voidable: true },
  LiaisonRecorded: { by: 'RecordLiaison', voidable: true, keeps: ['liaison'] },
  StatisticsEntered: { by: 'EnterStatistics', voidable: true, once: true },
  StatisticsInvestmentRecorded: { by: 'RecordStatisticsInvestment', voidable: true },
  CoordinationHeld: { by: 'HoldCoordination', voidable: true, keeps: ['coordination'] },
  // Its level and clock are acts that followed; it ends by being resolved and closed.
  BlockerRaised: { by: 'RaiseBlocker', voidable: false, keeps: ['blocker', 'level', 'clock'] },
} as const satisfies Readonly<Record<FactEvent['type'], Correctable & { readonly by: ProjectCommand['type'] }>>;

export type FactCommandType = (typeof CORRECTABLE)[keyof typeof CORRECTABLE]['by'];

/** The commands that record facts, each of which can stand in a correction. */
export const FACT_COMMANDS = [...new Set(Object.values(CORRECTABLE).map(({ by }) => by))] as readonly FactCommandType[];

const TYPES: ReadonlySet<string> = new Set(Object.keys(CORRECTABLE));

export const isFact = ({ type }: { readonly type: string }): boolean => TYPES.has(type);
