import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  clocksOf,
  type ClockState,
  clockState,
  INITIAL_PROJECT,
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
  /** What a project's clocks depend on; nothing for a plan. */
  readonly project: ClockState | null;
  /** The months that were opened while the project was a member. */
  readonly months: readonly OwedMonth[];
}

export const deadlines: View<StreamDeadlines> = {
  name: 'deadlines',
  version: 5,
  indexes: [{ 'state.nextDueAt': 1 }, { 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    if (event.type === 'ReportingMonthOpened') return [event.stream, ...event.data.owing.map(projectStream)];
    return event.type === 'PlanPublished' || event.type === 'PlanSucceeded' || event.stream.startsWith('project-')
      ? [event.stream]
      : [];
  },

  evolve(before, recorded, stream) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    const held = before ?? { ...NOTHING, stream, sort: `${NEVER}/${stream}` };
    if (event.stream !== stream) {
      const { year, month, dueAt, policyVersion } = (event as Opened).data;
      return ofProject({ ...held, months: [...held.months, { year, month, dueAt, policyVersion }] });
    }
    if (stream.startsWith('plan-')) return ofPlan(held, event as Opened | Published | Succeeded);
    const project = { ...INITIAL_PROJECT, ...held.project };
    return ofProject({ ...held, project: clockState(projectDecider.evolve(project, event as Recorded<ProjectEvent>)) });
  },
};

type Opened = Recorded<Extract<PlanEvent, { type: 'ReportingMonthOpened' }>>;
type Published = Recorded<Extract<PlanEvent, { type: 'PlanPublished' }>>;
type Succeeded = Recorded<Extract<PlanEvent, { type: 'PlanSucceeded' }>>;

const NOTHING = { nextDueAt: NEVER, clocks: {}, project: null, months: [] };

function ofPlan(held: StreamDeadlines, event: Opened | Published | Succeeded): StreamDeadlines {
  const next = event.type === 'PlanSucceeded' ? null : event.data.nextOpening;
  return withClocks(held, next ? { open: next.opensAt } : {});
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
