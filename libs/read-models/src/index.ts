import type { AnyView } from '#libs/event-sourcing/pure';
import { irregularStarts } from './starts/view.js';
import { approvals } from './approvals/view.js';
import { blockers } from './blockers/view.js';
import { bulletins } from './bulletins/view.js';
import { compliance } from './compliance/view.js';
import { coordinations } from './coordinations/view.js';
import { deadlines } from './deadlines/view.js';
import { inbox } from './inbox/view.js';
import { ledgers } from './ledgers/view.js';
import { files } from './files/view.js';
import { funding } from './funding/view.js';
import { leadingGroup } from './leading-group/view.js';
import { lights } from './lights/view.js';
import { listRows } from './lists/view.js';
import { projectNames } from './names/view.js';
import { measures } from './measures/view.js';
import { governmentPlans } from './government-plans/view.js';
import { outline } from './outline/view.js';
import { plans } from './plans/view.js';
import { policies } from './policies/view.js';
import { pools } from './pools/view.js';
import { postponements } from './postponements/view.js';
import { preparation } from './preparation/view.js';
import { projectCards } from './project-card/view.js';
import { tasks } from './tasks/view.js';
import { units } from './units/view.js';

/** Every view that the projector keeps; the dashboards are sums of the list rows. */
export const VIEWS: readonly AnyView[] = [
  projectCards,
  listRows,
  projectNames,
  plans,
  outline,
  governmentPlans,
  compliance,
  blockers,
  coordinations,
  tasks,
  approvals,
  preparation,
  irregularStarts,
  postponements,
  deadlines,
  inbox,
  units,
  leadingGroup,
  policies,
  pools,
  measures,
  bulletins,
  ledgers,
  lights,
  files,
  funding,
];

/** Name of the views' one checkpoint. */
export const PROJECTION = 'read-models';

export * from './approvals/queries.js';
export * from './assignments/queries.js';
export * from './starts/queries.js';
export * from './blockers/queries.js';
export * from './bulletins/figures.js';
export * from './bulletins/queries.js';
export * from './compliance/queries.js';
export * from './coordinations/queries.js';
export * from './dashboard/queries.js';
export * from './dashboard/rankings.js';
export * from './deadlines/explained.js';
export * from './deadlines/queries.js';
export { type Cause, causeOf } from './differences/cause.js';
export * from './differences/contributions.js';
export { contributionDifference, dashboardDifference } from './differences/dashboard.js';
export type { Explained, Side, Sides } from './differences/explained.js';
export { listDifference } from './differences/list.js';
export { planDateDifference } from './differences/plan.js';
export { projectDifference } from './differences/project.js';
export * from './files/queries.js';
export * from './funding/queries.js';
export * from './inbox/queries.js';
export { NOTICE_KINDS } from './inbox/recipients.js';
export * from './leading-group/queries.js';
export * from './ledgers/queries.js';
export { type Place, PLACES } from './ledgers/view.js';
export * from './lights/queries.js';
export * from './lists/queries.js';
export type { ListItem } from './lists/columns.js';
export { type Facet, FACETS, type List, LISTS, type Order, ORDERS } from './lists/row.js';
export * from './measures/queries.js';
export * from './government-plans/queries.js';
export * from './open-projects/queries.js';
export * from './outline/queries.js';
export * from './names/queries.js';
export * from './names/search.js';
export * from './plans/members.js';
export * from './plans/queries.js';
export * from './policies/queries.js';
export * from './pools/queries.js';
export * from './postponements/queries.js';
export * from './preparation/queries.js';
export * from './project-card/queries.js';
export { projectCards } from './project-card/view.js';
export * from './tasks/queries.js';
export * from './units/queries.js';
