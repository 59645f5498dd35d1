import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ending, endingOf, MEDIA_TYPES } from './media-types.js';

/** Largest file, in bytes. */
export const LARGEST_FILE = 50 * 1_048_576;

/** Longer than any upload takes, in milliseconds: what lies about since then was left by a process that died. */
const STALE = 3_600_000;

export class FileRefused extends Error {
  constructor(readonly why: 'EMPTY' | 'TOO_LARGE' | 'TYPE' | 'ERASED') {
    super(why);
  }
}

export interface StoredFile {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

export type Found = (StoredFile & { readonly erased: false }) | { readonly sha256: string; readonly erased: true };

/**
 * Files by the hash of their bytes, outside the log. Each has a folder `<first two digits>/<sha256>` with `content.<ending>`,
 * an empty `by-<person>` for everybody who uploaded it, and `erased` in place of the content once that is gone.
 */
export class FileStore {
  private readonly incoming: string;

  constructor(private readonly folder: string) {
    this.incoming = join(folder, 'incoming');
  }

  /** Keeps the bytes for good, or nothing of them. Throws `FileRefused`, or the error of the source. */
  async take(source: AsyncIterable<Buffer>, person: string): Promise<StoredFile> {
    await mkdir(this.incoming, { recursive: true });
    await this.sweep();
    const path = join(this.incoming, randomUUID());
    try {
      const { sha256, size } = await written(source, path);
      const ending = await endingOf(path);
      if (!ending) throw new FileRefused('TYPE');
      const folder = this.folderOf(sha256);
      await mkdir(folder, { recursive: true });
      if ((await this.find(sha256))?.erased) throw new FileRefused('ERASED');
      await writeFile(join(folder, uploader(person)), '');
      await rename(path, join(folder, `content.${ending}`));
      await synced(folder);
      return { sha256, size, mediaType: MEDIA_TYPES[ending] };
    } finally {
      await rm(path, { force: true });
    }
  }

  async find(sha256: string): Promise<Found | undefined> {
    const names = await namesIn(this.folderOf(sha256));
    if (names.includes('erased')) return { sha256, erased: true };
    const name = names.find((each) => each.startsWith('content.'));
    if (name === undefined) return undefined;
    const { size } = await stat(join(this.folderOf(sha256), name));
    return { sha256, size, mediaType: MEDIA_TYPES[name.slice('content.'.length) as Ending], erased: false };
  }

  async wasUploadedBy(sha256: string, person: string): Promise<boolean> {
    return (await namesIn(this.folderOf(sha256))).includes(uploader(person));
  }

  /** The bytes of a file that `find` has found. */
  async read(sha256: string): Promise<ReadStream> {
    const name = (await namesIn(this.folderOf(sha256))).find((each) => each.startsWith('content.'));
    return createReadStream(join(this.folderOf(sha256), name!));
  }

  /** Takes the bytes away; the hash stays, and the same bytes are never taken again. */
  async erase(sha256: string): Promise<void> {
    const folder = this.folderOf(sha256);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'erased'), '');
    for (const name of await namesIn(folder)) if (name !== 'erased') await rm(join(folder, name));
    await synced(folder);
  }

  private folderOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${sha256} is no hash`);
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  private async sweep(): Promise<void> {
    for (const name of await namesIn(this.incoming)) {
      const path = join(this.incoming, name);
      const since = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Infinity,
      );
      if (Date.now() - since > STALE) await rm(path, { force: true });
    }
  }
}

const uploader = (person: string): string => `by-${createHash('sha256').update(person).digest('hex')}`;

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** Writes and hashes in one pass; on the disk when it returns. */
async function written(source: AsyncIterable<Buffer>, path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > LARGEST_FILE) throw new FileRefused('TOO_LARGE');
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (size === 0) throw new FileRefused('EMPTY');
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** A rename is on the disk once its folder is. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
