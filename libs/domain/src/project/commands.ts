import type { BlockerCommand } from './blockers/commands.js';
import type { DetailsCommand } from './details/commands.js';
import type { MembershipCommand } from './membership/commands.js';
import type { MilestoneCommand } from './milestones/commands.js';
import type { ReportCommand } from './reports/commands.js';
import type { ResponsibilityCommand } from './responsibility/commands.js';
import type { StageCommand } from './stages/commands.js';

/** occurredOn: day on which the fact was so, never in the future. month: YYYY-MM. Amounts: 分. */
export type ProjectCommand =
  | DetailsCommand
  | ResponsibilityCommand
  | MilestoneCommand
  | MembershipCommand
  | StageCommand
  | ReportCommand
  | BlockerCommand;
