import { type PlanCommand, planStream } from '#libs/domain';
import { commandController, type CommandRoutes } from '../http/command-routes.js';
import { EdgeProblem } from '../http/problems.js';
import { BATCH_ROUTES } from './batches.js';
import { DRAFT_ROUTES } from './draft.js';
import { YEAR_ROUTES } from './year.js';

/** An issued bulletin is noted by itself. */
const PLAN_ROUTES: CommandRoutes<Exclude<PlanCommand, { type: 'NoteBulletin' }>> = {
  ...DRAFT_ROUTES,
  ...BATCH_ROUTES,
  ...YEAR_ROUTES,
};

/** A year's plan: drafted line by line, published once it reconciles, changed by batches, closed. */
export const PLAN_COMMANDS = [
  commandController({ path: 'plans', tag: 'plans', key: 'year', stream: streamOfYear }, PLAN_ROUTES),
];

function streamOfYear(year: string): string {
  if (!/^\d{4}$/.test(year)) throw new EdgeProblem('NOT_FOUND');
  return planStream(Number(year));
}
