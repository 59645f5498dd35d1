import { BACKWARDS, type EventStoreDBClient, FORWARDS, jsonEvent } from '@eventstore/db-client';
import fc from 'fast-check';
import type { Answer, ExpectedInModel, Model } from './model.js';

export type Operation =
  | { op: 'append'; stream: string; expected: ExpectedInModel; ids: number[]; classic: boolean }
  | { op: 'metadata'; stream: string; expected: ExpectedInModel; values: Record<string, unknown>; id: number }
  | { op: 'delete' | 'tombstone'; stream: string; expected: ExpectedInModel }
  | { op: 'read'; stream: string; from: 'start' | 'end' | number; backwards: boolean; count: number };

const STREAMS = ['a', 'b'];
const IDS = 7;

const stream = fc.constantFrom(...STREAMS);
const anyStream = fc.constantFrom(...STREAMS, ...STREAMS.map((name) => `$$${name}`));
const expected: fc.Arbitrary<ExpectedInModel> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('any' as const, 'no_stream' as const, 'stream_exists' as const) },
  { weight: 4, arbitrary: fc.nat({ max: 5 }) },
);
const ids = fc.array(fc.nat({ max: IDS - 1 }), { minLength: 1, maxLength: 3 });

export const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ op: fc.constant('append' as const), stream, expected, ids, classic: fc.boolean() }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        op: fc.constant('metadata' as const),
        stream,
        expected: fc.oneof(fc.constant('any' as const), expected),
        values: fc.record(
          { $maxCount: fc.integer({ min: 1, max: 3 }), $tb: fc.nat({ max: 5 }), x: fc.nat() },
          { requiredKeys: [] },
        ),
        id: fc.nat({ max: IDS - 1 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ op: fc.constant('delete' as const), stream: anyStream, expected }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('tombstone' as const), stream: anyStream, expected }) },
    {
      weight: 6,
      arbitrary: fc.record({
        op: fc.constant('read' as const),
        stream: anyStream,
        from: fc.oneof(fc.constantFrom('start' as const, 'end' as const), fc.nat({ max: 6 })),
        backwards: fc.boolean(),
        count: fc.integer({ min: 1, max: 5 }),
      }),
    },
  ),
  { minLength: 2, maxLength: 14 },
);

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
        const answer = this.model.append(name, operation.expected, own);
        return this.appended(
          name,
          answer,
          own.map((id) => jsonEvent({ id, type: 'Counted', data: {} })),
          operation,
        );
      }
      case 'metadata': {
        const id = this.id(operation.id);
        const answer = this.model.append(`$$${name}`, operation.expected, [id], operation.values);
        const event = jsonEvent({ id, type: '$metadata', data: operation.values });
        return this.appended(`$$${name}`, answer, [event], { ...operation, classic: false });
      }
      case 'delete':
      case 'tombstone': {
        // The client sends no stream_exists with a delete, so that the server sees no expectation at all.
        const wanted = operation.op === 'delete' && operation.expected === 'stream_exists' ? 'any' : operation.expected;
        const answer =
          operation.op === 'delete' ? this.model.softDelete(name, wanted) : this.model.tombstone(name, wanted);
        const expectedRevision = typeof wanted === 'number' ? BigInt(wanted) : wanted;
        const call =
          operation.op === 'delete'
            ? this.client.deleteStream(name, { expectedRevision: expectedRevision as bigint | "any" | "no_stream" })
            : this.client.tombstoneStream(name, { expectedRevision });
        const actual = await call.then(
          () => ({ kind: 'success' }),
          (error: unknown) => verdict(error),
        );
        return [answer.kind === 'success' ? ({ kind: 'success' } as Answer) : answer, actual];
      }
      case 'read':
        return [this.read(name, operation), await this.readFromServer(name, operation)];
    }
  }

  private async appended(
    name: string,
    answer: Answer,
    events: ReturnType<typeof jsonEvent>[],
    { expected: wanted, classic }: { expected: ExpectedInModel; classic: boolean },
  ): Promise<[Answer, unknown]> {
    const expectedRevision = typeof wanted === 'number' ? BigInt(wanted) : wanted;
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

  private read(name: string, { from, backwards, count }: Extract<Operation, { op: 'read' }>): Answer {
    return this.model.read(name, !backwards && from === 'end' ? 'start' : from, backwards, count);
  }

  async readFromServer(
    name: string,
    { from, backwards, count }: Pick<Extract<Operation, { op: 'read' }>, 'from' | 'backwards' | 'count'>,
  ): Promise<unknown> {
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
