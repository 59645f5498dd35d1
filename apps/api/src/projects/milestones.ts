import {
  type Milestone,
  type MilestoneCommand,
  MILESTONES,
  RECORDED_MILESTONES,
  type RecordedMilestone,
} from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Day, DayOrNull, Nested, NestedOrNull, Text } from '../http/fields.js';

/** A milestone that is left out stays as it is; null says that no date is planned. */
export class MilestoneDatesBody implements Partial<Record<Milestone, string | null>> {
  @DayOrNull() DESIGN_START?: string | null;
  @DayOrNull() COMMENCEMENT?: string | null;
  @DayOrNull() STRUCTURE_DONE?: string | null;
  @DayOrNull() COMPLETION?: string | null;
  @DayOrNull() COMMISSIONING?: string | null;
}

export class ScheduleMilestonesBody implements BodyOf<MilestoneCommand, 'ScheduleMilestones'> {
  @Day() occurredOn: string;
  @Nested(() => MilestoneDatesBody) dates: MilestoneDatesBody;
}

export class RescheduleMilestoneBody implements BodyOf<MilestoneCommand, 'RescheduleMilestone'> {
  @Day() occurredOn: string;
  @Choice(MILESTONES) milestone: Milestone;
  @Day() to: string;
  @Text() reason: string;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class RecordMilestoneMetBody implements BodyOf<MilestoneCommand, 'RecordMilestoneMet'> {
  @Day() occurredOn: string;
  @Choice(RECORDED_MILESTONES) milestone: RecordedMilestone;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export const MILESTONE_ROUTES: CommandRoutes<MilestoneCommand> = {
  ScheduleMilestones: { path: ':id/schedule-milestones', body: ScheduleMilestonesBody },
  RescheduleMilestone: { path: ':id/reschedule-milestone', body: RescheduleMilestoneBody, ifMatch: true },
  RecordMilestoneMet: { path: ':id/record-milestone-met', body: RecordMilestoneMetBody },
};
