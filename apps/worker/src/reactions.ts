import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { BEFORE_ALL, derivedId, idOf, type Position, type Recorded, type Running, SYSTEM } from '#libs/event-sourcing';
import type { BulletinEvent, OutlineEvent, PlanEvent, ProjectEvent, UnitEvent } from '#libs/domain';
import { type Runtime, RUNTIME, Send } from '#libs/platform';
import { echoOfIssue } from './bulletin-echoes.js';
import type { Echo } from './echo.js';
import { keepReacting, sideBySide } from './keep-reacting.js';
import { echoesOfMerger, echoesOfSuccession } from './merger-echoes.js';
import { echoOfTracing } from './outline-echoes.js';
import { echoesOfBatch, echoesOfPublication } from './plan-echoes.js';
import { Sealer } from './sealer.js';

/** Name of the reactions' checkpoint. */
const REACTIONS = 'reactions';

type AnyEvent = PlanEvent | OutlineEvent | UnitEvent | ProjectEvent | BulletinEvent;

/** Lets events of one stream ask for commands on others, in the order of the log. */
@Injectable()
export class Reactions {
  /** Up to where this process has reacted. */
  position: Position = BEFORE_ALL;
  private running: Running | undefined;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    private readonly sealer: Sealer,
  ) {}

  onApplicationBootstrap(): void {
    this.running = keepReacting(this.runtime, {
      name: REACTIONS,
      react: (events) => this.react(events as readonly Recorded<AnyEvent>[]),
      onBatch: (position) => (this.position = position),
      stopped: 'reaction stopped',
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.stop();
  }

  private async react(events: readonly Recorded<AnyEvent>[]): Promise<void> {
    for (const event of events) await this.reactTo(event);
  }

  private async reactTo(event: Recorded<AnyEvent>): Promise<void> {
    await sideBySide(await this.echoesOf(event), (echo) => this.send(event, echo));
    // What was made public is sealed with it, and not a minute later.
    if (event.type === 'BulletinIssued') await this.sealer.seal();
  }

  private async echoesOf(event: Recorded<AnyEvent>): Promise<Echo[]> {
    const { streams } = this.runtime.door;
    switch (event.type) {
      case 'PlanPublished':
        return echoesOfPublication(event, streams);
      case 'BatchApplied':
        return echoesOfBatch(event);
      case 'ProjectTraced':
      case 'ProjectUntraced':
        return [echoOfTracing(event)];
      case 'UnitMerged':
        return echoesOfMerger(event, this.queries);
      case 'UnitSucceeded':
        return echoesOfSuccession(event, streams);
      case 'BulletinIssued':
        return [echoOfIssue(event)];
      default:
        return [];
    }
  }

  /** The same command at each repetition. */
  private async send(event: Recorded<AnyEvent>, { stream, command }: Echo): Promise<void> {
    await this.commands.execute(
      new Send({
        stream,
        command,
        actor: SYSTEM,
        commandId: derivedId(event.id, command.type === 'MoveFigures' ? `figures/${idOf(stream)}` : idOf(stream)),
        bodyHash: '',
        correlationId: event.metadata.$correlationId,
      }),
    );
  }
}
