import type { Decider, Due, Recorded } from '#libs/event-sourcing/pure';
import { idOf } from '#libs/event-sourcing/pure';
import { dayOf, startOf, yearOf } from '../days.js';
import type { DocumentRef } from '../facts.js';
import { requireAmount, requireNothingPersonal } from '../facts.js';
import { policyStream } from '../policy/policy.js';
import { cutOffOf, monthDates, opensAt } from '../policy/monthly-report.js';
import type { ProjectState } from '../project/state.js';
import { isFullyAssigned } from '../project/responsibility/state.js';
import { refuse } from '../refusals.js';
import { requireReconciled, totalsOf } from './control-totals.js';
import type { ControlTotals, PlanEntry, PlanEvent } from './events.js';
import { openingAfter, openingOf, rulesOfMonths } from './openings.js';

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
        const { exists, currency } = at.stateOf<ProjectState>(projectStream(entry.project));
        if (!exists) throw refuse('UNKNOWN_PROJECT');
        if (currency !== 'CNY') throw refuse('PLAN_COUNTS_CNY_ONLY', { project: entry.project, currency });
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
        const { rules } = rulesOfMonths(at, dayOf(at.now)).policy;
        const nextOpening = openingAfter(state.year, at.now, (month) => opensAt(rules, month));
        return [{ type: 'PlanPublished', data: { year: state.year, approvedBy, document, totals, nextOpening } }];
      }
    }
  },

  reads(command, state, now) {
    const projects =
      command.type === 'PublishPlan'
        ? [...state.entries.keys()]
        : command.type === 'IncludeProject'
          ? [command.project]
          : [];
    // Whatever was asked, a month that may be open by now is opened first.
    const opens = command.type === 'PublishPlan' || (this.wakesAt!(state) ?? '9999') <= now;
    const policies = opens ? (['monthly-report', 'calendar'] as const) : [];
    return [...projects.map(projectStream), ...policies.map(policyStream)].map((stream) => ({
      stream,
      upToNow: false,
    }));
  },

  due(state, at): Due<PlanEvent> | undefined {
    const { year, nextMonth, publishedAt } = state;
    if (year === null || nextMonth === null || publishedAt === null) return undefined;
    const opening = openingOf(nextMonth, publishedAt, at);
    if (!opening) return undefined;
    const { policy, calendar } = opening;
    const { dueAt } = monthDates(policy.rules, calendar.rules, nextMonth);
    return {
      rule: `open/${nextMonth}`,
      dueAt: opening.opensAt,
      event: {
        type: 'ReportingMonthOpened',
        data: {
          year,
          month: nextMonth,
          opensAt: opening.opensAt,
          dueAt,
          policyVersion: policy.version,
          cutOff: cutOffOf(policy.rules, nextMonth, dueAt),
          owing: [...state.entries.keys()],
          nextOpening: openingAfter(year, opening.opensAt, (month) => opensAt(policy.rules, month)),
        },
      },
    };
  },

  wakesAt: (state) => (state.nextMonth === null ? undefined : startOf(`${state.nextMonth}-01`)),
};

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
