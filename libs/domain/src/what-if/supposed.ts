import { isDay, yearOf } from '../days.js';
import type { CalendarRules } from '../policy/calendar.js';
import { type PolicyRules, type PolicyState, policyStream } from '../policy/policy.js';
import { UNSOUND_FIELD } from '../policy/soundness.js';
import { refuse } from '../refusals.js';

/** The rule sets that decide what is late, red or escalated. */
export const SUPPOSABLE = ['monthly-report', 'escalation', 'calendar', 'lights'] as const;
type Supposable = (typeof SUPPOSABLE)[number];

/** A rule set as somebody wrote it down, which would hold from a day on in place of those that were adopted. */
export interface Supposition {
  readonly policy: Supposable;
  readonly effectiveFrom: string;
  readonly rules: PolicyRules[Supposable];
}

/**
 * The rule sets by their streams as they would have been, with days counted up to a last one. Throws POLICY_UNSOUND
 * with the field, and POLICY_DATES_OVERLAP.
 */
export function supposed(
  adopted: ReadonlyMap<string, PolicyState>,
  suppositions: readonly Supposition[],
  last: string,
): Map<string, PolicyState> {
  const policies = new Map(adopted);
  for (const policy of SUPPOSABLE) {
    const wanted = suppositions.filter((each) => each.policy === policy);
    const { effectiveFrom: first } = wanted[0] ?? {};
    if (first === undefined) continue;
    const { versions } = adopted.get(policyStream(policy)) ?? { versions: [] };
    const kept = versions.filter(({ effectiveFrom }) => effectiveFrom < first);
    const added = wanted.map(({ effectiveFrom, rules }, index) => {
      requireSound(policy, effectiveFrom, rules, last);
      const before = wanted[index - 1]?.effectiveFrom;
      if (before !== undefined && effectiveFrom <= before)
        throw refuse('POLICY_DATES_OVERLAP', { policy, effectiveFrom, last: before });
      return { version: kept.length + index + 1, effectiveFrom, rules };
    });
    policies.set(policyStream(policy), { versions: [...kept, ...added] });
  }
  const unknown = suppositions.find(({ policy }) => !SUPPOSABLE.includes(policy));
  if (unknown) throw refuse('POLICY_UNSOUND', { policy: unknown.policy, field: 'policy' });
  return policies;
}

function requireSound(policy: Supposable, from: string, rules: PolicyRules[Supposable], last: string): void {
  const field = isDay(from)
    ? (UNSOUND_FIELD[policy](rules) ?? missingYear(policy, from, rules, last))
    : 'effectiveFrom';
  if (field !== undefined) throw refuse('POLICY_UNSOUND', { policy, field });
}

/** A calendar has every year in which its days are counted. */
function missingYear(policy: Supposable, from: string, rules: PolicyRules[Supposable], last: string) {
  if (policy !== 'calendar') return undefined;
  for (let year = yearOf(from); year <= yearOf(last); year++)
    if (!(rules as CalendarRules).years[String(year)]) return `years/${year}`;
  return undefined;
}
