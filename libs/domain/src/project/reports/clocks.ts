import type { At } from '#libs/event-sourcing/pure';
import { addMonths, monthOf, startOf } from '../../days.js';
import type { OpenedMonth, PlanState } from '../../plan/state.js';
import { planStream } from '../../plan/streams.js';
import type { Clock } from '../clock.js';
import { type MembershipState, yearsOf } from '../membership/state.js';
import { currentStatus, isEnded, type StagesState } from '../stages/state.js';
import type { ReportEvent } from './events.js';
import type { ReportsState } from './state.js';

/** A month that was opened while the project was a member. */
export interface OwedMonth extends Pick<OpenedMonth, 'month' | 'opensAt' | 'dueAt' | 'policyVersion'> {
  /** Year of the plan that opened it, which goes on until its successor is published. */
  readonly year: number;
}
type State = MembershipState & ReportsState & StagesState;

/** The opened months of all plans that it is or was in. */
export const owedMonths = (state: MembershipState, at: At): OwedMonth[] =>
  yearsOf(state).flatMap((year) =>
    at
      .stateOf<PlanState>(planStream(year))
      .months.filter(({ owing }) => owing.has(at.stream.slice('project-'.length)))
      .map((month) => ({ ...month, year })),
  );

type Reporting = Pick<State, 'plans' | 'reports' | 'status'>;

/** Reports that are owed, and those that were sent back; the end of a project ends both. */
export const clocksOf = (state: Reporting, months: readonly OwedMonth[]): Clock<ReportEvent>[] =>
  isEnded(currentStatus(state)) ? [] : [...owed(state, months), ...repairs(state)];

/** A member on the open day owes the month's report until it has come or was missed. */
const owed = (state: Reporting, months: readonly OwedMonth[]): Clock<ReportEvent>[] =>
  months
    .filter(({ year, month }) => state.plans[year] && !state.reports[month])
    .map(({ month, opensAt, dueAt, policyVersion }) => ({
      rule: `report/${month}`,
      dueAt,
      basis: { policy: 'monthly-report', version: policyVersion, month: { month, opensAt } },
      event: () => ({ type: 'ReportMissed', data: { month, dueAt, policyVersion } }),
    }));

/** A returned report has a deadline of its own. */
const repairs = ({ reports }: Reporting): Clock<ReportEvent>[] =>
  Object.values(reports).flatMap(({ month, repair }) => {
    if (!repair || repair.missed) return [];
    const { returnedAt: startedAt, dueAt, policyVersion } = repair;
    const event = () => ({ type: 'ReportRepairMissed', data: { month, dueAt, policyVersion } }) as const;
    const basis = { policy: 'monthly-report', version: policyVersion, time: { level: null, startedAt } } as const;
    return [{ rule: `repair/${month}`, dueAt, basis, event }];
  });

/** Only its plans know what a member owes; a month is not opened before its first day. */
export function wakesAt(state: Pick<State, 'plans' | 'reports' | 'status'>): string | undefined {
  if (isEnded(currentStatus(state))) return undefined;
  const [first] = yearsOf(state).sort();
  if (first === undefined) return undefined;
  let day = `${first}-01-01`;
  while (state.reports[monthOf(day)]) day = addMonths(day, 1);
  return startOf(day);
}
