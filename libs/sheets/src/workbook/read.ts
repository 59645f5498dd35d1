import { type Archive, openArchive } from './archive.js';
import type { Sheet } from './cell.js';
import { readFormats } from './formats.js';
import { Budget, readSheet } from './sheet.js';
import { readTexts } from './texts.js';
import { followXml } from './xml.js';

export interface Workbook {
  readonly archive: Archive;
  /** The sheets that a person sees, in their order. */
  readonly sheets: readonly Sheet[];
  /** Every sheet's name, hidden ones included. */
  readonly names: readonly string[];
}

/** Reads the visible sheets of a workbook within the limits; throws `WorkbookRefused`. */
export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  const archive = await openArchive(bytes);
  const { listed, date1904 } = await readList(archive);
  const targets = await readTargets(archive);
  const budget = new Budget();
  const shared = { texts: await readTexts(archive), formats: await readFormats(archive) };
  const sheets: Sheet[] = [];
  for (const { name, id, isVisible } of listed) {
    const part = targets.get(id);
    if (!isVisible || !part?.startsWith('xl/worksheets/')) continue;
    sheets.push({ name, part, date1904, ...(await readSheet(await archive.open(part), shared, budget)) });
  }
  return { archive, sheets, names: listed.map(({ name }) => name) };
}

async function readList(archive: Archive) {
  const listed: { name: string; id: string; isVisible: boolean }[] = [];
  let date1904 = false;
  await followXml(await archive.open('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const isVisible = (attributes.state ?? 'visible') === 'visible';
      listed.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? '', isVisible });
    },
  });
  return { listed, date1904 };
}

/** The part behind each of the workbook's relations. */
async function readTargets(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await followXml(await archive.open('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}
