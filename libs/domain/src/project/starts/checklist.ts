import type { ApprovalKind } from '../../policy/approvals.js';
import type { ChecklistItem, ChecklistRules } from '../../policy/checklists.js';
import { holdsOn } from '../approvals/state.js';
import { checklistOf } from '../scheduling/inputs.js';
import type { ProjectState } from '../state.js';

/** 核对开工前置审批要件: each item of a project's list, and what is missing on a day. */
export interface StartChecklist {
  readonly items: readonly (ChecklistItem & { readonly holds: boolean; readonly waived: boolean })[];
  /** Statutory items that do not hold: a start without them is irregular. */
  readonly missing: readonly ApprovalKind[];
  /** Items that do not hold and could be waived, but are not: a start is not confirmed without them. */
  readonly unwaived: readonly ApprovalKind[];
}

/** Throws CHECKLIST_MISSING while the project's investment type is unknown. */
export function startChecklist(
  state: Pick<ProjectState, 'details' | 'approvals' | 'waivers'>,
  rules: ChecklistRules,
  day: string,
): StartChecklist {
  const items = checklistOf(state, rules).items.map((item) => ({
    ...item,
    holds: holdsOn(state, item.approval, day),
    waived: state.waivers[item.approval]?.status === 'CONFIRMED',
  }));
  const lacking = items.filter(({ holds, waived, statutory }) => !holds && (statutory || !waived));
  const those = (statutory: boolean) =>
    lacking.filter((item) => item.statutory === statutory).map(({ approval }) => approval);
  return { items, missing: those(true), unwaived: those(false) };
}
