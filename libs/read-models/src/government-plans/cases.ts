import type { Told } from '#libs/event-sourcing/testing';
import type { GovernmentPlanEvent } from '#libs/domain';
import {
  AMOUNTS,
  GOVERNMENT_PLAN_EXAMPLES,
  governmentDrafted,
  governmentLine,
  governmentPublished,
} from '../../../domain/src/government/examples.js';

const onPlan = (event: GovernmentPlanEvent): Told<GovernmentPlanEvent> => ({
  ...event,
  stream: 'government-plan-2022',
});
const plan = (shows: object) => ({ 'government-plans': { 2022: shows } });
const begun = [governmentDrafted, governmentLine()].map(onPlan);

/** Each event of a government investment plan, and all that it changes in the views. */
export const GOVERNMENT_PLAN_CASES = {
  GovernmentPlanDrafted: {
    after: [],
    event: onPlan(governmentDrafted),
    shows: plan({ revision: 0, through: 2024, publishedOn: null, lines: {} }),
  },
  GovernmentLineSet: {
    after: begun.slice(0, 1),
    event: onPlan(governmentLine()),
    shows: plan({ revision: 1, lines: { p1: AMOUNTS } }),
  },
  GovernmentLineRemoved: {
    after: begun,
    event: onPlan(GOVERNMENT_PLAN_EXAMPLES.RemoveGovernmentLine.event),
    shows: plan({ lines: {} }),
  },
  GovernmentPlanPublished: {
    after: begun,
    event: onPlan(governmentPublished),
    shows: plan({ publishedOn: '2022-05-16', approvedBy: '示例区政府' }),
  },
  GovernmentLineAdjusted: {
    after: [...begun, onPlan(governmentPublished)],
    event: onPlan(GOVERNMENT_PLAN_EXAMPLES.AdjustGovernmentLine.event),
    shows: plan({ lines: { p1: AMOUNTS.slice(0, 1) }, adjustments: [{ project: 'p1', reason: '专项债未下达' }] }),
  },
};
