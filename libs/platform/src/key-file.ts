import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a file of a key holds (mode 0600), made on first need. */
export async function readOrMake(file: string, make: () => Promise<string> | string): Promise<string> {
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing !== undefined) return existing;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Linked into place whole, so that of two starts at once both read the same key.
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(draft, await make(), { mode: 0o600, flush: true });
  await link(draft, file).catch(() => undefined);
  await rm(draft);
  return readFile(file, 'utf8');
}
