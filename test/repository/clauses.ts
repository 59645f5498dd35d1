/** A row of docs/clauses.md. */
export interface Clause {
  /** Such as 六.5. */
  readonly number: string;
  readonly keyWords: readonly string[];
  readonly commands: readonly string[];
  readonly events: readonly string[];
  readonly views: readonly string[];
  readonly specs: readonly string[];
}

const ROW = /^\| ([头一二三四五六尾]\.\d) +\| (.+?) +\| (.+?) +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm;

const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

export const clausesIn = (page: string): Clause[] =>
  [...page.matchAll(ROW)].map(([, number, keyWords, commands, events, views, specs]) => ({
    number: number!,
    keyWords: keyWords!.split('、'),
    commands: namesIn(commands!),
    events: namesIn(events!),
    views: namesIn(views!),
    specs: namesIn(specs!),
  }));

/** The sentences of a notice by their number: 头 ahead of its first part, 尾 from 附件 on, a part's heading is 0. */
export function sentencesIn(notice: string): Map<string, string> {
  const sentences = new Map<string, string>();
  let [part, next] = ['头', 1];
  for (const line of notice.split('\n').map((text) => text.trim())) {
    const heading = /^([一二三四五六])、/.exec(line);
    if (heading) [part, next] = [heading[1]!, 0];
    else if (line.startsWith('附件')) [part, next] = ['尾', 1];
    for (const sentence of line.split('。')) if (sentence !== '') sentences.set(`${part}.${next++}`, sentence);
  }
  return sentences;
}

/** What is wrong with the page, measured against the notice: a sentence without its row, a row or key word without its sentence. */
export function gapsBetween(notice: string, page: string): string[] {
  const sentences = sentencesIn(notice);
  const clauses = clausesIn(page);
  const listed = clauses.map(({ number }) => number);
  return [
    ...[...sentences.keys()].filter((number) => !listed.includes(number)).map((number) => `${number} is not listed`),
    ...listed.filter((number, at) => listed.indexOf(number) < at).map((number) => `${number} is listed twice`),
    ...clauses.flatMap(({ number, keyWords }) => {
      const sentence = sentences.get(number);
      if (sentence === undefined) return [`${number} is no sentence`];
      return keyWords.filter((word) => !sentence.includes(word)).map((word) => `${number} does not say ${word}`);
    }),
  ];
}
