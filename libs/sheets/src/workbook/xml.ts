import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { damaged } from './archive.js';

export type Attributes = Readonly<Record<string, string>>;

/** Is told of a part's tags and texts as they come. */
export interface Follower {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Follows a part, which is never whole in memory; throws `WorkbookRefused`. */
export async function followXml(part: Readable, follower: Follower): Promise<void> {
  for await (const _ of followedXml(part, follower));
}

/** Yields after each piece of the part that the follower was told of. */
export async function* followedXml(part: Readable, follower: Follower): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => follower.open?.(name, attributes as Attributes));
  parser.on('closetag', ({ name }) => follower.close?.(name));
  parser.on('text', (text) => follower.text?.(text));
  parser.on('cdata', (text) => follower.text?.(text));
  // No workbook has one, and what can be declared there is of no good.
  parser.on('doctype', () => {
    throw new Error('DOCTYPE');
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    part.setEncoding('utf8');
    for await (const chunk of part) {
      parser.write(chunk as string);
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    part.destroy();
    damaged(error as Error);
  }
}
