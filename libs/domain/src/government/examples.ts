import type { RefusalCode } from '../refusals.js';
import { DOCUMENT, yi } from '../testing.js';
import type { GovernmentPlanCommand } from './commands.js';
import type { GovernmentPlanEvent, SourcedAmount } from './events.js';

export const AMOUNTS: readonly SourcedAmount[] = [
  { year: 2022, source: 'DISTRICT_FISCAL', amount: yi(0.4) },
  { year: 2022, source: 'SPECIAL_BOND', amount: yi(0.6) },
  { year: 2023, source: 'CENTRAL', amount: yi(1) },
];
export const governmentDrafted: GovernmentPlanEvent = {
  type: 'GovernmentPlanDrafted',
  data: { year: 2022, through: 2024 },
};
export const governmentLine = (project = 'p1', amounts = AMOUNTS): GovernmentPlanEvent => ({
  type: 'GovernmentLineSet',
  data: { year: 2022, project, amounts },
});
export const governmentPublished: GovernmentPlanEvent = {
  type: 'GovernmentPlanPublished',
  data: { year: 2022, approvedBy: '示例区政府', document: DOCUMENT },
};
const ADJUSTED = {
  project: 'p1',
  amounts: AMOUNTS.slice(0, 1),
  reason: '专项债未下达',
  approvedBy: '示例区政府',
  document: DOCUMENT,
};

export interface GovernmentPlanExample<Type extends GovernmentPlanCommand['type']> {
  readonly given: readonly GovernmentPlanEvent[];
  readonly command: Extract<GovernmentPlanCommand, { type: Type }>;
  readonly event: GovernmentPlanEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | RefusalCode;
}

/** For each command of a government investment plan the plain case. */
export const GOVERNMENT_PLAN_EXAMPLES: {
  readonly [Type in GovernmentPlanCommand['type']]: GovernmentPlanExample<Type>;
} = {
  DraftGovernmentPlan: {
    given: [],
    command: { type: 'DraftGovernmentPlan' },
    event: governmentDrafted,
    again: 'GOVERNMENT_PLAN_EXISTS',
  },
  SetGovernmentLine: {
    given: [governmentDrafted],
    command: { type: 'SetGovernmentLine', project: 'p1', amounts: AMOUNTS },
    event: governmentLine(),
    again: 'nothing',
  },
  RemoveGovernmentLine: {
    given: [governmentDrafted, governmentLine()],
    command: { type: 'RemoveGovernmentLine', project: 'p1' },
    event: { type: 'GovernmentLineRemoved', data: { year: 2022, project: 'p1' } },
    again: 'NOT_IN_GOVERNMENT_PLAN',
  },
  PublishGovernmentPlan: {
    given: [governmentDrafted, governmentLine()],
    command: { type: 'PublishGovernmentPlan', approvedBy: '示例区政府', document: DOCUMENT },
    event: governmentPublished,
    again: 'GOVERNMENT_PLAN_PUBLISHED',
  },
  AdjustGovernmentLine: {
    given: [governmentDrafted, governmentLine(), governmentPublished],
    command: { type: 'AdjustGovernmentLine', ...ADJUSTED },
    event: { type: 'GovernmentLineAdjusted', data: { year: 2022, ...ADJUSTED } },
    again: 'nothing',
  },
};
