import { addDays, addMonths } from '../days.js';

/** 项目建议书, 可研, 核准, 备案, 用地预审与选址, 环评, 节能审查, 初步设计及概算, 施工许可, 水保, 用地规划许可, 工程规划许可, 招标. */
export const APPROVALS = [
  'PROPOSAL',
  'FEASIBILITY',
  'VERIFICATION',
  'FILING',
  'LAND_PREREVIEW_SITE',
  'EIA',
  'ENERGY_REVIEW',
  'PRELIM_DESIGN_ESTIMATE',
  'CONSTRUCTION_PERMIT',
  'WATER_SOIL',
  'LAND_PERMIT',
  'WORKS_PERMIT',
  'TENDER',
] as const;
export type ApprovalKind = (typeof APPROVALS)[number];

/** How long approvals hold while construction has not begun. */
export interface ApprovalRules {
  /** Whole months from the day of issue, and how often the same time may be added; a kind that is left out never expires. */
  readonly validity: Readonly<Partial<Record<ApprovalKind, { readonly months: number; readonly extensions: number }>>>;
  /** Days before its last day from which an approval is about to expire. */
  readonly warningDays: number;
}

/** Until when an approval holds, with the rules that say so. */
export interface Validity {
  /** Last day on which it holds. */
  readonly until: string;
  /** First day on which it is about to expire. */
  readonly warnOn: string;
  readonly policyVersion: number;
}

/** Validity from a day on; null for a kind that never expires. */
export function validityFrom(
  { version, rules }: { readonly version: number; readonly rules: ApprovalRules },
  kind: ApprovalKind,
  from: string,
): Validity | null {
  const limit = rules.validity[kind];
  if (!limit) return null;
  const until = addMonths(from, limit.months);
  const warnOn = addDays(until, -rules.warningDays);
  return { until, warnOn: warnOn < from ? from : warnOn, policyVersion: version };
}
