import { Malformed } from './note.js';

/** Longest line of a bundle, in bytes; nothing longer is kept in memory. */
export const LONGEST_LINE = 16 * 1_048_576;

const LINE_FEED = 0x0a;

/** Lines without their line feeds. Throws `Malformed` for one that is too long, and for a last one that is cut off. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      const line = chunk.subarray(from, end);
      yield pending.length > 0 ? Buffer.concat([...pending, line]) : line;
      pending = [];
      length = 0;
      from = end + 1;
    }
    length += chunk.length - from;
    if (length > LONGEST_LINE) throw new Malformed(`a line is longer than ${LONGEST_LINE} bytes`);
    if (from < chunk.length) pending.push(chunk.subarray(from));
  }
  if (length > 0) throw new Malformed('the last line is cut off');
}
