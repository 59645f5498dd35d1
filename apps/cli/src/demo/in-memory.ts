import {
  authorize,
  bulletinDecider,
  type BulletinState,
  DEFAULT_POLICIES,
  leadingGroupDecider,
  planDecider,
  type PlanState,
  projectDecider,
  type ProjectState,
  unitDecider,
} from '#libs/domain';
import {
  type Actor,
  type AnyDecider,
  type At,
  categoryOf,
  type DomainEvent,
  idOf,
  type Recorded,
} from '#libs/event-sourcing/pure';
import { commandOf } from './commands.js';
import { filled, type Moment, type Step } from './script.js';

interface Stream {
  state: unknown;
  revision: number;
  readonly events: Recorded[];
}

const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', unit: null };
const POLICIES = new Map<string, unknown>(
  Object.entries(DEFAULT_POLICIES).map(([name, { rules }]) => [
    `policy-${name}`,
    { versions: [{ version: 1, effectiveFrom: '2022-03-28', rules }] },
  ]),
);

/** The rules without servers: what the command door, the reaction and the timers do, in one process and at once. */
export class InMemoryDistrict {
  now = '';
  private swept = '';
  readonly streams = new Map<string, Stream>();

  /** One step as the API would take it: the rights, the revision that was seen, what is due, the command's own events. */
  take({ as, body, key }: Pick<Step, 'as' | 'body' | 'key'>, path: string, ifMatch: number | undefined) {
    const { stream, command, id } = commandOf(path, body, key);
    const actor = { id: as.subject, role: as.role, unit: as.unit };
    const held = this.streamOf(stream);
    authorize(actor, command, held.state, stream);
    if (ifMatch !== undefined && ifMatch !== held.revision) throw new Error(`stale: ${ifMatch} is ${held.revision}`);
    const before = held.events.length;
    this.handle(stream, command, actor, key);
    if (held.events.length === before) throw new Error('the step changes nothing');
    return { id, revision: held.revision };
  }

  /** What the reactions to a published plan and an issued bulletin, and the sweep, do once the clock has moved. */
  catchUp(): void {
    for (const [stream, { state, revision }] of [...this.streams]) {
      if (!stream.startsWith('plan-') || (state as PlanState).publishedAt === null) continue;
      const { year, entries } = state as PlanState;
      for (const { project, category, annualInvestment, monthlyTargets } of entries.values())
        if (!(year! in (this.streamOf(`project-${project}`).state as ProjectState).plans)) {
          const command = {
            type: 'EnterPlan',
            year,
            category,
            annualInvestment,
            monthlyTargets,
            sourceRevision: revision,
          };
          this.handle(`project-${project}`, command, SYSTEM, `enter-${project}`);
        }
    }
    for (const [stream, { state }] of [...this.streams]) {
      if (!stream.startsWith('bulletin-') || (state as BulletinState).status !== 'ISSUED') continue;
      const { month } = state as BulletinState;
      const command = { type: 'NoteBulletin', month, bulletin: idOf(stream) };
      this.handle(`plan-${month.slice(0, 4)}`, command, SYSTEM, `note-${stream}`);
    }
    if (this.swept === this.now) return;
    this.swept = this.now;
    for (const stream of this.streams.keys()) this.handle(stream, { type: 'Tick' }, SYSTEM, 'tick');
  }

  get projects(): { id: string; state: ProjectState; events: readonly Recorded[] }[] {
    return [...this.streams].flatMap(([stream, { state, events }]) =>
      stream.startsWith('project-') ? [{ id: stream.slice(8), state: state as ProjectState, events }] : [],
    );
  }

  private handle(stream: string, command: { type: string }, actor: Actor, key: string): void {
    const decider = deciderOf(stream);
    const held = this.streamOf(stream);
    const at: At = {
      now: this.now,
      actor,
      stream,
      newId: (name) => `${name}-${key}`,
      stateOf: this.reader(stream, command),
    };
    for (let due; (due = decider.due?.(held.state, at));) this.append(stream, due.event as DomainEvent);
    if (command.type === 'Tick') return;
    for (const event of decider.decide(command, held.state, at) as DomainEvent[]) this.append(stream, event, actor);
  }

  /** Gives only the streams that the decider said it would read, brought up to now where it asked for that. */
  private reader(stream: string, command: { type: string }): At['stateOf'] {
    return <S>(name: string): S => {
      const reads = deciderOf(stream).reads?.(command, this.streamOf(stream).state, this.now) ?? [];
      const read = reads.find((each) => each.stream === name);
      if (!read) throw new Error(`${command.type} on ${stream} did not ask for ${name}`);
      if (POLICIES.has(name)) return POLICIES.get(name) as S;
      if (read.upToNow) this.handle(name, { type: 'Tick' }, SYSTEM, 'tick');
      return this.streamOf(name).state as S;
    };
  }

  /** Without an actor it is due, and stands for its own command. */
  private append(stream: string, event: DomainEvent, actor?: Actor): void {
    const held = this.streamOf(stream);
    const revision = ++held.revision;
    const id = `${stream}/${revision}`;
    const metadata = {
      actor: actor ?? SYSTEM,
      recordedAt: this.now,
      commandId: actor ? '' : id,
      bodyHash: '',
      schema: 1,
      $correlationId: '',
      $causationId: '',
    };
    const recorded: Recorded = { ...event, id, stream, revision, position: 0, metadata };
    held.events.push(recorded);
    held.state = deciderOf(stream).evolve(held.state, recorded);
  }

  private streamOf(stream: string): Stream {
    const held = this.streams.get(stream) ?? { state: deciderOf(stream).initial, revision: -1, events: [] };
    this.streams.set(stream, held);
    return held;
  }
}

const DECIDERS: Readonly<Record<string, AnyDecider>> = {
  bulletin: bulletinDecider,
  plan: planDecider,
  unit: unitDecider,
  group: leadingGroupDecider,
  project: projectDecider,
};
const deciderOf = (stream: string): AnyDecider => DECIDERS[categoryOf(stream)]!;

/** Plays a year against the rules alone; a refusal throws with the step that met it. */
export function playedInMemory(moments: readonly Moment[]): InMemoryDistrict {
  const memory = new InMemoryDistrict();
  const learnt = new Map<string, string>();
  const revisions = new Map<string, number>();
  for (const { at, groups } of moments) {
    memory.now = at;
    memory.catchUp();
    for (const step of groups.flat()) {
      const body = JSON.parse(filled(JSON.stringify(step.body), learnt)) as object;
      try {
        const ifMatch = step.ifMatch && revisions.get(step.resource);
        const { id, revision } = memory.take({ ...step, body }, filled(step.path, learnt), ifMatch);
        if (step.learns !== undefined) learnt.set(step.learns, id);
        revisions.set(step.resource, revision);
      } catch (error) {
        throw new Error(`${at} ${step.key}: ${String(error)}`, { cause: error });
      }
    }
    memory.catchUp();
  }
  return memory;
}
