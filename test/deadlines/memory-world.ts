import {
  CommandDoor,
  derivedId,
  type Envelope,
  idOf,
  MemoryLog,
  type Recorded,
  Refusal,
  SteppedClock,
  SYSTEM,
} from '#libs/event-sourcing';
import { authorize, type BatchEvent, type PlanEvent, UPCASTS } from '#libs/domain';
import { adoptDefaultPolicies, DECIDERS } from '#libs/platform';
import { echoesOfBatch, echoesOfPublication } from '../../apps/worker/src/plan-echoes.js';
import { deadlines, type StreamDeadlines } from '../../libs/read-models/src/deadlines/view.js';

/**
 * The command door and the rules over a log in memory, with the sweep of the deadlines view and the reactions to plans:
 * what api, projector and worker do, without a server and one thing after the other.
 */
export class MemoryWorld {
  readonly log = new MemoryLog(UPCASTS);
  readonly clock: SteppedClock;
  readonly door: CommandDoor;
  /** Commands that the rules refused. */
  refused = 0;
  private followed = 0;
  private readonly open = new Map<string, StreamDeadlines>();

  constructor(begin: string) {
    this.clock = new SteppedClock(new Date(begin));
    this.door = new CommandDoor(this.log, DECIDERS, this.clock, authorize);
  }

  static async begun(begin: string): Promise<MemoryWorld> {
    const world = new MemoryWorld(begin);
    await adoptDefaultPolicies(world.door, world.clock);
    return world;
  }

  /** A command that the rules refuse changes nothing. */
  async send(envelope: Envelope): Promise<void> {
    try {
      await this.door.handle(envelope);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused++;
    }
    await this.follow();
  }

  /** Asks every stream in which something is due by now, until nothing is. */
  async sweep(): Promise<void> {
    const now = this.clock.now().toISOString();
    for (let due; (due = this.dueBy(now)).length > 0;) {
      const before = this.log.events.length;
      for (const stream of due) await this.tick(stream, now);
      if (this.log.events.length === before) throw new Error(`${due.join(', ')}: nothing is due at ${now}`);
      await this.follow();
    }
  }

  /** The earliest open deadline; undefined where nothing runs. */
  nextDueAt(): string | undefined {
    let first: string | undefined;
    for (const { nextDueAt } of this.open.values()) if (first === undefined || nextDueAt < first) first = nextDueAt;
    return first;
  }

  private dueBy(now: string): string[] {
    return [...this.open.values()].filter(({ nextDueAt }) => nextDueAt <= now).map(({ stream }) => stream);
  }

  private async tick(stream: string, now: string): Promise<void> {
    const commandId = derivedId('sweep', stream, now);
    const command = { type: 'Tick' } as const;
    await this.door.handle({ stream, command, actor: SYSTEM, commandId, bodyHash: '', correlationId: commandId });
  }

  /** What is new in the log goes to the deadlines and to the reactions. */
  private async follow(): Promise<void> {
    while (this.followed < this.log.events.length) {
      const event = this.log.events[this.followed++]!;
      for (const key of deadlines.keys(event))
        this.open.set(key, deadlines.evolve(this.open.get(key) ?? null, event, key)!);
      for (const { stream, command } of await this.echoesOf(event)) {
        const commandId = derivedId(
          event.id,
          command.type === 'MoveFigures' ? `figures/${idOf(stream)}` : idOf(stream),
        );
        const { $correlationId: correlationId } = event.metadata;
        await this.door.handle({ stream, command, actor: SYSTEM, commandId, bodyHash: '', correlationId });
      }
    }
  }

  private async echoesOf(event: Recorded) {
    if (event.type === 'PlanPublished') return echoesOfPublication(event as Recorded<PlanEvent>, this.door.streams);
    return event.type === 'BatchApplied' ? echoesOfBatch(event as Recorded<BatchEvent>) : [];
  }
}
