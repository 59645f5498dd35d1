import { type ApprovalsState, INITIAL_APPROVALS } from './approvals/state.js';
import { type CorrectionsState, INITIAL_CORRECTIONS } from '../corrections/state.js';
import { INITIAL_APPRAISAL, type AppraisalState } from './appraisal/state.js';
import { INITIAL_PREPARATION, type PreparationState } from './preparation/state.js';
import { INITIAL_SCHEDULING, type SchedulingState } from './scheduling/state.js';
import { INITIAL_STARTS, type StartsState } from './starts/state.js';
import { INITIAL_SUSPENSIONS, type SuspensionsState } from './suspension/state.js';
import { type BlockersState, INITIAL_BLOCKERS } from './blockers/state.js';
import { type CoordinationState, INITIAL_COORDINATION } from './coordination/state.js';
import { type DetailsState, INITIAL_DETAILS } from './details/state.js';
import { type HorizonState, INITIAL_HORIZON } from './horizon/state.js';
import { type FundingState, INITIAL_FUNDING } from './funding/state.js';
import { INITIAL_LIAISON, type LiaisonState } from './liaison/state.js';
import { INITIAL_MEMBERSHIP, type MembershipState } from './membership/state.js';
import { INITIAL_MILESTONES, type MilestonesState } from './milestones/state.js';
import { INITIAL_REPORTS, type ReportsState } from './reports/state.js';
import { INITIAL_RESPONSIBILITY, type ResponsibilityState } from './responsibility/state.js';
import type { StagesState } from './stages/state.js';
import { INITIAL_LIGHTS, type LightsState } from './lights/state.js';
import { INITIAL_STATISTICS, type StatisticsState } from './statistics/state.js';

/** All that is known of a project, a slice for each part of its life. */
export interface ProjectState
  extends
    DetailsState,
    ResponsibilityState,
    MilestonesState,
    MembershipState,
    HorizonState,
    ApprovalsState,
    AppraisalState,
    PreparationState,
    SchedulingState,
    StartsState,
    SuspensionsState,
    StagesState,
    ReportsState,
    BlockersState,
    CoordinationState,
    FundingState,
    LiaisonState,
    LightsState,
    StatisticsState,
    CorrectionsState {}

export const INITIAL_PROJECT: ProjectState = {
  ...INITIAL_DETAILS,
  ...INITIAL_RESPONSIBILITY,
  ...INITIAL_MILESTONES,
  ...INITIAL_MEMBERSHIP,
  ...INITIAL_HORIZON,
  ...INITIAL_APPROVALS,
  ...INITIAL_APPRAISAL,
  ...INITIAL_PREPARATION,
  ...INITIAL_SCHEDULING,
  ...INITIAL_STARTS,
  ...INITIAL_SUSPENSIONS,
  ...INITIAL_REPORTS,
  ...INITIAL_BLOCKERS,
  ...INITIAL_COORDINATION,
  ...INITIAL_CORRECTIONS,
  ...INITIAL_FUNDING,
  ...INITIAL_LIAISON,
  ...INITIAL_LIGHTS,
  ...INITIAL_STATISTICS,
};
