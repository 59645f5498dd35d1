import { Readable } from 'node:stream';
import { type Attributes, followedXml } from '../workbook/xml.js';

/** Is told of a part's tags and says what becomes of them; `write` puts XML in front of the tag. */
export interface Rewriter {
  /** The attributes to write, or null to leave the element out with all that is in it. */
  open(name: string, attributes: Attributes, write: (xml: string) => void): Attributes | null;
  close?(name: string, write: (xml: string) => void): void;
}

/** A part as it was, but for what the rewriter changes. */
export const rewritten = (part: Readable, rewriter: Rewriter): Readable => Readable.from(pieces(part, rewriter));

async function* pieces(part: Readable, rewriter: Rewriter): AsyncGenerator<string> {
  let written = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  let depth = 0;
  let leftOut = 0;
  /** Whether the last start tag still lacks its end, because nothing may follow in it. */
  let isOpen = false;
  const write = (xml: string): void => {
    written += isOpen ? `>${xml}` : xml;
    isOpen = false;
  };
  const followed = followedXml(part, {
    open(name, attributes) {
      const kept = leftOut > 0 ? null : rewriter.open(name, attributes, write);
      if (kept === null) return void leftOut++;
      write(`<${name}`);
      for (const [key, value] of Object.entries(kept)) written += ` ${key}="${escaped(value)}"`;
      isOpen = true;
      depth++;
    },
    close(name) {
      if (leftOut > 0) return void leftOut--;
      rewriter.close?.(name, write);
      written += isOpen ? '/>' : `</${name}>`;
      isOpen = false;
      depth--;
    },
    text(text) {
      // Line ends around the root are no content.
      if (leftOut === 0 && depth > 0 && text !== '') write(escaped(text));
    },
  });
  for await (const _ of followed) {
    if (written !== '') yield written;
    written = '';
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Line ends survive as references only; other controls are no XML. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark]!)
    .replace(/[\u0000-\u001f]/g, (control) => (/[\t\n\r]/.test(control) ? `&#${control.charCodeAt(0)};` : ''));
