import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import {
  atOnePosition,
  type DomainEvent,
  type EventStore,
  NO_STREAM,
  project,
  readCheckpoint,
  type Recorded,
  SYSTEM,
  type View,
} from '#libs/event-sourcing';

type Put = DomainEvent & {
  readonly type: 'Put' | 'Odd';
  readonly data: { readonly box: string; readonly amount: number };
};

export interface Box {
  readonly sort: string;
  readonly amounts: readonly number[];
}

/** A made-up domain of one test: numbers are put into boxes, which a projector shows. */
export class Boxes {
  private readonly category = `boxes${randomUUID().slice(0, 8)}`;
  private readonly revisions = new Map<string, number>();
  private stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly db: Db,
    private readonly store: EventStore,
  ) {}

  /**
   * What lies in each box, times the version, and the sum over all. `refuses` is the amount at which the code of an
   * earlier day failed, `loses` the one for which it found no box, `unsummed` the one that it could not add up.
   */
  view(
    version: number,
    { refuses, loses, unsummed }: { refuses?: number; loses?: number; unsummed?: number } = {},
  ): View<Box> {
    return {
      name: 'boxes',
      version,
      monthly: true,
      indexes: [{ 'state.sort': 1 }],
      keys: (event) => {
        if (!this.isOurs(event)) return [];
        const { box, amount } = (event as Recorded<Put>).data;
        if (amount === loses) throw new Error('no box for it');
        return [box];
      },
      evolve(state, event, box) {
        const { amount } = (event as Recorded<Put>).data;
        if (amount === refuses) throw new Error(`${amount} does not fit`);
        return { sort: box, amounts: [...(state?.amounts ?? []), amount * version] };
      },
      contributions({ amounts }) {
        if (unsummed !== undefined && amounts.includes(unsummed)) throw new Error(`${unsummed} cannot be added up`);
        return [
          { sum: 'all', day: '2022-01-01', amounts: { total: amounts.reduce((sum, amount) => sum + amount, 0) } },
        ];
      },
    };
  }

  isOurs({ stream }: Recorded): boolean {
    return stream.startsWith(`${this.category}-`);
  }

  nameOf(box: string): string {
    return `${this.category}/${box}`;
  }

  /** A box is a stream unless another one is named. */
  async put(
    box: string,
    amount: number,
    { in: name = box, type = 'Put' as Put['type'], at = new Date().toISOString() } = {},
  ): Promise<number> {
    const stream = `${this.category}-${name}`;
    const metadata = { actor: SYSTEM, recordedAt: at, commandId: randomUUID(), bodyHash: '' };
    const event = { id: randomUUID(), event: { type, data: { box: this.nameOf(box), amount } } };
    const written = await this.store.append(stream, this.revisions.get(stream) ?? NO_STREAM, [
      { ...event, metadata: { ...metadata, $correlationId: '', $causationId: '' } },
    ]);
    this.revisions.set(stream, written.revision);
    return written.position;
  }

  start(view: View<Box>, store = this.store): void {
    this.stop = new AbortController();
    const settings = { db: this.db, store, name: 'test', views: [view], owner: randomUUID() };
    this.running = project(settings, this.stop.signal);
    // Whoever waits for a position is told; nobody else needs to be.
    this.running.catch(() => undefined);
  }

  /** Why the projector stopped by itself. */
  async stopped(): Promise<Error> {
    return this.running.then(
      () => new Error('it was told to'),
      (error: Error) => error,
    );
  }

  /** Sets the checkpoint by hand, as nobody should. */
  async setCheckpoint(position: number): Promise<void> {
    await this.db.collection('checkpoints').updateOne({}, { $set: { position, upTo: position } });
  }

  async halt(): Promise<void> {
    this.stop.abort();
    await this.running.catch(() => undefined);
  }

  async reached(position: number): Promise<void> {
    while (((await readCheckpoint(this.db, 'test'))?.position ?? -1) < position)
      await Promise.race([new Promise((resolve) => setTimeout(resolve, 20)), this.running]);
  }

  async shows(collection: string): Promise<void> {
    while ((await readCheckpoint(this.db, 'test'))!.active.boxes!.collection !== collection)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  shown(view: View<Box>, ...names: string[]) {
    return atOnePosition(this.db, 'test', async (documents) => {
      const found = await documents.many(
        view,
        names.map((name) => this.nameOf(name)),
      );
      return Object.fromEntries(names.map((name) => [name, found.get(this.nameOf(name))?.amounts ?? null]));
    });
  }
}
