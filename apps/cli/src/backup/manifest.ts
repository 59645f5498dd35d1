import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refused } from '../terminal.js';

const FORMAT = 'taizhang backup v1';
const MANIFEST = 'manifest.json';

/** What a set holds, written last: a set without it did not come to its end. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** RFC 3339 instant at which it was taken. */
  readonly takenAt: string;
  /** Leaves under the checkpoint that the set is proven against. */
  readonly sealed: number;
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

/** Files below a folder, in order, without what is half written; none if the folder is not there. */
export async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return paths.filter((path) => !path.startsWith('incoming/')).sort();
}

/** With its mode, and on the disk when it returns. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  const file = await open(to);
  await file.sync().finally(() => file.close());
}

export async function writeManifest(folder: string, told: Omit<Manifest, 'format' | 'files'>): Promise<Manifest> {
  const files = [];
  for (const path of await filesIn(folder)) files.push({ path, ...(await measured(join(folder, path))) });
  const manifest: Manifest = { format: FORMAT, ...told, files };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 1), { flag: 'wx', flush: true });
  return manifest;
}

/** Checks each file of a set. Throws `Refused` with the first that is missing or other than it was. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new Refused(`${MANIFEST} is missing: this is no backup, or one that did not come to its end`);
  });
  const manifest = parsed(text);
  for (const { path, size, sha256 } of manifest.files) {
    const file = join(folder, path);
    if (path.split('/').includes('..') || !existsSync(file)) throw new Refused(`${path} is missing`);
    const found = await measured(file);
    if (found.size !== size) throw new Refused(`${path} has ${found.size} bytes, not ${size}`);
    if (found.sha256 !== sha256) throw new Refused(`${path} is not what was backed up`);
  }
  return manifest;
}

function parsed(text: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === FORMAT && Array.isArray(manifest.files)) return manifest;
  } catch {
    // Falls through to the same answer.
  }
  throw new Refused(`${MANIFEST} is damaged`);
}

async function measured(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      size += chunk.length;
      hash.update(chunk);
    }
  });
  return { size, sha256: hash.digest('hex') };
}
