import { GrowingMap } from '#libs/event-sourcing/pure';
import { DOCUMENT, governmentPlan, outline, plan, planScene, project, projectScene, yi } from '../testing.js';
import { GOVERNMENT_PLAN_EXAMPLES, governmentDrafted, governmentPublished } from '../government/examples.js';
import type { GovernmentPlanEvent } from '../government/events.js';
import { itemListed, OUTLINE_EXAMPLES } from '../outline/examples.js';
import { outlineEntered } from '../project/horizon/examples.js';
import type { Horizon, ProjectEvent } from '../project/events.js';
import { INITIAL_PROJECT } from '../project/state.js';
import { ENTERED, registered } from '../project/samples.js';
import type { RefusalCode } from '../refusals.js';
import type { BatchLine } from './batches/events.js';
import { decemberClosed, drafted, ENTRY, PLAN_EXAMPLES, published, ready, RECLASSIFY, yearClosed } from './examples.js';
import { INITIAL_PLAN, type PlanState } from './state.js';
import type { PlanEvent } from './events.js';

const given = plan.given(...ready, published(null));
const batch = (...lines: BatchLine[]) => given.when({ ...PLAN_EXAMPLES.ApplyBatch.command, lines });
const asked = (type: keyof typeof PLAN_EXAMPLES, ...events: PlanEvent[]) =>
  plan.given(...events).when(PLAN_EXAMPLES[type].command, { now: PLAN_EXAMPLES[type].now });
const underPlan = (change: Partial<PlanState>, actor = projectScene.actor) => ({
  actor,
  others: { ...projectScene.others, 'plan-2022': { ...INITIAL_PLAN, ...change } },
});
const split = (...projects: string[]): BatchLine => ({
  kind: 'SPLIT',
  project: 'p1',
  into: projects.map((id) => ({ entry: { ...ENTRY, project: id }, yearToDate: 1, toLastYearEnd: 0 })),
  reason: '示例',
});
const after = (change: Partial<PlanState>) => ({
  others: {
    ...planScene.others,
    'plan-2021': {
      ...INITIAL_PLAN,
      publishedAt: '2021-04-01T02:00:00.000Z',
      entries: new GrowingMap(new Map([['p1', ENTRY]])),
      ...change,
    },
  },
});

const promoted = (to: Horizon, ...events: ProjectEvent[]) =>
  project.given(registered(), ...events).when({ type: 'PromoteProject', to, document: DOCUMENT });
const government = (type: keyof typeof GOVERNMENT_PLAN_EXAMPLES, ...events: GovernmentPlanEvent[]) =>
  governmentPlan.given(...events).when(GOVERNMENT_PLAN_EXAMPLES[type].command);

/** What is refused of plans and outline, and of projects because of them, each with the plainest way to provoke it. */
export const PLAN_REFUSED = {
  PLAN_NOT_PUBLISHED: () => asked('ApplyBatch', ...ready),
  UNKNOWN_OUTLINE_ITEM: () => outline.given().when(OUTLINE_EXAMPLES.TraceProject.command),
  OUTLINE_ITEM_EXISTS: () => outline.given(itemListed).when(OUTLINE_EXAMPLES.ListOutlineItem.command),
  PROJECT_NOT_TRACED: () => outline.given(itemListed).when(OUTLINE_EXAMPLES.UntraceProject.command),
  NOT_AN_OUTLINE_PROJECT: () => promoted('ROLLING'),
  APPRAISAL_NOT_PASSED: () => promoted('ANNUAL', outlineEntered('ROLLING')),
  HORIZON_NOT_NEXT: () => promoted('ANNUAL', outlineEntered()),
  HORIZON_NOT_REACHED: () =>
    plan.given(drafted).when(PLAN_EXAMPLES.IncludeProject.command, {
      others: { ...planScene.others, 'project-p1': project.given(registered(), outlineEntered()).state() },
    }),
  PRELIMINARY_WORK_NOT_BEGUN: () =>
    plan.given(drafted).when(PLAN_EXAMPLES.IncludeProject.command, {
      others: { ...planScene.others, 'project-p1': project.given(registered('RESERVED')).state() },
    }),
  UNKNOWN_GOVERNMENT_PLAN: () => government('SetGovernmentLine'),
  GOVERNMENT_PLAN_EXISTS: () => government('DraftGovernmentPlan', governmentDrafted),
  GOVERNMENT_PLAN_PUBLISHED: () => government('SetGovernmentLine', governmentDrafted, governmentPublished),
  GOVERNMENT_PLAN_NOT_PUBLISHED: () => government('AdjustGovernmentLine', governmentDrafted),
  NOT_A_GOVERNMENT_PROJECT: () =>
    governmentPlan.given(governmentDrafted).when(GOVERNMENT_PLAN_EXAMPLES.SetGovernmentLine.command, {
      others: { 'project-p1': { ...INITIAL_PROJECT, exists: true } },
    }),
  NOT_IN_GOVERNMENT_PLAN: () => government('RemoveGovernmentLine', governmentDrafted),
  GOVERNMENT_LINE_UNSOUND: () =>
    governmentPlan
      .given(governmentDrafted)
      .when({ ...GOVERNMENT_PLAN_EXAMPLES.SetGovernmentLine.command, amounts: [] }),
  ENTRY_EXISTS: () => batch({ kind: 'ADMIT', entry: ENTRY, reason: '示例' }),
  PROJECT_IN_TWO_LINES: () => batch(RECLASSIFY, RECLASSIFY),
  TOO_FEW_PROJECTS: () => batch({ kind: 'MERGE', projects: ['p1'], into: ENTRY, reason: '示例' }),
  PAST_TARGETS_STAY: () =>
    given.when(
      { ...PLAN_EXAMPLES.ApplyBatch.command, lines: [split('p1', 'p3')] },
      { now: '2022-07-01T02:00:00.000Z' },
    ),
  SPLIT_LOSES_FIGURES: () => batch(split('p1', 'p3')),
  RECLASSIFICATION_NOT_POSSIBLE: () => batch({ ...RECLASSIFY, category: 'PRELIMINARY' } as BatchLine),
  MONTH_NOT_DUE: () =>
    plan
      .given(...decemberClosed.slice(0, -1))
      .when(PLAN_EXAMPLES.CloseMonth.command, { now: '2022-12-20T02:00:00.000Z' }),
  EARLIER_MONTH_OPEN: () => asked('CloseYear', ...decemberClosed.slice(0, -1)),
  YEAR_CLOSED: () => plan.given(...decemberClosed, yearClosed).when(PLAN_EXAMPLES.ApplyBatch.command),
  YEAR_NOT_CLOSED: () => asked('AdjustBase', ...decemberClosed),
  DISPOSITION_UNFOUNDED: () =>
    given.when({ type: 'RecordDispositions', dispositions: [{ project: 'p1', disposition: 'COMPLETED' }] }),
  MEMBERS_WITHOUT_DISPOSITION: () => plan.given(...ready).when(PLAN_EXAMPLES.PublishPlan.command, after({})),
  PLAN_AGAINST_DISPOSITIONS: () =>
    plan
      .given(...ready)
      .when(PLAN_EXAMPLES.PublishPlan.command, after({ dispositions: new Map([['p1', 'DELISTED']]) })),
  PLAN_ROLLED_FORWARD: () => asked('RollPlanForward', ...ready, PLAN_EXAMPLES.RollPlanForward.event),
  YEAR_OUTSIDE_WINDOW: () => given.when({ type: 'RollPlanForward', lines: [{ project: 'p1', plannedYear: 2025 }] }),
  MONTH_CLOSED: () =>
    project
      .given(registered('UNDER_CONSTRUCTION'), ENTERED)
      .when({ type: 'Suspend', occurredOn: '2022-04-30', reason: '示例' }, underPlan({ closedThrough: '2022-04' })),
  MONTH_IN_BULLETIN: () =>
    project
      .given(registered('UNDER_CONSTRUCTION'), ENTERED)
      .when({ type: 'Suspend', occurredOn: '2022-04-30', reason: '示例' }, underPlan({ toldOf: ['2022-04'] })),
  BASE_IS_FIXED: () =>
    project.given(registered(), ENTERED).when(
      {
        ...{ type: 'RecordOpeningFigures', year: 2023, through: '2023-01', yearToDate: 0, toLastYearEnd: yi(2) },
        evidence: DOCUMENT,
      },
      underPlan({ bases: new Map([['p1', yi(1)]]) }),
    ),
} satisfies Partial<Record<RefusalCode, () => unknown>>;
