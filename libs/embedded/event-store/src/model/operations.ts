import fc from 'fast-check';

/** A number counts back from the stream's last revision, so that most expectations are near the truth. */
export type ExpectedInOperation = 'any' | 'no_stream' | 'stream_exists' | number;

export type Operation =
  | { op: 'append'; stream: string; expected: ExpectedInOperation; ids: number[]; classic: boolean }
  | { op: 'metadata'; stream: string; expected: ExpectedInOperation; values: Record<string, unknown>; id: number }
  | { op: 'delete' | 'tombstone'; stream: string; expected: ExpectedInOperation }
  | { op: 'read'; stream: string; from: 'start' | 'end' | number; backwards: boolean; count: number };

const STREAMS = ['a', 'b'];
const IDS = 7;

const stream = fc.constantFrom(...STREAMS);
const anyStream = fc.constantFrom(...STREAMS, ...STREAMS.map((name) => `$$${name}`));
const expected: fc.Arbitrary<ExpectedInOperation> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('any' as const, 'no_stream' as const, 'stream_exists' as const) },
  { weight: 6, arbitrary: fc.constantFrom(0, 0, 0, 1, 2, 3, -1) },
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
  { minLength: 4, maxLength: 20, size: 'max' },
);
