import { INVESTMENT_TYPES } from '../project/details/events.js';
import { type ApprovalRules, APPROVALS } from './approvals.js';
import type { ChecklistRules } from './checklists.js';
import { type DurationRules, inOrder } from './durations.js';
import { fieldsOf, isPositive, type Unknown } from './shape.js';

export function approvals({ validity, warningDays }: Unknown<ApprovalRules>): string | undefined {
  if (!isPositive(warningDays)) return 'warningDays';
  if (typeof validity !== 'object' || validity === null) return 'validity';
  for (const [kind, limit] of Object.entries(validity)) {
    const { months, extensions } = fieldsOf(limit);
    if (!isApproval(kind) || !isPositive(months)) return `validity/${kind}`;
    if (!Number.isInteger(extensions) || (extensions as number) < 0) return `validity/${kind}/extensions`;
  }
  return undefined;
}

export function durations({ items }: Unknown<DurationRules>): string | undefined {
  const rules = fieldsOf(items);
  const unknown = Object.keys(rules).find((kind) => !isApproval(kind));
  if (unknown !== undefined) return `items/${unknown}`;
  for (const kind of APPROVALS) {
    const { workingDays, after } = fieldsOf(rules[kind]);
    if (!isPositive(workingDays)) return `items/${kind}/workingDays`;
    if (!Array.isArray(after) || !after.every(isApproval)) return `items/${kind}/after`;
  }
  return inOrder(rules as unknown as DurationRules['items']) ? undefined : 'items';
}

export function checklists({ lists }: Unknown<ChecklistRules>): string | undefined {
  if (!Array.isArray(lists)) return 'lists';
  const keys = new Set<string>();
  for (const [index, list] of lists.entries()) {
    const { investmentType, sector, items } = fieldsOf(list);
    if (!(INVESTMENT_TYPES as readonly unknown[]).includes(investmentType)) return `lists/${index}/investmentType`;
    if (sector !== null && typeof sector !== 'string') return `lists/${index}/sector`;
    const key = JSON.stringify([investmentType, sector]);
    if (keys.has(key)) return `lists/${index}`;
    keys.add(key);
    const wrong = wrongItem(items);
    if (wrong !== undefined) return `lists/${index}/items${wrong}`;
  }
  // Every project of a known type has a list, whatever its sector.
  return INVESTMENT_TYPES.every((type) => keys.has(JSON.stringify([type, null]))) ? undefined : 'lists';
}

function wrongItem(items: unknown): string | undefined {
  if (!Array.isArray(items) || items.length === 0) return '';
  const seen = new Set<unknown>();
  for (const [index, item] of items.entries()) {
    const { approval, statutory } = fieldsOf(item);
    if (!isApproval(approval) || seen.has(approval)) return `/${index}/approval`;
    if (typeof statutory !== 'boolean') return `/${index}/statutory`;
    seen.add(approval);
  }
  return undefined;
}

const isApproval = (kind: unknown): boolean => (APPROVALS as readonly unknown[]).includes(kind);
