import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import { isEnded, type PlanEvent, type ProjectEvent, projectStream } from '#libs/domain';

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
  /** A project that has ended owes no more reports. */
  readonly ended: boolean;
}

export const deadlines: View<StreamDeadlines> = {
  name: 'deadlines',
  version: 1,
  indexes: [{ 'state.nextDueAt': 1 }, { 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    if (event.type === 'ReportingMonthOpened') return [event.stream, ...event.data.owing.map(projectStream)];
    return event.type === 'PlanPublished' || event.stream.startsWith('project-') ? [event.stream] : [];
  },

  evolve(before, recorded, stream) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    const held = before ?? { stream, sort: `${NEVER}/${stream}`, nextDueAt: NEVER, clocks: {}, ended: false };
    const set = (rule: string, dueAt: string | undefined | null) => withClock(held, rule, dueAt ?? null);
    switch (event.type) {
      case 'PlanPublished':
        return set('open', event.data.nextOpening?.opensAt);
      case 'ReportingMonthOpened':
        if (stream === event.stream) return set('open', event.data.nextOpening?.opensAt);
        return held.ended ? held : set(`report-${event.data.month}`, event.data.dueAt);
      case 'ReportSubmitted':
      case 'ReportMissed':
        return set(`report-${event.data.month}`, null);
      case 'BlockerRaised':
      case 'BlockerEscalated':
        return set(`blocker-${event.data.blocker}`, event.data.clock?.dueAt);
      case 'BlockerResolved':
        return set(`blocker-${event.data.blocker}`, null);
      case 'ProjectRegistered':
        return isEnded(event.data.status) ? { ...held, ended: true } : before;
      case 'ProjectPutInService':
      case 'ProjectCancelled': {
        const blockersOnly = Object.entries(held.clocks).filter(([rule]) => rule.startsWith('blocker-'));
        return withClocks({ ...held, ended: true }, Object.fromEntries(blockersOnly));
      }
      default:
        return before;
    }
  },
};

function withClock(held: StreamDeadlines, rule: string, dueAt: string | null): StreamDeadlines {
  const { [rule]: _, ...others } = held.clocks;
  return withClocks(held, dueAt === null ? others : { ...others, [rule]: dueAt });
}

function withClocks(held: StreamDeadlines, clocks: StreamDeadlines['clocks']): StreamDeadlines {
  const nextDueAt = Object.values(clocks).reduce((first, dueAt) => (dueAt < first ? dueAt : first), NEVER);
  return { ...held, clocks, nextDueAt, sort: `${nextDueAt}/${held.stream}` };
}

/** The project or plan behind a deadline's stream. */
export const subjectOf = ({ stream }: StreamDeadlines): string => idOf(stream);
