/** A request that is no valid protobuf message, or that misses what the protocol demands. */
export class MalformedMessage extends Error {}

const WIRE_VARINT = 0;
const WIRE_FIXED64 = 1;
const WIRE_BYTES = 2;
const WIRE_FIXED32 = 5;

/** Walks one message field by field; the views it returns share the message's memory. */
export class MessageReader {
  private wire = 0;

  constructor(
    private readonly source: Buffer,
    public at = 0,
    private readonly end = source.length,
  ) {}

  /** The next field's number, 0 at the end of the message. */
  field(): number {
    if (this.at >= this.end) return 0;
    const tag = this.rawNumber();
    this.wire = tag & 7;
    if (tag >>> 3 === 0) throw new MalformedMessage('field number 0');
    return tag >>> 3;
  }

  /** An unsigned value; throws from 2^53 on, where a double would no longer be exact. */
  number(): number {
    this.expect(WIRE_VARINT);
    return this.rawNumber();
  }

  /** An unsigned 64-bit value, exact over its whole range. */
  uint64(): bigint {
    this.expect(WIRE_VARINT);
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new MalformedMessage('a varint of more than ten bytes');
  }

  int64(): bigint {
    return BigInt.asIntN(64, this.uint64());
  }

  int32(): number {
    return Number(BigInt.asIntN(32, this.uint64()));
  }

  bool(): boolean {
    return this.uint64() !== 0n;
  }

  bytes(): Buffer {
    this.expect(WIRE_BYTES);
    const length = this.rawNumber();
    if (length > this.end - this.at) throw new MalformedMessage('a field longer than its message');
    this.at += length;
    return this.source.subarray(this.at - length, this.at);
  }

  text(): string {
    return this.bytes().toString('utf8');
  }

  message(): MessageReader {
    return new MessageReader(this.bytes());
  }

  skip(): void {
    switch (this.wire) {
      case WIRE_VARINT:
        this.uint64();
        return;
      case WIRE_BYTES:
        this.bytes();
        return;
      case WIRE_FIXED64:
      case WIRE_FIXED32:
        this.at += this.wire === WIRE_FIXED64 ? 8 : 4;
        if (this.at > this.end) throw new MalformedMessage('a field longer than its message');
        return;
      default:
        throw new MalformedMessage(`wire type ${this.wire}`);
    }
  }

  private expect(wire: number): void {
    if (this.wire !== wire) throw new MalformedMessage(`wire type ${this.wire} where ${wire} was expected`);
  }

  private byte(): number {
    if (this.at >= this.end) throw new MalformedMessage('a varint that does not end');
    return this.source[this.at++]!;
  }

  private rawNumber(): number {
    let byte = this.byte();
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let factor = 0x80; factor <= 0x80 ** 7; factor *= 0x80) {
      byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
    }
    throw new MalformedMessage('a length or position beyond 2^53');
  }
}

/** How many bytes the varint takes. */
export function varintSize(value: number | bigint): number {
  if (typeof value === 'bigint') {
    let size = 1;
    for (let rest = BigInt.asUintN(64, value) >> 7n; rest > 0n; rest >>= 7n) size++;
    return size;
  }
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
}

/** Writes the varint and returns the offset behind it. */
export function writeVarint(target: Buffer, at: number, value: number | bigint): number {
  if (typeof value === 'bigint') {
    let rest = BigInt.asUintN(64, value);
    for (; rest >= 0x80n; rest >>= 7n) target[at++] = Number(rest & 0x7fn) | 0x80;
    target[at++] = Number(rest);
    return at;
  }
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) target[at++] = (rest % 0x80) | 0x80;
  target[at++] = rest;
  return at;
}

export function varintField(field: number, value: number | bigint): Buffer {
  const tag = field << 3;
  const bytes = Buffer.allocUnsafe(varintSize(tag) + varintSize(value));
  writeVarint(bytes, writeVarint(bytes, 0, tag), value);
  return bytes;
}

/** A string, bytes or embedded message field. */
export function bytesField(field: number, ...parts: (Buffer | string)[]): Buffer {
  const buffers = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  const length = buffers.reduce((sum, part) => sum + part.length, 0);
  const tag = (field << 3) | WIRE_BYTES;
  const head = Buffer.allocUnsafe(varintSize(tag) + varintSize(length));
  writeVarint(head, writeVarint(head, 0, tag), length);
  return Buffer.concat([head, ...buffers]);
}
