import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { LIMITS } from '../limits.js';
import { WorkbookRefused } from '../refusals.js';

/** The parts of a workbook's file, none of them unzipped yet. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** A part's bytes; the stream fails when they are not as many as the directory says. */
  open(name: string): Promise<Readable>;
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** Of the container that holds old and encrypted workbooks. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const MACROS = /(^|\/)(vbaproject\.bin|macrosheets\/|dialogsheets\/|activex\/)/i;
const LINKS = /^xl\/(externallinks\/|connections\.xml$)/i;

/** Opens a file by its directory, before anything is unzipped; throws `WorkbookRefused`. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  if (bytes.length > LIMITS.fileBytes) throw new WorkbookRefused('IMPORT_TOO_LARGE', `${bytes.length} 字节`);
  if (bytes.subarray(0, 8).equals(COMPOUND)) throw new WorkbookRefused('WORKBOOK_ENCRYPTED');
  if (!bytes.subarray(0, 4).equals(ZIP)) throw new WorkbookRefused('NOT_A_WORKBOOK');
  const { zip, entries } = await directoryOf(bytes);
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (size > LIMITS.unzippedBytes || size > bytes.length * LIMITS.ratio)
    throw new WorkbookRefused('IMPORT_TOO_LARGE', `解压后 ${size} 字节`);

  const parts = new Map(entries.map((entry) => [entry.fileName, entry]));
  const names = [...parts.keys()];
  // Programs disagree on which of two equal names counts: what was checked must be what is read.
  if (new Set(names.map((name) => name.toLowerCase())).size < entries.length)
    throw new WorkbookRefused('WORKBOOK_DAMAGED', '部件重名');
  if (entries.some((entry) => entry.isEncrypted())) throw new WorkbookRefused('WORKBOOK_ENCRYPTED');
  if (names.some((name) => MACROS.test(name))) throw new WorkbookRefused('WORKBOOK_HAS_MACROS');
  if (names.some((name) => LINKS.test(name))) throw new WorkbookRefused('WORKBOOK_HAS_EXTERNAL_LINKS');
  if (!parts.has('xl/workbook.xml') || !parts.has('[Content_Types].xml')) throw new WorkbookRefused('NOT_A_WORKBOOK');
  return {
    names,
    has: (name) => parts.has(name),
    async open(name) {
      const entry = parts.get(name);
      if (!entry) throw new WorkbookRefused('WORKBOOK_DAMAGED', `缺少 ${name}`);
      return zip.openReadStreamPromise(entry).catch((error: Error) => damaged(error));
    },
  };
}

async function directoryOf(bytes: Buffer): Promise<{ zip: ZipFile; entries: Entry[] }> {
  try {
    const zip = await fromBufferPromise(bytes, { validateEntrySizes: true, autoClose: false });
    if (zip.entryCount > LIMITS.parts) throw new WorkbookRefused('IMPORT_TOO_LARGE', `${zip.entryCount} 个部件`);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
    return { zip, entries };
  } catch (error) {
    return damaged(error as Error);
  }
}

/** Whatever fails while a part is read is the file's fault. */
export function damaged(error: Error): never {
  throw error instanceof WorkbookRefused
    ? error
    : new WorkbookRefused('WORKBOOK_DAMAGED', error.message.split('\n')[0]);
}
