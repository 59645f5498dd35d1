import type { Actor } from '#libs/event-sourcing/pure';
import type { RefusalCode } from '../refusals.js';
import { DOCUMENT, OFFICE, judged, opened, yi } from '../testing.js';
import type { BatchLine } from './batches/events.js';
import type { PlanCommand } from './commands.js';
import type { ControlTotals, PlanEntry, PlanEvent } from './events.js';

export type PlanEventOf<Type extends PlanEvent['type']> = Extract<PlanEvent, { type: Type }>;

/** A new start: nothing until March, then 0.1 亿元 a month. */
export const ENTRY: PlanEntry = {
  project: 'p1',
  category: 'NEW_START',
  totalInvestment: yi(5),
  annualInvestment: yi(0.9),
  monthlyTargets: [0, 0, 0, ...Array.from({ length: 9 }, () => yi(0.1))],
};
export const PRELIMINARY: PlanEntry = {
  project: 'p2',
  category: 'PRELIMINARY',
  totalInvestment: yi(3),
  annualInvestment: 0,
  monthlyTargets: null,
};
export const DECLARED: ControlTotals = {
  construction: { count: 1, totalInvestment: yi(5), annualInvestment: yi(0.9) },
  preliminary: { count: 1, totalInvestment: yi(3) },
};
export const drafted: PlanEvent = { type: 'PlanDrafted', data: { year: 2022, declared: DECLARED } };
export const included = (entry: PlanEntry): PlanEvent => ({ type: 'PlanEntryIncluded', data: { year: 2022, entry } });
export const ready = [drafted, included(ENTRY), included(PRELIMINARY)];
export const published = (
  month: string | null = '2022-04',
  opensAt = `${month}-14T16:00:00.000Z`,
): PlanEventOf<'PlanPublished'> => ({
  type: 'PlanPublished',
  data: {
    year: 2022,
    approvedBy: '示例区政府',
    document: DOCUMENT,
    totals: DECLARED,
    nextOpening: month === null ? null : { month, opensAt },
  },
});
/** A month as the default rules open it for both members. */
export const monthOpened = (month: string, next: string | null): PlanEventOf<'ReportingMonthOpened'> => ({
  type: 'ReportingMonthOpened',
  data: {
    year: 2022,
    month,
    opensAt: opened(month).opensAt,
    dueAt: opened(month).dueAt,
    policyVersion: 1,
    cutOff: opened(month).cutOff,
    owing: ['p1', 'p2'],
    nextOpening: next === null ? null : { month: next, opensAt: `${next}-14T16:00:00.000Z` },
    calendarVersion: 1,
    notices: [],
    supplement: null,
  },
});
/** A month that is over, at whose end both members are judged by the default rules. */
export const monthEnded = (month: string): PlanEventOf<'MonthEnded'> => ({
  type: 'MonthEnded',
  data: {
    year: 2022,
    month,
    endsAt: judged(month).endsAt,
    lights: { policyVersion: 1, rules: judged(month).rules },
    members: ['p1', 'p2'],
  },
});
export const closed = (month: string): PlanEventOf<'MonthClosed'> => ({
  type: 'MonthClosed',
  data: { year: 2022, month, members: ['p1', 'p2'] },
});
/** Published on 16 December, so that December is the first month and what follows belongs to the next year. */
export const decemberClosed = [
  ...[...ready, published('2022-12'), monthOpened('2022-12', '2023-01'), monthEnded('2022-12')],
  closed('2022-12'),
];
export const yearClosed: PlanEventOf<'YearClosed'> = {
  type: 'YearClosed',
  data: {
    year: 2022,
    bases: [
      { project: 'p1', toYearEnd: 0 },
      { project: 'p2', toYearEnd: 0 },
    ],
  },
};

/** 前期转建设: p2 starts with 0.7 亿元 in the months from April on. */
export const RECLASSIFIED: PlanEntry = {
  ...PRELIMINARY,
  category: 'NEW_START',
  annualInvestment: yi(0.9),
  monthlyTargets: ENTRY.monthlyTargets,
};
export const RECLASSIFY: BatchLine = {
  kind: 'RECLASSIFY',
  project: 'p2',
  category: 'NEW_START',
  totalInvestment: yi(3),
  annualInvestment: yi(0.9),
  remainingTargets: Array.from({ length: 9 }, () => yi(0.1)),
  reason: '前期转建设',
};
export const AFTERWARDS: ControlTotals = {
  construction: { count: 2, totalInvestment: yi(8), annualInvestment: yi(1.8) },
  preliminary: { count: 0, totalInvestment: 0 },
};
export const batchApplied: PlanEventOf<'BatchApplied'> = {
  type: 'BatchApplied',
  data: {
    year: 2022,
    version: 2,
    batch: 'new-batch',
    lines: [RECLASSIFY],
    results: [{ project: 'p2', entry: RECLASSIFIED }],
    moved: [],
    declared: AFTERWARDS,
    totals: AFTERWARDS,
    approvedBy: '示例区政府',
    document: DOCUMENT,
  },
};
const DISPOSED = [{ project: 'p1', disposition: 'CARRY_START' }] as const;
const ADJUSTED = { project: 'p1', toYearEnd: yi(1), reason: '审计核定', document: DOCUMENT };

export interface PlanExample<Type extends PlanCommand['type']> {
  readonly given: readonly PlanEvent[];
  readonly command: Extract<PlanCommand, { type: Type }>;
  readonly by: Actor;
  readonly now: string;
  readonly event: PlanEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | 'another' | RefusalCode;
}

const APRIL = '2022-04-07T02:00:00.000Z';
const NEW_YEAR = '2023-01-04T02:00:00.000Z';

/** For each command of a plan the plain case. */
export const PLAN_EXAMPLES: { readonly [Type in PlanCommand['type']]: PlanExample<Type> } = {
  DraftPlan: {
    given: [],
    command: { type: 'DraftPlan', declared: DECLARED },
    by: OFFICE,
    now: APRIL,
    event: drafted,
    again: 'PLAN_EXISTS',
  },
  IncludeProject: {
    given: [drafted],
    command: { type: 'IncludeProject', ...ENTRY },
    by: OFFICE,
    now: APRIL,
    event: included(ENTRY),
    again: 'nothing',
  },
  RemoveProject: {
    given: ready,
    command: { type: 'RemoveProject', project: 'p1' },
    by: OFFICE,
    now: APRIL,
    event: { type: 'PlanEntryRemoved', data: { year: 2022, project: 'p1' } },
    again: 'UNKNOWN_ENTRY',
  },
  PublishPlan: {
    given: ready,
    command: { type: 'PublishPlan', approvedBy: '示例区政府', document: DOCUMENT },
    by: OFFICE,
    now: APRIL,
    event: published(),
    again: 'PLAN_PUBLISHED',
  },
  ApplyBatch: {
    given: [...ready, published()],
    command: {
      type: 'ApplyBatch',
      lines: [RECLASSIFY],
      declared: AFTERWARDS,
      approvedBy: '示例区政府',
      document: DOCUMENT,
    },
    by: OFFICE,
    now: APRIL,
    event: batchApplied,
    again: 'RECLASSIFICATION_NOT_POSSIBLE',
  },
  CloseMonth: {
    given: decemberClosed.slice(0, -1),
    command: { type: 'CloseMonth', month: '2022-12' },
    by: OFFICE,
    now: NEW_YEAR,
    event: closed('2022-12'),
    again: 'nothing',
  },
  NoteBulletin: {
    given: decemberClosed,
    command: { type: 'NoteBulletin', month: '2022-12', bulletin: 'b1' },
    by: OFFICE,
    now: NEW_YEAR,
    event: { type: 'BulletinNoted', data: { year: 2022, month: '2022-12', bulletin: 'b1' } },
    again: 'nothing',
  },
  RecordDispositions: {
    given: [...ready, published('2022-12')],
    command: { type: 'RecordDispositions', dispositions: DISPOSED },
    by: OFFICE,
    now: APRIL,
    event: { type: 'DispositionsRecorded', data: { year: 2022, dispositions: DISPOSED } },
    again: 'nothing',
  },
  CloseYear: {
    given: decemberClosed,
    command: { type: 'CloseYear' },
    by: OFFICE,
    now: NEW_YEAR,
    event: yearClosed,
    again: 'nothing',
  },
  AdjustBase: {
    given: [...decemberClosed, yearClosed],
    command: { type: 'AdjustBase', ...ADJUSTED },
    by: OFFICE,
    now: NEW_YEAR,
    event: { type: 'BaseAdjusted', data: { year: 2022, ...ADJUSTED } },
    again: 'nothing',
  },
  RollPlanForward: {
    given: [drafted],
    command: { type: 'RollPlanForward', lines: [{ project: 'p1', plannedYear: 2023 }] },
    by: OFFICE,
    now: APRIL,
    event: {
      type: 'PlanRolledForward',
      data: { year: 2022, through: 2024, lines: [{ project: 'p1', plannedYear: 2023 }] },
    },
    again: 'PLAN_ROLLED_FORWARD',
  },
};

/** What follows by itself, and after what. */
export const DUE_EXAMPLES: readonly { readonly given: readonly PlanEvent[]; readonly event: PlanEvent }[] = [
  { given: [...ready, published()], event: monthEnded('2022-04') },
  { given: decemberClosed, event: { type: 'PlanSucceeded', data: { year: 2022, month: '2023-01' } } },
];
