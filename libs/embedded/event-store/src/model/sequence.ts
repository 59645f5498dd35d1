import { BACKWARDS, type EventStoreDBClient, type ExpectedRevision, FORWARDS, jsonEvent } from '@eventstore/db-client';
import type { Answer, ExpectedInModel, Model } from './model.js';
import type { ExpectedInOperation, Operation } from './operations.js';

type Read = Extract<Operation, { op: 'read' }>;

/** Makes the stream names and event ids of one sequence its own, so that many can run side by side. */
export class Sequence {
  constructor(
    private readonly client: EventStoreDBClient,
    readonly model: Model,
    private readonly number: number,
  ) {}

  private name(stream: string): string {
    return stream.startsWith('$$') ? `$$m${this.number}-${stream.slice(2)}` : `m${this.number}-${stream}`;
  }

  private id(index: number): string {
    return `${String(this.number).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;
  }

  /** What the model says and what the server says. */
  async run(operation: Operation): Promise<[expected: Answer, actual: unknown]> {
    const name = this.name(operation.stream);
    switch (operation.op) {
      case 'append': {
        const own = operation.ids.map((id) => this.id(id));
        const events = own.map((id) => jsonEvent({ id, type: 'Counted', data: {} }));
        const expected = this.resolve(name, operation.expected);
        return this.appended(name, this.model.append(name, expected, own), events, expected, operation.classic);
      }
      case 'metadata': {
        const id = this.id(operation.id);
        const metastream = `$$${name}`;
        const event = jsonEvent({ id, type: '$metadata', data: operation.values });
        const expected = this.resolve(metastream, operation.expected);
        const answer = this.model.append(metastream, expected, [id], operation.values);
        return this.appended(metastream, answer, [event], expected, false);
      }
      case 'delete':
      case 'tombstone': {
        const resolved = this.resolve(name, operation.expected);
        // The client cannot say stream_exists with a delete; the server then sees no expectation at all.
        const expected = operation.op === 'delete' && resolved === 'stream_exists' ? 'any' : resolved;
        const answer =
          operation.op === 'delete' ? this.model.softDelete(name, expected) : this.model.tombstone(name, expected);
        return [
          answer.kind === 'success' ? ({ kind: 'success' } as Answer) : answer,
          await this.end(name, operation.op, expected),
        ];
      }
      case 'read':
        return [this.read(name, operation), await this.readFromServer(name, operation)];
    }
  }

  private resolve(name: string, expected: ExpectedInOperation): ExpectedInModel {
    if (typeof expected !== 'number') return expected;
    const revision = this.model.events(name).length - 1 - expected;
    return revision < 0 ? 'no_stream' : revision;
  }

  private async end(name: string, how: 'delete' | 'tombstone', expected: ExpectedInModel): Promise<unknown> {
    const expectedRevision = (typeof expected === 'number' ? BigInt(expected) : expected) as ExpectedRevision;
    try {
      if (how === 'tombstone') await this.client.tombstoneStream(name, { expectedRevision });
      else await this.client.deleteStream(name, { expectedRevision });
      return { kind: 'success' };
    } catch (error) {
      return verdict(error);
    }
  }

  private async appended(
    name: string,
    answer: Answer,
    events: ReturnType<typeof jsonEvent>[],
    expected: ExpectedInModel,
    classic: boolean,
  ): Promise<[Answer, unknown]> {
    const expectedRevision = typeof expected === 'number' ? BigInt(expected) : expected;
    const credentials = classic ? { username: 'any', password: 'any' } : undefined;
    try {
      const result = await this.client.appendToStream(name, events, { expectedRevision, credentials });
      const actual = { kind: 'success', revision: Number(result.nextExpectedRevision) };
      if (answer.kind !== 'success') return [answer, actual];
      const last = answer.repeats ?? this.model.events(name)[answer.revision]!;
      last.position ??= result.position!.commit;
      if (last.position !== result.position!.commit) return [answer, { ...actual, position: result.position }];
      return [{ kind: 'success', revision: answer.revision }, actual];
    } catch (error) {
      return [answer, verdict(error)];
    }
  }

  private read(name: string, { from, backwards, count }: Read): Answer {
    return this.model.read(name, !backwards && from === 'end' ? 'start' : from, backwards, count);
  }

  async readFromServer(name: string, { from, backwards, count }: Omit<Read, 'op' | 'stream'>): Promise<unknown> {
    const start = !backwards && from === 'end' ? 'start' : from;
    try {
      const found: string[] = [];
      for await (const { event } of this.client.readStream(name, {
        direction: backwards ? BACKWARDS : FORWARDS,
        fromRevision: typeof start === 'number' ? BigInt(start) : start,
        maxCount: count,
      }))
        found.push(this.idInModel(name, Number(event!.revision), event!.id));
      return { kind: 'events', ids: found };
    } catch (error) {
      return verdict(error);
    }
  }

  /** Ids that the server made are known to the model only by the event's place. */
  private idInModel(name: string, revision: number, id: string): string {
    const known = this.model.events(name)[revision]?.id ?? '';
    return known.startsWith('server-') ? known : id;
  }
}

function verdict(error: unknown): unknown {
  const { type, actualVersion } = error as { type: string; actualVersion: bigint | string };
  if (type === 'stream-deleted') return { kind: 'deleted' };
  if (type === 'stream-not-found') return { kind: 'missing' };
  if (type !== 'wrong-expected-version') return error;
  return { kind: 'wrong', actual: actualVersion === 'no_stream' ? -1 : Number(actualVersion) };
}
