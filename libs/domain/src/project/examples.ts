import { EXAMPLES as APPROVALS } from './approvals/examples.js';
import { EXAMPLES as APPRAISAL } from './appraisal/examples.js';
import { EXAMPLES as PREPARATION } from './preparation/examples.js';
import { EXAMPLES as SCHEDULING } from './scheduling/examples.js';
import { EXAMPLES as START } from './starts/examples.js';
import { EXAMPLES as SUSPENSION } from './suspension/examples.js';
import { EXAMPLES as BLOCKERS } from './blockers/examples.js';
import { EXAMPLES as COORDINATION } from './coordination/examples.js';
import { EXAMPLES as CORRECTIONS } from './corrections/examples.js';
import { EXAMPLES as DETAILS } from './details/examples.js';
import { EXAMPLES as HORIZON } from './horizon/examples.js';
import { EXAMPLES as FUNDING } from './funding/examples.js';
import { EXAMPLES as LIAISON } from './liaison/examples.js';
import { EXAMPLES as MEMBERSHIP } from './membership/examples.js';
import { EXAMPLES as MILESTONES } from './milestones/examples.js';
import { EXAMPLES as REPORTS } from './reports/examples.js';
import { EXAMPLES as RESPONSIBILITY } from './responsibility/examples.js';
import { EXAMPLES as STATISTICS } from './statistics/examples.js';
import { EXAMPLES as LIGHTS } from './lights/examples.js';
import { EXAMPLES as STAGES } from './stages/examples.js';
import type { ProjectCommand } from './commands.js';
import type { Examples } from './example.js';

export * from './samples.js';

/** For each command of a project the plain case. */
export const EXAMPLES: Examples<ProjectCommand> = {
  ...DETAILS,
  ...RESPONSIBILITY,
  ...MILESTONES,
  ...MEMBERSHIP,
  ...HORIZON,
  ...APPROVALS,
  ...APPRAISAL,
  ...PREPARATION,
  ...SCHEDULING,
  ...START,
  ...SUSPENSION,
  ...STAGES,
  ...REPORTS,
  ...BLOCKERS,
  ...COORDINATION,
  ...CORRECTIONS,
  ...FUNDING,
  ...LIAISON,
  ...LIGHTS,
  ...STATISTICS,
};
