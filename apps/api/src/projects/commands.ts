import { projectStream } from '#libs/domain';
import { commandController } from '../http/command-routes.js';
import { APPRAISAL_ROUTES } from './appraisal.js';
import { APPROVAL_ROUTES } from './approvals.js';
import { BLOCKER_ROUTES } from './blockers.js';
import { COORDINATION_ROUTES } from './coordination.js';
import { CORRECTION_ROUTES } from './corrections.js';
import { DETAILS_ROUTES } from './details.js';
import { HORIZON_ROUTES } from './horizon.js';
import { FUNDING_ROUTES } from './funding.js';
import { LIAISON_ROUTES } from './liaison.js';
import { MEMBERSHIP_ROUTES } from './membership.js';
import { MILESTONE_ROUTES } from './milestones.js';
import { PREPARATION_ROUTES } from './preparation.js';
import { REPORT_ROUTES } from './reports.js';
import { RESPONSIBILITY_ROUTES } from './responsibility.js';
import { STAGE_ROUTES } from './stages.js';
import { STATISTICS_ROUTES } from './statistics.js';
import { LIGHT_ROUTES } from './lights.js';
import { START_ROUTES } from './starts.js';
import { SUSPENSION_ROUTES } from './suspension.js';

const of = (tag: string) => ({ path: 'projects', tag, key: 'id', stream: projectStream });

/** Commands on a project, a controller for each part of its life. */
export const PROJECT_COMMANDS = [
  commandController(of('projects'), DETAILS_ROUTES),
  commandController(of('responsibility'), RESPONSIBILITY_ROUTES),
  commandController(of('milestones'), MILESTONE_ROUTES),
  commandController(of('membership'), MEMBERSHIP_ROUTES),
  commandController(of('horizon'), HORIZON_ROUTES),
  commandController(of('approvals'), APPROVAL_ROUTES),
  commandController(of('appraisal'), APPRAISAL_ROUTES),
  commandController(of('preparation'), PREPARATION_ROUTES),
  commandController(of('starts'), START_ROUTES),
  commandController(of('suspension'), SUSPENSION_ROUTES),
  commandController(of('stages'), STAGE_ROUTES),
  commandController(of('reports'), REPORT_ROUTES),
  commandController(of('blockers'), BLOCKER_ROUTES),
  commandController(of('coordination'), COORDINATION_ROUTES),
  commandController(of('corrections'), CORRECTION_ROUTES),
  commandController(of('funding'), FUNDING_ROUTES),
  commandController(of('liaison'), LIAISON_ROUTES),
  commandController(of('lights'), LIGHT_ROUTES),
  commandController(of('statistics'), STATISTICS_ROUTES),
];
