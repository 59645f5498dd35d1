import type { At, Decider, DomainEvent, Recorded } from '#libs/event-sourcing/pure';
import { dayOf, yearOf } from '../days.js';
import { withNothingPersonal } from '../facts.js';
import { refuse } from '../refusals.js';
import type { ApprovalRules } from './approvals.js';
import type { BulletinRules } from './bulletins.js';
import { announcedUntil, type CalendarRules, calendarSince } from './calendar.js';
import type { ChecklistRules } from './checklists.js';
import type { DurationRules } from './durations.js';
import type { EscalationRules } from './escalation.js';
import type { LightRules } from './lights.js';
import type { MonthlyReportRules } from './monthly-report.js';
import { UNSOUND_FIELD } from './soundness.js';
import type { StackingRules } from './stacking.js';

/** The kinds of rules that are data, one stream each. */
export interface PolicyRules {
  readonly 'monthly-report': MonthlyReportRules;
  readonly escalation: EscalationRules;
  readonly calendar: CalendarRules;
  readonly stacking: StackingRules;
  readonly bulletins: BulletinRules;
  readonly approvals: ApprovalRules;
  readonly durations: DurationRules;
  readonly checklists: ChecklistRules;
  readonly lights: LightRules;
}
export type PolicyName = keyof PolicyRules;
export const policyStream = (name: PolicyName): string => `policy-${name}`;

export interface RuleSource {
  readonly document: string;
  readonly clause: string;
}

/** A version of a rule set was adopted and takes effect on a day. */
export interface PolicyAdopted extends DomainEvent {
  readonly type: 'PolicyAdopted';
  readonly data: {
    readonly policy: PolicyName;
    readonly version: number;
    readonly effectiveFrom: string;
    readonly rules: PolicyRules[PolicyName];
    readonly source: RuleSource;
  };
}

export interface AdoptPolicy {
  readonly type: 'AdoptPolicy';
  readonly policy: PolicyName;
  readonly effectiveFrom: string;
  readonly rules: PolicyRules[PolicyName];
  readonly source: RuleSource;
}

export interface PolicyVersion<R = unknown> {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly rules: R;
}
export interface PolicyState<R = unknown> {
  readonly versions: readonly PolicyVersion<R>[];
}

export const policyDecider: Decider<PolicyState, AdoptPolicy, PolicyAdopted> = {
  initial: { versions: [] },
  evolve: (state, { data }: Recorded<PolicyAdopted>) => ({ versions: [...state.versions, data] }),
  decide: withNothingPersonal((command, state, at) => {
    const { policy, effectiveFrom, rules, source } = command;
    const today = dayOf(at.now);
    const last = state.versions.at(-1);
    const unsound = UNSOUND_FIELD[policy](rules);
    if (unsound !== undefined) throw refuse('POLICY_UNSOUND', { policy, field: unsound });
    // A new installation begins with what there is.
    if (last && policy === 'calendar' && announcedUntil(rules as CalendarRules, effectiveFrom) === undefined)
      throw refuse('POLICY_UNSOUND', { policy, field: `years/${yearOf(effectiveFrom)}` });
    // The first version overturns nothing, so it may hold from the day on which it is recorded.
    if (effectiveFrom < today || (last && effectiveFrom === today))
      throw refuse('POLICY_RUNS_BACKWARDS', { effectiveFrom, today });
    if (last && effectiveFrom <= last.effectiveFrom)
      throw refuse('POLICY_DATES_OVERLAP', { effectiveFrom, last: last.effectiveFrom });
    const version = state.versions.length + 1;
    return [{ type: 'PolicyAdopted', data: { policy, version, effectiveFrom, rules, source } }];
  }),
};

/** The version in force on a day; throws POLICY_NOT_IN_FORCE before the first one. */
export function inForce<N extends PolicyName>(at: At, policy: N, day: string): PolicyVersion<PolicyRules[N]> {
  const { versions } = at.stateOf<PolicyState<PolicyRules[N]>>(policyStream(policy));
  const version = versions.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  if (!version) throw refuse('POLICY_NOT_IN_FORCE', { policy, day });
  return version;
}

/** The calendar that days are counted by from a day on, with the years that were announced since and are in force by now. */
export function calendarFrom(at: At, day: string): CalendarRules {
  const { versions } = at.stateOf<PolicyState<CalendarRules>>(policyStream('calendar'));
  const today = dayOf(at.now);
  const known = versions.filter(({ effectiveFrom }) => effectiveFrom <= (day > today ? day : today));
  return calendarSince(known, day).rules;
}
