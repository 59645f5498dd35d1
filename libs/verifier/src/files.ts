import { createReadStream, readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { Malformed } from './note.js';

const unreadable = (file: string, error: unknown): Malformed =>
  new Malformed(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`);

/** What a small file holds. Throws `Malformed` where it cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** A file's bytes, however many. Throws `Malformed` where it is not there or not ours to read. */
export async function chunksOf(file: string): Promise<AsyncIterable<Buffer>> {
  await access(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  return createReadStream(file);
}
