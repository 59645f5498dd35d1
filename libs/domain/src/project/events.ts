import type { ApprovalEvent } from './approvals/events.js';
import type { AppraisalEvent } from './appraisal/events.js';
import type { PreparationEvent } from './preparation/events.js';
import type { SchedulingEvent } from './scheduling/events.js';
import type { StartEvent } from './starts/events.js';
import type { SuspensionEvent } from './suspension/events.js';
import type { BlockerEvent } from './blockers/events.js';
import type { CoordinationEvent } from './coordination/events.js';
import type { CorrectionEvent } from '../corrections/events.js';
import type { DetailsEvent } from './details/events.js';
import type { HorizonEvent } from './horizon/events.js';
import type { FundingEvent } from './funding/events.js';
import type { LiaisonEvent } from './liaison/events.js';
import type { MembershipEvent } from './membership/events.js';
import type { MilestoneEvent } from './milestones/events.js';
import type { ReportEvent } from './reports/events.js';
import type { ResponsibilityEvent } from './responsibility/events.js';
import type { StageEvent } from './stages/events.js';
import type { LightEvent } from './lights/events.js';
import type { StatisticsEvent } from './statistics/events.js';

export type * from './approvals/events.js';
export * from '../corrections/events.js';
export * from './appraisal/events.js';
export * from './preparation/events.js';
export * from './scheduling/events.js';
export * from './starts/events.js';
export * from './suspension/events.js';
export * from './blockers/events.js';
export * from './coordination/events.js';
export * from './details/events.js';
export * from './horizon/events.js';
export * from './funding/events.js';
export * from './liaison/events.js';
export * from './membership/events.js';
export * from './milestones/events.js';
export * from './reports/events.js';
export * from './responsibility/events.js';
export * from './stages/events.js';
export * from './lights/events.js';
export * from './statistics/events.js';
export * from './status.js';

/** All that can happen to a project, a union for each part of its life. */
export type ProjectEvent =
  | DetailsEvent
  | ResponsibilityEvent
  | MilestoneEvent
  | MembershipEvent
  | HorizonEvent
  | ApprovalEvent
  | AppraisalEvent
  | PreparationEvent
  | SchedulingEvent
  | StartEvent
  | SuspensionEvent
  | StageEvent
  | ReportEvent
  | BlockerEvent
  | CoordinationEvent
  | FundingEvent
  | LiaisonEvent
  | StatisticsEvent
  | LightEvent
  | CorrectionEvent;
