import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { parsePlace, parseRecord, recordBound, TOMBSTONE_REVISION, writeRecord } from './recorded-event.js';

const event = fc.record({
  id: fc.uuid(),
  type: fc.string({ unit: 'grapheme', minLength: 1 }),
  json: fc.boolean(),
  data: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  metadata: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
});
const place = fc.record({
  stream: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  revision: fc.oneof(fc.maxSafeNat(), fc.constant(TOMBSTONE_REVISION)),
  position: fc.maxSafeNat(),
  created: fc.nat().map((ms) => `${ms}0000`),
});

describe('a record', () => {
  it('is the message that the generated code reads', () => {
    fc.assert(
      fc.property(event, place, (proposed, placed) => {
        const buffer = Buffer.alloc(8 + recordBound(proposed, placed.stream));
        const end = writeRecord(buffer, 8, proposed, placed);
        expect(buffer.readUInt32LE(8)).toBe(end - 12);
        const message = streams.ReadResp.deserializeBinary(buffer.subarray(12, end)).getEvent()!;
        const recorded = message.getEvent()!;
        expect(message.getCommitPosition()).toBe(String(placed.position));
        expect(recorded.getId()!.getString()).toBe(proposed.id);
        expect(Buffer.from(recorded.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe(placed.stream);
        expect(recorded.getStreamRevision()).toBe(String(placed.revision));
        expect(recorded.getPreparePosition()).toBe(String(placed.position));
        expect(recorded.getCommitPosition()).toBe(String(placed.position));
        expect(recorded.getMetadataMap().toArray()).toEqual([
          ['content-type', proposed.json ? 'application/json' : 'application/octet-stream'],
          ['created', placed.created],
          ['type', proposed.type],
        ]);
        expect(Buffer.from(recorded.getCustomMetadata_asU8())).toEqual(proposed.metadata);
        expect(Buffer.from(recorded.getData_asU8())).toEqual(proposed.data);
        expect(parseRecord(buffer.subarray(12, end))).toEqual({
          ...proposed,
          ...placed,
          revision: BigInt(placed.revision),
          created: Number(placed.created),
        });
        expect(parsePlace(buffer.subarray(12, end))).toEqual({
          id: proposed.id,
          stream: placed.stream,
          revision: BigInt(placed.revision),
          type: proposed.type,
        });
      }),
    );
  });
});
