import { crc32 } from 'node:zlib';

/**
 * A frame holds one append, so that an append is either whole or not there:
 * uint32 payload length, uint32 CRC-32 of all that follows, uint32 offset in the segment of the group of appends that
 * was flushed together, uint32 offset of this frame itself, payload. All little-endian.
 */
export const FRAME_HEADER = 16;

/** The largest payload a frame may have; more is damage. */
export const MAX_PAYLOAD = 256 * 1024 * 1024;

/** Completes the header of a frame whose payload is already in place. */
export function sealFrame(frame: Buffer, offset: number, group: number): void {
  frame.writeUInt32LE(frame.length - FRAME_HEADER, 0);
  frame.writeUInt32LE(group, 8);
  frame.writeUInt32LE(offset, 12);
  frame.writeUInt32LE(crc32(frame.subarray(8)), 4);
}

/** The payload's length and its group if a sound frame stands at `at`; `offset` is where that is in the segment. */
export function checkFrame(bytes: Buffer, at: number, offset: number): { payload: number; group: number } | undefined {
  if (at + FRAME_HEADER > bytes.length) return undefined;
  const payload = bytes.readUInt32LE(at);
  if (payload > MAX_PAYLOAD || at + FRAME_HEADER + payload > bytes.length) return undefined;
  if (bytes.readUInt32LE(at + 12) !== offset) return undefined;
  if (bytes.readUInt32LE(at + 4) !== crc32(bytes.subarray(at + 8, at + FRAME_HEADER + payload))) return undefined;
  return { payload, group: bytes.readUInt32LE(at + 8) };
}
