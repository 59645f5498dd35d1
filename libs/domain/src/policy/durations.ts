import { APPROVALS, type ApprovalKind } from './approvals.js';

/** How long approvals take and what must come before them; what scheduling and due dates count with. */
export interface DurationRules {
  readonly items: Readonly<Record<ApprovalKind, DurationRule>>;
}

export interface DurationRule {
  /** From acceptance by the authority to its decision. */
  readonly workingDays: number;
  /** Approvals that must be there before this one can be applied for, as far as the project needs them. */
  readonly after: readonly ApprovalKind[];
}

/** The approvals in an order in which each follows those that it needs; undefined where they wait for one another. */
export function inOrder(items: DurationRules['items']): ApprovalKind[] | undefined {
  const order: ApprovalKind[] = [];
  while (order.length < APPROVALS.length) {
    const next = APPROVALS.find(
      (kind) => !order.includes(kind) && items[kind].after.every((earlier) => order.includes(earlier)),
    );
    if (!next) return undefined;
    order.push(next);
  }
  return order;
}
