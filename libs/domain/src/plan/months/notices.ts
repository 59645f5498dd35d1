import { type At, type Due, valueOn } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import type { Notice } from '../../policy/report-notices.js';
import { responsibilitiesOn } from '../../project/responsibility/holdings.js';
import { isEnded } from '../../project/stages/state.js';
import type { ProjectState } from '../../project/state.js';
import type { PlanState } from '../state.js';
import { projectStream } from '../streams.js';
import type { MonthEvent, UnitProjects } from './events.js';
import type { OpenedMonth } from './state.js';

/** The members that must be looked at for what is to be told by now; none while nothing is. */
export const membersToTell = ({ months }: PlanState, now: string): string[] => [
  ...new Set(months.filter((month) => isWaiting(month, now)).flatMap(({ owing }) => [...owing])),
];

/** What is told next of an opened month, by now. */
export function noticeDue({ year, months }: PlanState, at: At): Due<MonthEvent> | undefined {
  const [first] = months
    .filter((month) => isWaiting(month, at.now))
    .sort((a, b) => (a.notices[0]!.at < b.notices[0]!.at ? -1 : 1));
  if (year === null || !first) return undefined;
  // Where all have a reporter nothing is told; the reminder of the opening comes at the same instant.
  const notice = first.notices.find(({ kind }) => kind !== 'REPORTERS' || withoutReporter(first, at).length > 0)!;
  const event = told(year, first, notice, at);
  return { rule: `notice/${first.month}/${notice.kind}`, dueAt: notice.at, event };
}

const isWaiting = ({ notices }: OpenedMonth, now: string): boolean => notices[0] !== undefined && notices[0].at <= now;

function told(year: number, opened: OpenedMonth, notice: Notice, at: At): MonthEvent {
  const { month, dueAt, policyVersion } = opened;
  const instant = notice.at;
  const about = { year, month, at: instant, policyVersion };
  switch (notice.kind) {
    case 'REPORTERS':
      return { type: 'ReportersMissed', data: { ...about, units: withoutReporter(opened, at) } };
    case 'REMINDER':
      if (isPointless(opened, instant, at)) return { type: 'ReminderLapsed', data: about };
      return { type: 'ReportsReminded', data: { ...about, dueAt, units: silent(opened, at.now, 'legalEntity', at) } };
    case 'TO_AUTHORITY':
    case 'TO_OFFICE': {
      const to = notice.kind === 'TO_AUTHORITY' ? 'SECTOR_AUTHORITY' : 'LG_OFFICE';
      const units = silent(opened, instant, 'leadAuthority', at);
      return { type: 'SilenceEscalated', data: { ...about, to, units } };
    }
    case 'SUPPLEMENT':
      return { type: 'SupplementOpened', data: { ...about, dueAt: opened.supplement!.dueAt } };
    case 'BULLETIN':
      return { type: 'BulletinDue', data: { ...about, policyVersion: notice.policyVersion } };
  }
}

/** Whether a reminder was noticed too late: the due time has come, or the next one has. */
const isPointless = ({ notices, dueAt }: OpenedMonth, instant: string, { now }: At): boolean =>
  now >= dueAt || notices.some(({ kind, at }) => kind === 'REMINDER' && at > instant && at <= now);

type Place = 'legalEntity' | 'leadAuthority';

/** The members from which nothing had come by an instant, by the unit that stood in a place then. */
const silent = (opened: OpenedMonth, instant: string, place: Place, at: At): UnitProjects[] =>
  byUnit(opened, instant, place, at, ({ reports }) => {
    const submittedAt = reports[opened.month]?.submittedAt ?? null;
    return submittedAt === null || submittedAt > instant;
  });

/** The sector authority makes the legal entity name a reporter (notice §6). */
const withoutReporter = (opened: OpenedMonth, at: At): UnitProjects[] =>
  byUnit(opened, opened.opensAt, 'leadAuthority', at, ({ responsibilities }) => {
    return !responsibilitiesOn(responsibilities, dayOf(opened.opensAt))?.reporter;
  });

function byUnit(
  { owing }: OpenedMonth,
  instant: string,
  place: Place,
  at: At,
  concerns: (project: ProjectState) => boolean,
): UnitProjects[] {
  const day = dayOf(instant);
  const units = new Map<string | null, string[]>();
  for (const project of owing) {
    const state = at.stateOf<ProjectState>(projectStream(project));
    if (isEnded(valueOn(state.status, day)) || !concerns(state)) continue;
    const unit = responsibilitiesOn(state.responsibilities, day)?.[place] ?? null;
    units.set(unit, [...(units.get(unit) ?? []), project]);
  }
  return [...units].map(([unit, projects]) => ({ unit, projects }));
}
