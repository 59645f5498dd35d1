import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { BEFORE_ALL, derivedId, type Position, react, type Recorded, SYSTEM, untilAborted } from '#libs/event-sourcing';
import { type PlanEvent, type PlanState, projectStream } from '#libs/domain';
import { type Echo, echoesOfBatch, entering } from './plan-echoes.js';
import { type Runtime, RUNTIME, Send } from '#libs/platform';

/** Name of the reaction's checkpoint. */
export const PLAN_REACTION = 'plan-enters-projects';

const AT_ONCE = 8;

/** A published plan enters its projects and a batch changes that, so that they know which plan to ask. */
@Injectable()
export class PlanReaction {
  /** Up to where this process has reacted. */
  position: Position = BEFORE_ALL;
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { db, store, owner, log } = this.runtime;
    const { signal } = this.stop;
    const settings = {
      ...{ db, store, owner, name: PLAN_REACTION },
      react: (event: Recorded) => this.react(event as Recorded<PlanEvent>),
      onBatch: (position: Position) => (this.position = position),
    };
    await untilAborted(
      signal,
      () => react(settings, signal),
      (reason, err) => {
        if (reason === 'FAILED') log.error({ err }, 'reaction stopped');
      },
    );
  }

  private async react(event: Recorded<PlanEvent>): Promise<void> {
    const asked = await this.echoes(event);
    while (asked.length > 0) await Promise.all(asked.splice(0, AT_ONCE).map((echo) => this.send(event, echo)));
  }

  /** What a project is told of its plan: that it is in it, with which figures, or that it is no longer. */
  private async echoes(event: Recorded<PlanEvent>): Promise<Echo[]> {
    if (event.type === 'BatchApplied') return echoesOfBatch(event);
    if (event.type !== 'PlanPublished') return [];
    const { state } = await this.runtime.door.streams.load<PlanState>(event.stream);
    return [...state.entries.values()].map((entry) => entering(event, entry));
  }

  private async send(event: Recorded<PlanEvent>, { project, command }: Echo): Promise<void> {
    await this.commands.execute(
      new Send({
        stream: projectStream(project),
        command,
        actor: SYSTEM,
        commandId: derivedId(event.id, command.type === 'MoveFigures' ? `figures/${project}` : project),
        bodyHash: '',
        correlationId: event.metadata.$correlationId,
      }),
    );
  }
}
