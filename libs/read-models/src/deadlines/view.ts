import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  clocksOf,
  type ClockState,
  clockState,
  type DraftEvent,
  INITIAL_PROJECT,
  type MonthEvent,
  type NextOpening,
  type Notice,
  noticesAfter,
  type OwedMonth,
  type PlanEvent,
  projectDecider,
  type ProjectEvent,
  projectStream,
} from '#libs/domain';

/** After every instant: what waits for nothing. */
export const NEVER = '9999-12-31T00:00:00.000Z';

/** What one stream waits for; a hint for the worker, the stream itself decides. */
export interface StreamDeadlines {
  readonly stream: string;
  readonly sort: string;
  /** The earliest of its clocks. */
  readonly nextDueAt: string;
  /** Running clocks: rule → instant at which it falls due. */
  readonly clocks: Readonly<Record<string, string>>;
  /** What a plan waits for: the next month's opening, and what is to be told of those that were opened. */
  readonly plan: { readonly next: NextOpening | null; readonly notices: Readonly<Record<string, readonly Notice[]>> };
  /** What a project's clocks depend on; nothing for a plan. */
  readonly project: ClockState | null;
  /** The months that were opened while the project was a member. */
  readonly months: readonly OwedMonth[];
}

/** What moves a plan's own deadlines, beside the opening of a month. */
const OF_PLAN: ReadonlySet<string> = new Set<PlanEvent['type']>([
  'PlanPublished',
  'PlanSucceeded',
  'ReportersMissed',
  'ReportsReminded',
  'ReminderLapsed',
  'SilenceEscalated',
  'SupplementOpened',
  'BulletinDue',
  'BulletinNoted',
]);

export const deadlines: View<StreamDeadlines> = {
  name: 'deadlines',
  version: 7,
  indexes: [{ 'state.nextDueAt': 1 }, { 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    if (event.type === 'ReportingMonthOpened') return [event.stream, ...event.data.owing.map(projectStream)];
    return event.stream.startsWith('project-') || OF_PLAN.has(event.type) ? [event.stream] : [];
  },

  evolve(before, recorded, stream) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    const held = before ?? { ...NOTHING, stream, sort: `${NEVER}/${stream}` };
    if (event.stream !== stream) {
      const { year, month, dueAt, policyVersion } = (event as unknown as Opened).data;
      return ofProject({ ...held, months: [...held.months, { year, month, dueAt, policyVersion }] });
    }
    if (stream.startsWith('plan-')) return ofPlan(held, event as MonthEvent | DraftEvent);
    const project = { ...INITIAL_PROJECT, ...held.project };
    return ofProject({ ...held, project: clockState(projectDecider.evolve(project, event as Recorded<ProjectEvent>)) });
  },
};

type Opened = Extract<MonthEvent, { type: 'ReportingMonthOpened' }>;

const NOTHING = { nextDueAt: NEVER, clocks: {}, plan: { next: null, notices: {} }, project: null, months: [] };

function ofPlan(held: StreamDeadlines, event: MonthEvent | DraftEvent): StreamDeadlines {
  const plan = planAfter(held.plan, event);
  const notices = Object.entries(plan.notices).flatMap(([month, [first]]) =>
    first ? [[`notice/${month}/${first.kind}`, first.at] as const] : [],
  );
  const clocks = Object.fromEntries([...(plan.next ? [['open', plan.next.opensAt] as const] : []), ...notices]);
  return withClocks({ ...held, plan }, clocks);
}

function planAfter(
  { next, notices }: StreamDeadlines['plan'],
  event: MonthEvent | DraftEvent,
): StreamDeadlines['plan'] {
  switch (event.type) {
    case 'PlanPublished':
      return { next: event.data.nextOpening, notices };
    case 'ReportingMonthOpened':
      return { next: event.data.nextOpening, notices: { ...notices, [event.data.month]: event.data.notices } };
    case 'PlanSucceeded':
      return { next: null, notices };
    case 'ReportersMissed':
    case 'ReportsReminded':
    case 'ReminderLapsed':
    case 'SilenceEscalated':
    case 'SupplementOpened':
    case 'BulletinDue':
    case 'BulletinNoted': {
      const { month } = event.data;
      return { next, notices: { ...notices, [month]: noticesAfter(notices[month] ?? [], event) } };
    }
    default:
      return { next, notices };
  }
}

function ofProject(held: StreamDeadlines): StreamDeadlines {
  const clocks = held.project ? clocksOf(held.project, held.months) : [];
  return withClocks(held, Object.fromEntries(clocks.map(({ rule, dueAt }) => [rule, dueAt])));
}

function withClocks(held: StreamDeadlines, clocks: StreamDeadlines['clocks']): StreamDeadlines {
  const nextDueAt = Object.values(clocks).reduce((first, dueAt) => (dueAt < first ? dueAt : first), NEVER);
  return { ...held, clocks, nextDueAt, sort: `${nextDueAt}/${held.stream}` };
}

/** The project or plan behind a deadline's stream. */
export const subjectOf = ({ stream }: StreamDeadlines): string => idOf(stream);
