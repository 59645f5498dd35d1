import { type At, type Decider, idOf, isDue, LATEST, type Recorded, valueOn } from '#libs/event-sourcing/pure';
import { endOf, lastDayOf } from '../days.js';
import { planDecider } from '../plan/plan.js';
import type { PlanEvent } from '../plan/events.js';
import { DIMENSIONS } from '../policy/lights.js';
import type { PolicyState } from '../policy/policy.js';
import type { ProjectEvent } from '../project/events.js';
import { projectDecider } from '../project/project.js';
import type { ProjectState } from '../project/state.js';
import { retold } from './retold.js';

/** What time alone brought about and the thresholds decide: a report or its repair was late, a light turned red, a level's time was over. */
export type OutcomeKind = 'LATE' | 'RED' | 'ESCALATED';
export const OUTCOME_KINDS: readonly OutcomeKind[] = ['LATE', 'RED', 'ESCALATED'];

/** One that came otherwise than it would have. */
export interface Divergence {
  readonly project: string;
  readonly name: string | null;
  readonly kind: OutcomeKind;
  /** Names it within the project, such as `report/2022-05`, `light/START` or `blocker/<id>/L2_SECTOR_AUTHORITY`. */
  readonly what: string;
  /** True instant; null where it did not come about. */
  readonly was: string | null;
  readonly would: string | null;
}

type Counts = Readonly<Record<OutcomeKind, number>>;
export interface WhatIf {
  readonly was: Counts;
  readonly would: Counts;
  /** In the order of their instants. */
  readonly divergences: readonly Divergence[];
}

type Event = ProjectEvent | PlanEvent;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a project or a plan, by the stream's name
type Ruler = Decider<any, any, any>;
const rulerOf = (stream: string): Ruler | undefined =>
  stream.startsWith('project-') ? projectDecider : stream.startsWith('plan-') ? planDecider : undefined;

/**
 * The real history once more, under other rules: what people did stays, what time brought about is decided anew. Holds
 * the state of each project and plan and the outcomes between two instants, never the events.
 */
export class WhatIfReplay {
  private readonly states = new Map<string, unknown>();
  private readonly revisions = new Map<string, number>();
  private readonly was = new Outcomes();
  private readonly would = new Outcomes();

  /** `policies`: every rule set's versions by its stream, as they would have been. */
  constructor(private readonly policies: ReadonlyMap<string, PolicyState>) {}

  /** The next event of the log, in its order. */
  take(recorded: Recorded): void {
    const ruler = rulerOf(recorded.stream);
    if (!ruler) return;
    const event = recorded as Recorded<Event>;
    if (isDue(event)) return this.was.note(event);
    const now = event.metadata.recordedAt;
    this.settle(event.stream, now);
    const told = retold(event, this.stateOf(event.stream), this.at(event.stream, now));
    if (told) this.fold(ruler, told);
  }

  /** Brings all up to the end of a time and tells what came about in it. `from` counts, `to` does not. */
  between(from: string, to: string): WhatIf {
    for (const stream of [...this.states.keys()].sort()) this.settle(stream, to);
    const divergences = [...new Set([...this.was.keys(), ...this.would.keys()])].flatMap((key) =>
      this.divergencesOf(key, this.was.within(key, from, to), this.would.within(key, from, to)),
    );
    divergences.sort((a, b) => (instantOf(a) < instantOf(b) ? -1 : 1));
    return { was: this.was.counts(from, to), would: this.would.counts(from, to), divergences };
  }

  private divergencesOf(key: string, was: readonly string[], would: readonly string[]): Divergence[] {
    const [stream, kind, what] = JSON.parse(key) as [string, OutcomeKind, string];
    const { details } = this.stateOf(stream) as ProjectState;
    const about = { project: idOf(stream), name: valueOn(details.name, LATEST) ?? null, kind, what };
    const onlyWas = was.filter((instant) => !would.includes(instant));
    const onlyWould = would.filter((instant) => !was.includes(instant));
    return Array.from({ length: Math.max(onlyWas.length, onlyWould.length) }, (_, index) => ({
      ...{ ...about, was: onlyWas[index] ?? null, would: onlyWould[index] ?? null },
    }));
  }

  /** All that would have been due in a stream by an instant. */
  private settle(stream: string, now: string): void {
    const ruler = rulerOf(stream)!;
    while ((ruler.wakesAt!(this.stateOf(stream)) ?? '9999') <= now) {
      const reads = ruler.reads!({ type: 'Tick' }, this.stateOf(stream), now);
      for (const read of reads) if (read.upToNow) this.settle(read.stream, now);
      const due = ruler.due!(this.stateOf(stream), this.at(stream, now));
      if (!due) return;
      const id = `${stream}/${due.rule}/${due.dueAt}`;
      const metadata = { actor: SYSTEM, recordedAt: now, commandId: id, bodyHash: '', schema: 0 };
      const event = { ...(due.event as Event), id, stream, revision: 0, position: 0 };
      const told = { ...event, metadata: { ...metadata, $correlationId: id, $causationId: id } } as Recorded<Event>;
      this.would.note(told);
      this.fold(ruler, told);
    }
  }

  private fold(ruler: Ruler, event: Recorded<Event>): void {
    const revision = (this.revisions.get(event.stream) ?? -1) + 1;
    this.revisions.set(event.stream, revision);
    this.states.set(event.stream, ruler.evolve(this.stateOf(event.stream), { ...event, revision }));
  }

  private stateOf(stream: string): unknown {
    return this.states.get(stream) ?? this.policies.get(stream) ?? rulerOf(stream)?.initial;
  }

  private at(stream: string, now: string): At {
    const stateOf = <S>(other: string): S => this.stateOf(other) as S;
    return { now, stream, actor: SYSTEM, newId: (name) => name, stateOf };
  }
}

const SYSTEM = { id: 'system', role: 'SYSTEM', unit: null };

const instantOf = ({ was, would, project, what }: Divergence): string =>
  `${[was, would].filter((each) => each !== null).sort()[0]!}/${project}/${what}`;

/** The outcomes of one course of events, each with its instants. */
class Outcomes {
  private readonly instants = new Map<string, string[]>();
  private readonly red = new Map<string, ReadonlySet<string>>();

  note(event: Recorded<Event>): void {
    for (const [kind, what, instant] of this.outcomesOf(event)) {
      const key = JSON.stringify([event.stream, kind, what]);
      this.instants.set(key, [...(this.instants.get(key) ?? []), instant]);
    }
  }

  keys(): Iterable<string> {
    return this.instants.keys();
  }

  within(key: string, from: string, to: string): string[] {
    return (this.instants.get(key) ?? []).filter((instant) => from <= instant && instant < to);
  }

  counts(from: string, to: string): Counts {
    const counts = { LATE: 0, RED: 0, ESCALATED: 0 };
    for (const key of this.keys())
      counts[(JSON.parse(key) as [string, OutcomeKind])[1]] += this.within(key, from, to).length;
    return counts;
  }

  private outcomesOf(event: Recorded<Event>): (readonly [OutcomeKind, string, string])[] {
    switch (event.type) {
      case 'ReportMissed':
        return [['LATE', `report/${event.data.month}`, event.data.dueAt]];
      case 'ReportRepairMissed':
        return [['LATE', `repair/${event.data.month}`, event.data.dueAt]];
      case 'BlockerEscalated':
        return [['ESCALATED', `blocker/${event.data.blocker}/${event.data.to}`, event.data.arrivedAt]];
      case 'ProgressLightChanged': {
        const before = this.red.get(event.stream);
        const red = DIMENSIONS.filter((each) => event.data.lights[each]?.colour === 'RED');
        this.red.set(event.stream, new Set(red));
        const at = endOf(lastDayOf(event.data.month));
        return red.filter((each) => !before?.has(each)).map((each) => ['RED', `light/${each}`, at] as const);
      }
      default:
        return [];
    }
  }
}
