import type { Archive } from './archive.js';
import { type Attributes, followXml } from './xml.js';

/** Gathers the text of an element that may be in runs, without what only says how it is pronounced. */
export class TextGatherer {
  text = '';
  private inText = false;
  private pronounced = 0;

  open(name: string): void {
    if (name === 't') this.inText = true;
    else if (name === 'rPh') this.pronounced++;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.pronounced--;
  }

  add(text: string): void {
    if (this.inText && this.pronounced === 0) this.text += text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}

/** The texts that cells name by their number. */
export async function readTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  if (!archive.has('xl/sharedStrings.xml')) return texts;
  const gatherer = new TextGatherer();
  await followXml(await archive.open('xl/sharedStrings.xml'), {
    open: (name: string, _attributes: Attributes) => gatherer.open(name),
    close(name) {
      gatherer.close(name);
      if (name === 'si') texts.push(gatherer.take());
    },
    text: (text) => gatherer.add(text),
  });
  return texts;
}
