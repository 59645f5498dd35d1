import fc from 'fast-check';
import type { Recorded } from '#libs/event-sourcing/pure';
import { recorded, type Scene, type Told } from '#libs/event-sourcing/testing';
import { addDays, type Category, lastDayOf, monthIn, type PlanEvent, type ProjectEvent, STATUSES } from '#libs/domain';
import { COMMENCED, EXAMPLES, raised, RESOLVED, UNTOLD } from '../../domain/src/project/examples.js';
import { DETAILS, DOCUMENT, OFFICE, opened, RESPONSIBILITIES, yi } from '../../domain/src/testing.js';

/** A project with what was told of it: facts of the world, each on a day of its own, and what followed in the office. */
export interface Life {
  readonly id: string;
  readonly category: Category;
  readonly opening: number;
  /** Cumulative figures of the months from April on; null for a month that was missed. */
  readonly months: readonly (null | {
    readonly yearToDate: number;
    readonly review: 'PENDING' | 'ACCEPTED' | 'RETURNED';
  })[];
  /** How far its blocker has come: not raised, raised, accepted, escalated, resolved, closed. */
  readonly blocker: number;
  readonly registered: ProjectEvent;
  readonly facts: readonly ProjectEvent[];
}
export type AnyEvent = ProjectEvent | PlanEvent;

export const PUBLISHED_ON = '2022-04-07';
export const TARGETS = Array.from({ length: 12 }, (_, index) => yi(0.01) * (index + 1));
export const ANNUAL = TARGETS.reduce((sum, target) => sum + target, 0);
const scene: Scene = { stream: 'project-p0', now: '2022-12-28T02:00:00.000Z', actor: OFFICE };

const day = fc.integer({ min: 0, max: 420 }).map((days) => addDays('2021-12-01', days));
const amount = fc.integer({ min: 0, max: yi(3) });

/** A fact of the world that was so from a day on. */
const factOn = (occurredOn: string): fc.Arbitrary<ProjectEvent> =>
  fc.oneof(
    fc.constantFrom<ProjectEvent>(
      { type: 'ProjectReserved', data: { occurredOn, document: null } },
      { type: 'PreliminaryWorkBegun', data: { occurredOn, document: DOCUMENT } },
      { type: 'CommencementRecorded', data: { ...COMMENCED.data, occurredOn, document: DOCUMENT } },
      { type: 'SuspensionReported', data: { occurredOn, reason: '停工' } },
      { type: 'ResumptionReported', data: { occurredOn, document: null } },
      { type: 'ProjectCompleted', data: { occurredOn, document: DOCUMENT } },
      { type: 'ProjectPutInService', data: { occurredOn, document: null } },
      { type: 'ProjectCancelled', data: { occurredOn, reason: '终止', document: DOCUMENT } },
      { type: 'SourcePhaseReported', data: { occurredOn, phase: `phase of ${occurredOn}` } },
      { type: 'ResponsibilitiesAssigned', data: { occurredOn, responsibilities: RESPONSIBILITIES } },
      { type: 'PersonsNamed', data: { occurredOn, personInCharge: null, linkedLeader: 'leader' } },
    ),
    fc.constantFrom('transport', 'energy', null).map((sector): ProjectEvent => ({
      type: 'ProjectDetailsChanged',
      data: { occurredOn, changes: { sector, name: `name of ${occurredOn}` } },
    })),
    fc.option(amount).map((total): ProjectEvent => ({
      type: 'TotalInvestmentChanged',
      data: { occurredOn, amount: total, reason: null },
    })),
    fc.option(day).map((date): ProjectEvent => ({
      type: 'MilestonesScheduled',
      data: { occurredOn, dates: { COMMENCEMENT: date } },
    })),
    day.map((to): ProjectEvent => ({
      type: 'MilestoneRescheduled',
      data: { occurredOn, milestone: 'COMMENCEMENT', from: null, to, reason: '调整', document: null },
    })),
  );

const life = (id: string): fc.Arbitrary<Life> =>
  fc.uniqueArray(day, { minLength: 1, maxLength: 8 }).chain(([first, ...days]) =>
    fc.record({
      id: fc.constant(id),
      category: fc.constantFrom<Category>('NEW_START', 'CARRIED_OVER', 'PRELIMINARY'),
      opening: amount,
      months: fc.array(
        fc.option(fc.record({ yearToDate: amount, review: fc.constantFrom('PENDING', 'ACCEPTED', 'RETURNED') }), {
          nil: null,
        }),
        { maxLength: 9 },
      ),
      blocker: fc.nat(5),
      registered: fc.constantFrom(...STATUSES).map((status): ProjectEvent => ({
        type: 'ProjectRegistered',
        data: { occurredOn: first!, details: DETAILS, status, currency: 'CNY', programme: null },
      })),
      facts: fc.tuple(...days.map(factOn)),
    }),
  );
export const lives = fc.tuple(life('p0'), life('p1'), life('p2'));

export const monthOfReport = (index: number): string => monthIn(2022, index + 4);
const told = (id: string, events: readonly ProjectEvent[]): Told<AnyEvent>[] =>
  events.map((event) => ({ ...event, stream: `project-${id}` }));

function blockerOf({ id, blocker }: Life): Told<AnyEvent>[] {
  const { AcceptBlocker, EscalateBlocker, CloseBlocker } = EXAMPLES;
  const way = [raised(id), AcceptBlocker.event, EscalateBlocker.event, RESOLVED, CloseBlocker.event];
  return told(
    id,
    way.slice(0, blocker).map((event) => ({ ...event, data: { ...event.data, blocker: id } }) as ProjectEvent),
  );
}

function reportsOf({ id, opening, months }: Life): Told<AnyEvent>[] {
  const opened: ProjectEvent = {
    type: 'OpeningFiguresRecorded',
    data: { year: 2022, through: '2022-03', yearToDate: opening, toLastYearEnd: 0, evidence: DOCUMENT },
  };
  const events = months.flatMap((report, index): ProjectEvent[] => {
    const month = monthOfReport(index);
    const cutOff = lastDayOf(month);
    if (!report)
      return [{ type: 'ReportMissed', data: { month, dueAt: `${month}-25T16:00:00.000Z`, policyVersion: 1 } }];
    const figures = { month: 0, yearToDate: report.yearToDate };
    const rest = { progress: '', ...UNTOLD, blockers: [], correctionReason: '', nilReason: null, late: false };
    const came: ProjectEvent = { type: 'ReportSubmitted', data: { month, figures, cutOff, ...rest } };
    if (report.review === 'ACCEPTED') return [came, { type: 'ReportAccepted', data: { month, figures, cutOff } }];
    if (report.review === 'PENDING') return [came];
    const back = { month, fields: [], reason: '', repairDueAt: `${month}-28T16:00:00.000Z`, policyVersion: 1 };
    return [came, { type: 'ReportReturned', data: back }];
  });
  return told(id, [opened, ...events]);
}

function planOf(all: readonly Life[]): Told<AnyEvent>[] {
  const none = {
    construction: { count: 0, totalInvestment: 0, annualInvestment: 0 },
    preliminary: { count: 0, totalInvestment: 0 },
  };
  const events: PlanEvent[] = [
    { type: 'PlanDrafted', data: { year: 2022, declared: none } },
    ...all.map(({ id, category }): PlanEvent => {
      const preliminary = category === 'PRELIMINARY';
      const entry = {
        project: id,
        category,
        totalInvestment: yi(5),
        annualInvestment: preliminary ? 0 : ANNUAL,
        monthlyTargets: preliminary ? null : TARGETS,
      };
      return { type: 'PlanEntryIncluded', data: { year: 2022, entry } };
    }),
    {
      type: 'PlanPublished',
      data: {
        year: 2022,
        approvedBy: '示例',
        document: DOCUMENT,
        totals: none,
        nextOpening: null,
      },
    },
    ...Array.from({ length: 9 }, (_, index): PlanEvent => {
      const month = monthOfReport(index);
      const { opensAt, dueAt, cutOff } = opened(month);
      const owing = all.map(({ id }) => id);
      const next =
        index < 8 ? { month: monthOfReport(index + 1), opensAt: opened(monthOfReport(index + 1)).opensAt } : null;
      return {
        type: 'ReportingMonthOpened',
        data: {
          year: 2022,
          month,
          opensAt,
          dueAt,
          policyVersion: 1,
          cutOff,
          owing,
          calendarVersion: 1,
          notices: [],
          supplement: null,
          nextOpening: next,
        },
      };
    }),
  ];
  return events.map((event) => ({ ...event, stream: 'plan-2022', recordedAt: `${PUBLISHED_ON}T02:00:00.000Z` }));
}

/** The facts in the order in which they were recorded, and among them, in their own order, what the office did. */
export function history(all: readonly Life[], order: readonly number[]): Recorded[] {
  const facts = all.flatMap(({ id, facts }) => told(id, facts));
  const shuffled = order.filter((index) => index < facts.length).map((index) => facts[index]!);
  const acts = [...planOf(all), ...all.flatMap(blockerOf), ...all.flatMap(reportsOf)];
  const middle = (order[0] ?? 0) % (acts.length + 1);
  const events = [
    ...all.flatMap(({ id, registered }) => told(id, [registered])),
    ...acts.slice(0, middle),
    ...shuffled,
    ...acts.slice(middle),
  ];
  return recorded<AnyEvent>(events, scene);
}
const MOST_FACTS = 3 * 7;
export const order = fc.shuffledSubarray(
  Array.from({ length: MOST_FACTS }, (_, index) => index),
  { minLength: MOST_FACTS },
);
