import { open } from 'node:fs/promises';
import yauzl from 'yauzl';

/** What evidence comes as, by the ending under which it is kept. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ofd: 'application/ofd',
} as const;
export type Ending = keyof typeof MEDIA_TYPES;

const MAGIC: readonly (readonly [Ending | 'zip', readonly number[]])[] = [
  ['pdf', [...Buffer.from('%PDF-')]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
];

/** The entry that tells what a zip is; one that is nothing else is refused, for nobody can look into it. */
const ENTRIES: Readonly<Record<string, Ending>> = {
  'xl/workbook.xml': 'xlsx',
  'word/document.xml': 'docx',
  'OFD.xml': 'ofd',
};

/** More entries than any document has. */
const MOST_ENTRIES = 10_000;

/** The type of a file by its first bytes and, if it is a zip, by its entries; whatever it is called. */
export async function endingOf(path: string): Promise<Ending | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    const head = buffer.subarray(0, bytesRead);
    const found = MAGIC.find(([, magic]) => magic.every((byte, at) => head[at] === byte))?.[0];
    return found === 'zip' ? await endingOfZip(path) : found;
  } finally {
    await file.close();
  }
}

function endingOfZip(path: string): Promise<Ending | undefined> {
  return new Promise((resolve) => {
    yauzl.open(path, { lazyEntries: true, autoClose: true }, (error, zip) => {
      if (error) return resolve(undefined);
      let found: Ending | undefined;
      let entries = 0;
      const settle = (ending: Ending | undefined): void => {
        zip.close();
        resolve(ending);
      };
      zip.on('error', () => settle(undefined));
      zip.on('end', () => settle(found));
      zip.on('entry', ({ fileName }: { fileName: string }) => {
        // Macros run on the desk of whoever opens the evidence.
        if (++entries > MOST_ENTRIES || /vbaProject\.bin$/i.test(fileName)) return settle(undefined);
        if (Object.hasOwn(ENTRIES, fileName)) found = ENTRIES[fileName];
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}
