import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { BEFORE_ALL, derivedId, type Position, react, type Recorded, SYSTEM, untilAborted } from '#libs/event-sourcing';
import { type PlanEntry, type PlanEvent, type PlanState, type ProjectCommand, projectStream } from '#libs/domain';
import { type Runtime, RUNTIME, Send } from '#libs/platform';

/** Name of the reaction's checkpoint. */
export const PLAN_REACTION = 'plan-enters-projects';

const AT_ONCE = 8;

/** A published plan enters its projects, so that they know which plan to ask. */
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
    if (event.type !== 'PlanPublished') return;
    const { state } = await this.runtime.door.streams.load<PlanState>(event.stream);
    const entries = [...state.entries.values()];
    while (entries.length > 0) await Promise.all(entries.splice(0, AT_ONCE).map((entry) => this.enter(event, entry)));
  }

  private async enter(event: Recorded<PlanEvent>, entry: PlanEntry): Promise<void> {
    const { project, category, annualInvestment } = entry;
    const command: ProjectCommand = {
      type: 'EnterPlan',
      year: event.data.year,
      category,
      annualInvestment,
      sourceRevision: event.revision,
    };
    const commandId = derivedId(event.id, project);
    await this.commands.execute(
      new Send({
        stream: projectStream(project),
        command,
        actor: SYSTEM,
        commandId,
        bodyHash: '',
        correlationId: event.metadata.$correlationId,
      }),
    );
  }
}
