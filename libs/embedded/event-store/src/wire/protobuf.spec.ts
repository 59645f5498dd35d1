import fc from 'fast-check';
import { bytesField, MalformedMessage, MessageReader, varintField, varintSize, writeVarint } from './protobuf.js';

describe('a varint', () => {
  it('comes back over the whole 64-bit range', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
        const reader = new MessageReader(varintField(5, value));
        expect(reader.field()).toBe(5);
        expect(reader.uint64()).toBe(value);
      }),
    );
  });

  it('is the same from a number as from a bigint', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(varintField(1, value)).toEqual(varintField(1, BigInt(value)));
        expect(varintSize(value)).toBe(writeVarint(Buffer.alloc(10), 0, value));
        const reader = new MessageReader(varintField(1, value));
        reader.field();
        expect(reader.number()).toBe(value);
      }),
    );
  });

  it('beyond 2^53 is no number', () => {
    const reader = new MessageReader(varintField(1, 2n ** 53n));
    reader.field();
    expect(() => reader.number()).toThrow(MalformedMessage);
  });
});

describe('a message', () => {
  it('skips fields that it does not know', () => {
    const reader = new MessageReader(Buffer.concat([varintField(1, 7), bytesField(2, 'x'), varintField(3, 9)]));
    const seen: number[] = [];
    for (let field = reader.field(); field !== 0; field = reader.field()) {
      seen.push(field);
      reader.skip();
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('of any bytes is read or refused, never overrun', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const reader = new MessageReader(Buffer.from(bytes));
        try {
          while (reader.field() !== 0) reader.skip();
          expect(reader.at).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMessage);
        }
      }),
    );
  });
});
