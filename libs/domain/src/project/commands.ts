import type { ApprovalCommand } from './approvals/commands.js';
import type { AppraisalCommand } from './appraisal/commands.js';
import type { PreparationCommand } from './preparation/commands.js';
import type { SchedulingCommand } from './scheduling/commands.js';
import type { StartCommand } from './starts/commands.js';
import type { SuspensionCommand } from './suspension/commands.js';
import type { BlockerCommand } from './blockers/commands.js';
import type { CoordinationCommand } from './coordination/commands.js';
import type { CorrectionCommand } from '../corrections/commands.js';
import type { DetailsCommand } from './details/commands.js';
import type { HorizonCommand } from './horizon/commands.js';
import type { FundingCommand } from './funding/commands.js';
import type { LiaisonCommand } from './liaison/commands.js';
import type { MembershipCommand } from './membership/commands.js';
import type { MilestoneCommand } from './milestones/commands.js';
import type { ReportCommand } from './reports/commands.js';
import type { ResponsibilityCommand } from './responsibility/commands.js';
import type { StageCommand } from './stages/commands.js';
import type { LightCommand } from './lights/commands.js';
import type { StatisticsCommand } from './statistics/commands.js';

export type * from './approvals/commands.js';
export type * from '../corrections/commands.js';
export type * from './appraisal/commands.js';
export type * from './preparation/commands.js';
export type * from './scheduling/commands.js';
export type * from './starts/commands.js';
export type * from './suspension/commands.js';
export type * from './blockers/commands.js';
export type * from './coordination/commands.js';
export type * from './details/commands.js';
export type * from './horizon/commands.js';
export type * from './funding/commands.js';
export type * from './liaison/commands.js';
export type * from './membership/commands.js';
export type * from './milestones/commands.js';
export type * from './reports/commands.js';
export type * from './responsibility/commands.js';
export type * from './stages/commands.js';
export type * from './lights/commands.js';
export type * from './statistics/commands.js';

/** occurredOn: day on which the fact was so, never in the future. month: YYYY-MM. Amounts: 分. */
export type ProjectCommand =
  | DetailsCommand
  | ResponsibilityCommand
  | MilestoneCommand
  | MembershipCommand
  | HorizonCommand
  | ApprovalCommand
  | AppraisalCommand
  | PreparationCommand
  | SchedulingCommand
  | StartCommand
  | SuspensionCommand
  | StageCommand
  | ReportCommand
  | BlockerCommand
  | CoordinationCommand
  | FundingCommand
  | LiaisonCommand
  | StatisticsCommand
  | LightCommand
  | CorrectionCommand;
