import type { INVESTMENT_TYPES } from '../project/details/events.js';
import type { ApprovalKind } from './approvals.js';

export type InvestmentType = (typeof INVESTMENT_TYPES)[number];

/** 开工前审批事项清单: what a start needs, by investment type and sector. */
export interface ChecklistRules {
  readonly lists: readonly Checklist[];
}

export interface Checklist {
  readonly investmentType: InvestmentType;
  /** Code of the sector; null is the list of every sector that has none of its own. */
  readonly sector: string | null;
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
  readonly approval: ApprovalKind;
  /** A statutory item can't be waived. */
  readonly statutory: boolean;
}

/** The list of a project's own sector, else the general one of its investment type; undefined while its type is unknown. */
export const checklistFor = (
  { lists }: ChecklistRules,
  investmentType: InvestmentType | null,
  sector: string | null,
): Checklist | undefined =>
  lists.find((list) => list.investmentType === investmentType && list.sector === sector) ??
  lists.find((list) => list.investmentType === investmentType && list.sector === null);
