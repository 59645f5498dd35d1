import type { Archive } from './archive.js';
import { followXml } from './xml.js';

/** What a cell's style says about its number. */
export interface Format {
  readonly isDate: boolean;
  readonly decimals: number | null;
}

export const GENERAL: Format = { isDate: false, decimals: null };

/** Formats that are known by number alone (ECMA-376 part 1, 18.8.30), as far as they matter here. */
const isDateNumber = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const DECIMALS: Readonly<Record<number, number>> = { 1: 0, 2: 2, 3: 0, 4: 2, 39: 2, 40: 2, 43: 2, 44: 2 };

/** The format of each style index. */
export async function readFormats(archive: Archive): Promise<Format[]> {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  let inCells = false;
  if (!archive.has('xl/styles.xml')) return formats;
  await followXml(await archive.open('xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(formatOf(Number(attributes.numFmtId ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): Format {
  const code = codes.get(id);
  if (code === undefined) return { isDate: isDateNumber(id), decimals: DECIMALS[id] ?? null };
  // Quoted texts, colours and locales hold letters that mean nothing.
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')[0]!;
  if (/[ymdhs]/i.test(bare) && !/general/i.test(bare)) return { isDate: true, decimals: null };
  const shown = /0(?:\.(0+))?/.exec(bare);
  return { isDate: false, decimals: shown ? (shown[1]?.length ?? 0) : null };
}
