import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  BEFORE_START,
  endOf,
  type FactCorrected,
  isEnded,
  type PlanEvent,
  type ProjectEvent,
  projectStream,
  startOf,
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
  /** A project that has ended owes no more reports. */
  readonly ended: boolean;
  /** Construction has begun, so that no validity of an approval counts any more. */
  readonly started: boolean;
  /** Clocks that stand while it has started or ended; they run on if a correction says that it has not. */
  readonly spared: Readonly<Record<string, string>>;
}

export const deadlines: View<StreamDeadlines> = {
  name: 'deadlines',
  version: 2,
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
    const held = before ?? { ...IDLE, stream, sort: `${NEVER}/${stream}` };
    const set = (rule: string, dueAt: string | undefined | null) => withClock(held, rule, dueAt ?? null);
    switch (event.type) {
      case 'PlanPublished':
        return set('open', event.data.nextOpening?.opensAt);
      case 'PlanSucceeded':
        return set('open', null);
      case 'ReportingMonthOpened':
        if (stream === event.stream) return set('open', event.data.nextOpening?.opensAt);
        return set(`report-${event.data.month}`, event.data.dueAt);
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
        return set(`approval-${kind}`, validity && startOf(validity.warnOn));
      }
      case 'ApprovalExpiring':
        return set(`approval-${event.data.kind}`, endOf(event.data.until));
      case 'ApprovalExpired':
      case 'ApprovalRevoked':
        return set(`approval-${event.data.kind}`, null);
      case 'CommencementRecorded':
        return waiting({ ...held, started: true });
      case 'ProjectRegistered': {
        const { status } = event.data;
        return BEFORE_START.includes(status) ? before : waiting({ ...held, ended: isEnded(status), started: true });
      }
      case 'ProjectPutInService':
      case 'ProjectCancelled':
        return waiting({ ...held, ended: true });
      case 'FactCorrected':
        return before && waiting(withValidity({ ...held, ...event.data.stages }, event));
      default:
        return before;
    }
  },
};

const IDLE = { nextDueAt: NEVER, clocks: {}, spared: {}, ended: false, started: false };

function withClock(held: StreamDeadlines, rule: string, dueAt: string | null): StreamDeadlines {
  const { [rule]: _, ...clocks } = { ...held.spared, ...held.clocks };
  return waiting({ ...held, spared: {}, clocks: dueAt === null ? clocks : { ...clocks, [rule]: dueAt } });
}

/** A validity that is still counted follows the correction of its approval. */
function withValidity(held: StreamDeadlines, { data }: Recorded<FactCorrected>): StreamDeadlines {
  const { originalType, original, replacement } = data;
  if (originalType !== 'ApprovalGranted' && originalType !== 'ApprovalExtended') return held;
  const rule = `approval-${String(original?.['kind'])}`;
  if (!(rule in held.clocks || rule in held.spared)) return held;
  const validity = replacement?.['validity'] as { readonly warnOn: string } | null | undefined;
  return withClock(held, rule, validity ? startOf(validity.warnOn) : null);
}

/** Runs the clocks that its stage leaves running, and spares the others. */
function waiting(held: StreamDeadlines): StreamDeadlines {
  const all = Object.entries({ ...held.spared, ...held.clocks });
  const clocks = Object.fromEntries(all.filter(([rule]) => runs(rule, held)));
  const spared = Object.fromEntries(all.filter(([rule]) => !runs(rule, held)));
  const nextDueAt = Object.values(clocks).reduce((first, dueAt) => (dueAt < first ? dueAt : first), NEVER);
  return { ...held, clocks, spared, nextDueAt, sort: `${nextDueAt}/${held.stream}` };
}

/** What has ended owes no report, and validity counts only until construction begins; a blocker is one in any stage. */
const runs = (rule: string, { started, ended }: StreamDeadlines): boolean =>
  (!ended || rule.startsWith('blocker-')) && (!started || !rule.startsWith('approval-'));

/** The project or plan behind a deadline's stream. */
export const subjectOf = ({ stream }: StreamDeadlines): string => idOf(stream);
