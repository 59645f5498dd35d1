import { scenario } from '#libs/event-sourcing/testing';
import { DEFAULT_POLICIES } from '../policy/defaults.js';
import { planDecider } from './plan.js';

const scene = {
  stream: 'plan-2022',
  now: '2022-04-07T02:00:00.000Z',
  actor: { id: 'office-1', role: 'LG_OFFICE', unit: 'drc' },
  others: Object.fromEntries(
    Object.entries(DEFAULT_POLICIES).map(([name, { rules }]) => [
      `policy-${name}`,
      { versions: [{ version: 1, effectiveFrom: '2022-01-01', rules }] },
    ]),
  ),
};
const plan = scenario(planDecider, scene);
const declared = {
  construction: { count: 0, totalInvestment: 0, annualInvestment: 0 },
  preliminary: { count: 0, totalInvestment: 0 },
};

describe('a plan', () => {
  it('is drafted once', () => {
    plan.given().when({ type: 'DraftPlan', declared }).thenMatches({ type: 'PlanDrafted' });
    plan
      .given({ type: 'PlanDrafted', data: { year: 2022, declared } })
      .when({ type: 'DraftPlan', declared })
      .thenRefused('PLAN_EXISTS');
  });
});
