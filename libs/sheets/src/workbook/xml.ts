import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { damaged } from './archive.js';

export type Attributes = Readonly<Record<string, string>>;

export interface Follower {
  open?(name: string, attributes: Attributes, isEmpty: boolean): void;
  close?(name: string, isEmpty: boolean): void;
  text?(text: string): void;
  cdata?(text: string): void;
}

/** Tells of a part's tags and texts as they come, so that a part is never whole in memory; throws `WorkbookRefused`. */
export async function followXml(stream: Readable, follower: Follower): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) =>
    follower.open?.(name, attributes as Attributes, isSelfClosing),
  );
  parser.on('closetag', ({ name, isSelfClosing }) => follower.close?.(name, isSelfClosing));
  parser.on('text', (text) => follower.text?.(text));
  parser.on('cdata', (text) => (follower.cdata ?? follower.text)?.(text));
  // No workbook has one, and what can be declared there is of no good.
  parser.on('doctype', () => {
    throw new Error('DOCTYPE');
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    stream.setEncoding('utf8');
    for await (const chunk of stream) parser.write(chunk as string);
    parser.close();
  } catch (error) {
    stream.destroy();
    damaged(error as Error);
  }
}
