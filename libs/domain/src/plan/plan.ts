import type { Decider, Due, Recorded } from '#libs/event-sourcing/pure';
import { idOf } from '#libs/event-sourcing/pure';
import { dayOf, lastDayOf, monthIn, startOf, yearOf } from '../days.js';
import type { DocumentRef } from '../facts.js';
import { requireAmount, requireNothingPersonal } from '../facts.js';
import { inForce, policyStream } from '../policy/policy.js';
import { monthDates, opensAt } from '../policy/monthly-report.js';
import type { ProjectState } from '../project/state.js';
import { isFullyAssigned } from '../project/state.js';
import { refuse } from '../refusals.js';
import { requireReconciled, totalsOf } from './control-totals.js';
import type { ControlTotals, NextOpening, PlanEntry, PlanEvent } from './events.js';

export type PlanCommand =
  | { readonly type: 'DraftPlan'; readonly declared: ControlTotals }
  | ({ readonly type: 'IncludeProject' } & PlanEntry)
  | { readonly type: 'RemoveProject'; readonly project: string }
  | { readonly type: 'PublishPlan'; readonly approvedBy: string; readonly document: DocumentRef };

/** A month that was opened, as the projects need it for deciding. */
export interface OpenedMonth {
  readonly month: string;
  readonly opensAt: string;
  readonly dueAt: string;
  readonly policyVersion: number;
  readonly cutOff: string;
  readonly owing: ReadonlySet<string>;
}

export interface PlanState {
  readonly year: number | null;
  readonly declared: ControlTotals | null;
  readonly entries: ReadonlyMap<string, PlanEntry>;
  readonly publishedAt: string | null;
  readonly months: readonly OpenedMonth[];
  /** The first month that has not been opened; null before publication and after December. */
  readonly nextMonth: string | null;
}

export const planStream = (year: number): string => `plan-${year}`;
export const projectStream = (project: string): string => `project-${project}`;

export const planDecider: Decider<PlanState, PlanCommand, PlanEvent> = {
  initial: { year: null, declared: null, entries: new Map(), publishedAt: null, months: [], nextMonth: null },

  evolve(state, event) {
    switch (event.type) {
      case 'PlanDrafted':
        return { ...state, year: event.data.year, declared: event.data.declared };
      case 'PlanEntryIncluded':
        return { ...state, entries: new Map(state.entries).set(event.data.entry.project, event.data.entry) };
      case 'PlanEntryRemoved': {
        const entries = new Map(state.entries);
        entries.delete(event.data.project);
        return { ...state, entries };
      }
      case 'PlanPublished':
        return { ...state, publishedAt: event.metadata.recordedAt, nextMonth: event.data.nextOpening?.month ?? null };
      case 'ReportingMonthOpened':
        return {
          ...state,
          months: [...state.months, opened(event)],
          nextMonth: event.data.nextOpening?.month ?? null,
        };
    }
  },

  decide(command, state, at) {
    requireNothingPersonal(command);
    if (command.type === 'DraftPlan') {
      if (state.year !== null) throw refuse('PLAN_EXISTS', { year: state.year });
      return [{ type: 'PlanDrafted', data: { year: Number(idOf(at.stream)), declared: command.declared } }];
    }
    if (state.year === null) throw refuse('UNKNOWN_PLAN');
    if (state.publishedAt !== null) throw refuse('PLAN_PUBLISHED', { year: state.year });
    switch (command.type) {
      case 'IncludeProject': {
        const { type: _, ...entry } = command;
        if (!at.stateOf<ProjectState>(projectStream(entry.project)).exists) throw refuse('UNKNOWN_PROJECT');
        requireSoundEntry(entry);
        if (JSON.stringify(state.entries.get(entry.project)) === JSON.stringify(entry)) return [];
        return [{ type: 'PlanEntryIncluded', data: { year: state.year, entry } }];
      }
      case 'RemoveProject':
        if (!state.entries.has(command.project)) throw refuse('UNKNOWN_ENTRY', { project: command.project });
        return [{ type: 'PlanEntryRemoved', data: { year: state.year, project: command.project } }];
      case 'PublishPlan': {
        const totals = totalsOf(state.entries.values());
        requireReconciled(state.declared!, totals);
        const incomplete = [...state.entries.values()].filter(
          (entry) =>
            !isFullyAssigned(at.stateOf<ProjectState>(projectStream(entry.project)), entry.category) ||
            (entry.category !== 'PRELIMINARY' && entry.monthlyTargets === null),
        );
        if (incomplete.length > 0)
          throw refuse('PLAN_ENTRIES_INCOMPLETE', {
            count: incomplete.length,
            projects: incomplete.slice(0, 20).map(({ project }) => project),
          });
        const { approvedBy, document } = command;
        const nextOpening = openingAfter(state.year, at.now, (month) =>
          opensAt(inForce(at, 'monthly-report', dayOf(at.now)).rules, month),
        );
        return [{ type: 'PlanPublished', data: { year: state.year, approvedBy, document, totals, nextOpening } }];
      }
    }
  },

  reads(command, state, now) {
    if (command.type === 'IncludeProject') return [{ stream: projectStream(command.project), upToNow: false }];
    const policies = ['monthly-report', 'calendar'] as const;
    if (command.type === 'PublishPlan')
      return [
        ...[...state.entries.keys()].map((project) => ({ stream: projectStream(project), upToNow: false })),
        ...policies.map((name) => ({ stream: policyStream(name), upToNow: false })),
      ];
    if ((this.wakesAt!(state) ?? now) >= now && command.type !== 'Tick') return [];
    return policies.map((name) => ({ stream: policyStream(name), upToNow: false }));
  },

  due(state, at): Due<PlanEvent> | undefined {
    const { year, nextMonth } = state;
    if (year === null || nextMonth === null || startOf(`${nextMonth}-01`) > at.now) return undefined;
    // A recurring date follows the rules in force on the day itself, not those that were known when it was foreseen.
    const rulesOn = (month: string) => {
      const first = inForce(at, 'monthly-report', `${month}-01`);
      return inForce(at, 'monthly-report', dayOf(opensAt(first.rules, month)));
    };
    const policy = rulesOn(nextMonth);
    const dates = monthDates(policy.rules, inForce(at, 'calendar', dayOf(at.now)).rules, nextMonth);
    if (dates.opensAt > at.now) return undefined;
    const dueDay = dayOf(dates.dueAt);
    return {
      rule: `open/${nextMonth}`,
      dueAt: dates.opensAt,
      event: {
        type: 'ReportingMonthOpened',
        data: {
          year,
          month: nextMonth,
          ...dates,
          policyVersion: policy.version,
          cutOff: policy.rules.figuresThrough === 'DUE_DAY' ? dueDay : lastDayOf(nextMonth),
          owing: [...state.entries.keys()],
          nextOpening: openingAfter(year, dates.opensAt, (month) => opensAt(policy.rules, month)),
        },
      },
    };
  },

  wakesAt: (state) => (state.nextMonth === null ? undefined : startOf(`${state.nextMonth}-01`)),
};

/** The first month of the year whose opening still lies ahead: duties never run backwards. */
function openingAfter(year: number, instant: string, opens: (month: string) => string): NextOpening | null {
  for (let number = 1; number <= 12; number++) {
    const month = monthIn(year, number);
    if (opens(month) > instant) return { month, opensAt: opens(month) };
  }
  return null;
}

const opened = ({ data }: Recorded<Extract<PlanEvent, { type: 'ReportingMonthOpened' }>>): OpenedMonth => ({
  month: data.month,
  opensAt: data.opensAt,
  dueAt: data.dueAt,
  policyVersion: data.policyVersion,
  cutOff: data.cutOff,
  owing: new Set(data.owing),
});

function requireSoundEntry({ category, totalInvestment, annualInvestment, monthlyTargets }: PlanEntry): void {
  requireAmount('totalInvestment', totalInvestment);
  requireAmount('annualInvestment', annualInvestment);
  if (category === 'PRELIMINARY' && (annualInvestment !== 0 || monthlyTargets !== null))
    throw refuse('PRELIMINARY_HAS_NO_ANNUAL_PLAN');
  if (monthlyTargets === null) return;
  monthlyTargets.forEach((target, index) => requireAmount(`monthlyTargets/${index}`, target));
  const sum = monthlyTargets.reduce((total, target) => total + target, 0);
  if (monthlyTargets.length !== 12 || sum !== annualInvestment)
    throw refuse('TARGETS_DO_NOT_SUM', { sum, annualInvestment, difference: sum - annualInvestment });
}

/** The plan's year for a stream name such as `plan-2022`. */
export const planYearOf = (stream: string): number => yearOf(idOf(stream));
