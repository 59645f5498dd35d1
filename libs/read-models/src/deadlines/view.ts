import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import { BEFORE_START, endOf, isEnded, type PlanEvent, type ProjectEvent, projectStream, startOf } from '#libs/domain';

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
  /** Construction has begun, so that no validity of an approval counts any more. */
  readonly started: boolean;
}

export const deadlines: View<StreamDeadlines> = {
  name: 'deadlines',
  version: 2,
  indexes: [{ 'state.nextDueAt': 1 }, { 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    if (event.type === 'ReportingMonthOpened') return [event.stream, ...event.data.owing.map(projectStream)];
    return event.type === 'PlanPublished' || event.stream.startsWith('project-') ? [event.stream] : [];
  },

  evolve(before, recorded, stream) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    const held = before ?? { ...IDLE, stream, sort: `${NEVER}/${stream}` };
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
      case 'ApprovalGranted':
      case 'ApprovalExtended': {
        const { kind, validity } = event.data;
        return held.started || held.ended ? before : set(`approval-${kind}`, validity && startOf(validity.warnOn));
      }
      case 'ApprovalExpiring':
        return set(`approval-${event.data.kind}`, endOf(event.data.until));
      case 'ApprovalExpired':
      case 'ApprovalRevoked':
        return set(`approval-${event.data.kind}`, null);
      case 'CommencementRecorded':
        return withClocks(
          { ...held, started: true },
          onlyClocks(held, (rule) => !rule.startsWith('approval-')),
        );
      case 'ProjectRegistered': {
        const { status } = event.data;
        return BEFORE_START.includes(status) ? before : { ...held, ended: isEnded(status), started: true };
      }
      case 'ProjectPutInService':
      case 'ProjectCancelled':
        return withClocks(
          { ...held, ended: true },
          onlyClocks(held, (rule) => rule.startsWith('blocker-')),
        );
      default:
        return before;
    }
  },
};

const IDLE = { nextDueAt: NEVER, clocks: {}, ended: false, started: false };

const onlyClocks = ({ clocks }: StreamDeadlines, keeps: (rule: string) => boolean): StreamDeadlines['clocks'] =>
  Object.fromEntries(Object.entries(clocks).filter(([rule]) => keeps(rule)));

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
