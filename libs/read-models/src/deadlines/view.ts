import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  clocksOf,
  type ClockState,
  clockState,
  isSameClockState,
  type DraftEvent,
  INITIAL_PROJECT,
  type MonthEvent,
  monthEndAfter,
  type NextOpening,
  NO_MONTHS,
  type Notice,
  noticesAfter,
  type PlanMonths,
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
  /** `nextDueAt` first. */
  readonly sort: string;
  /** The earliest of its clocks. */
  readonly nextDueAt: string;
  /** Running clocks: rule → instant at which it falls due. */
  readonly clocks: Readonly<Record<string, string>>;
  /** What a plan waits for: the next month's opening and the next month's end, and what is to be told of those that were opened. */
  readonly plan: {
    readonly next: NextOpening | null;
    readonly monthEnds: string | null;
    readonly notices: Readonly<Record<string, readonly Notice[]>>;
  };
  /** What a project's clocks depend on; nothing for a plan. */
  readonly project: ClockState | null;
  /** The months that were opened or ended while the project was a member; of a plan, those that it opened. */
  readonly months: PlanMonths;
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
  version: 10,
  indexes: [{ 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    if (event.type === 'ReportingMonthOpened') return [event.stream, ...event.data.owing.map(projectStream)];
    if (event.type === 'MonthEnded') return [event.stream, ...event.data.members.map(projectStream)];
    return event.stream.startsWith('project-') || OF_PLAN.has(event.type) ? [event.stream] : [];
  },

  evolve(before, recorded, stream) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    const held = before ?? { ...NOTHING, stream, sort: `${NEVER}/${stream}` };
    if (event.stream !== stream) {
      const months = withMonth(held.months, event as unknown as Opened | Ended);
      return before && months === held.months ? before : ofProject({ ...held, months });
    }
    if (stream.startsWith('plan-')) return ofPlan(held, event as Recorded<MonthEvent | DraftEvent>);
    const state = Object.assign({ ...INITIAL_PROJECT }, held.project);
    const project = clockState(projectDecider.evolve(state, event as Recorded<ProjectEvent>));
    // Most events concern no clock.
    return before?.project && isSameClockState(before.project, project) ? before : ofProject({ ...held, project });
  },
};

type Opened = Extract<MonthEvent, { type: 'ReportingMonthOpened' }>;
type Ended = Extract<MonthEvent, { type: 'MonthEnded' }>;

const NOTHING = {
  nextDueAt: NEVER,
  clocks: {},
  plan: { next: null, monthEnds: null, notices: {} },
  project: null,
  months: NO_MONTHS,
};

function withMonth(months: PlanMonths, event: Opened | Ended): PlanMonths {
  const { owed, ended } = months;
  if (event.type === 'ReportingMonthOpened') {
    const { year, month, opensAt, dueAt, policyVersion } = event.data;
    return { owed: [...owed, { year, month, opensAt, dueAt, policyVersion }], ended };
  }
  const { year, month, endsAt, lights } = event.data;
  return lights ? { owed, ended: [...ended, { year, month, endsAt, ...lights }] } : months;
}

function ofPlan(held: StreamDeadlines, event: Recorded<MonthEvent | DraftEvent>): StreamDeadlines {
  const plan = planAfter(held.plan, event);
  const notices = Object.entries(plan.notices).flatMap(([month, [first]]) =>
    first ? [[`notice/${month}/${first.kind}`, first.at] as const] : [],
  );
  const clocks = Object.fromEntries([
    ...(plan.next ? [['open', plan.next.opensAt] as const] : []),
    ...(plan.monthEnds ? [['end', plan.monthEnds] as const] : []),
    ...notices,
  ]);
  const months = event.type === 'ReportingMonthOpened' ? withMonth(held.months, event) : held.months;
  return withClocks({ ...held, plan, months }, clocks);
}

function planAfter(plan: StreamDeadlines['plan'], event: Recorded<MonthEvent | DraftEvent>): StreamDeadlines['plan'] {
  const { notices } = plan;
  switch (event.type) {
    case 'PlanPublished': {
      const monthEnds = monthEndAfter(event.data.year, event.metadata.recordedAt)?.endsAt ?? null;
      return { next: event.data.nextOpening, monthEnds, notices };
    }
    case 'MonthEnded':
      return { ...plan, monthEnds: monthEndAfter(event.data.year, event.data.endsAt)?.endsAt ?? null };
    case 'ReportingMonthOpened':
      return { ...plan, next: event.data.nextOpening, notices: { ...notices, [event.data.month]: event.data.notices } };
    case 'PlanSucceeded':
      return { ...plan, next: null };
    case 'ReportersMissed':
    case 'ReportsReminded':
    case 'ReminderLapsed':
    case 'SilenceEscalated':
    case 'SupplementOpened':
    case 'BulletinDue':
    case 'BulletinNoted': {
      const { month } = event.data;
      return { ...plan, notices: { ...notices, [month]: noticesAfter(notices[month] ?? [], event) } };
    }
    default:
      return plan;
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
