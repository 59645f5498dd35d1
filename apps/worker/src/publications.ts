import { Inject, Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { BEFORE_ALL, type Position, type Recorded, type Running, SYSTEM } from '#libs/event-sourcing';
import { type Publication, publicationOf } from '#libs/contracts';
import { metrics, type Runtime, RUNTIME } from '#libs/platform';
import { keepReacting, sideBySide } from './keep-reacting.js';

/** Name of the checkpoint. */
const PUBLICATIONS = 'publications';

/** Users of the event store who may read what is public: those outside, and ours, whom the defaults let read no more. */
const READERS = ['$admins', 'subscribers', 'api', 'projector', 'worker'];

const published = new Counter({
  name: 'taizhang_published_events_total',
  help: 'Public events that were appended, repetitions included',
  registers: [metrics],
});

/** Tells outsiders, in `public-…` streams, what of each event they may know. */
@Injectable()
export class Publications {
  /** Up to where this process has published. */
  position: Position = BEFORE_ALL;
  private running: Running | undefined;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  onApplicationBootstrap(): void {
    this.running = keepReacting(this.runtime, {
      name: PUBLICATIONS,
      react: (events) => this.publish(events),
      onBatch: (position) => (this.position = position),
      stopped: 'publication stopped',
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.stop();
  }

  /** In the order of the log within a stream; several streams at once. */
  private async publish(events: readonly Recorded[]): Promise<void> {
    const byStream = new Map<string, Publication[]>();
    for (const event of events) {
      const publication = await publicationOf(event, (stream) => this.runtime.store.read(stream));
      if (!publication) continue;
      const { stream } = publication;
      byStream.set(stream, [...(byStream.get(stream) ?? []), publication]);
    }
    await sideBySide([...byStream.values()], (publications) => this.append(publications));
  }

  /** The same commands at each repetition, of which none is done twice. */
  private async append(publications: readonly Publication[]): Promise<void> {
    const { door, store } = this.runtime;
    const [first, ...others] = publications.map(({ stream, command, commandId }) => ({
      ...{ stream, command, commandId },
      ...{ actor: SYSTEM, bodyHash: '', correlationId: commandId },
    }));
    const { revision } = await door.handleTogether([first!, ...others]);
    published.inc(publications.length);
    // The stream has just begun: a repetition of its first events says so again.
    if (revision < publications.length) await store.letRead(first!.stream, READERS);
  }
}
