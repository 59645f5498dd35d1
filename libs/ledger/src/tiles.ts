import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { readIfThere, writeDurably } from './durable.js';

/** Entries of a full tile; one level of tiles is eight levels of the tree (C2SP tlog-tiles). */
export const TILE = 256;

/** Where a tile lies: `x001/x234/067` for number 1234067, with `.p/<width>` behind it while it is not full. */
export function tilePath(number: number, width: number): string {
  const digits = String(number).padStart(Math.ceil(String(number).length / 3) * 3, '0');
  const parts = digits.match(/\d{3}/g)!;
  const path = parts.map((part, index) => (index < parts.length - 1 ? `x${part}` : part)).join('/');
  return width === TILE ? path : `${path}.p/${width}`;
}

/** The number and width in such a path, or undefined if it is none. */
export function parseTilePath(path: string): { number: number; width: number } | undefined {
  const [, digits, width] = /^((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  if (digits === undefined) return undefined;
  const parsed = { number: Number(digits.replaceAll(/[x/]/g, '')), width: width === undefined ? TILE : Number(width) };
  return parsed.width >= 1 && tilePath(parsed.number, parsed.width) === path ? parsed : undefined;
}

const KEPT_TILES = 512;

/** Rows of entries of one length in files of 256; a file of fewer is one of the same name that grows. */
export class Tiles {
  private readonly full = new LRUCache<number, Buffer>({ max: KEPT_TILES });

  constructor(
    private readonly folder: string,
    /** Bytes of an entry. */
    private readonly bytes: number,
  ) {}

  /** The first `width` entries of a tile, or undefined if they are not there. */
  async read(number: number, width: number): Promise<Buffer | undefined> {
    const full = this.full.get(number) ?? (await this.file(number, TILE));
    if (full) this.full.set(number, full);
    const found = full ?? (await this.file(number, width)) ?? (await this.file(number, await this.widest(number)));
    return found && found.length >= width * this.bytes ? found.subarray(0, width * this.bytes) : undefined;
  }

  async write(number: number, entries: Buffer): Promise<void> {
    this.full.delete(number);
    const width = entries.length / this.bytes;
    await writeDurably(join(this.folder, tilePath(number, width)), entries);
    if (width === TILE) await rm(join(this.folder, `${tilePath(number, TILE)}.p`), { recursive: true, force: true });
  }

  /** Puts entries behind the first `count`, and writes each tile that this changes. */
  async append(count: number, entries: Buffer): Promise<void> {
    const begun = count % TILE;
    let number = Math.floor(count / TILE);
    const before = begun === 0 ? Buffer.alloc(0) : await this.read(number, begun);
    if (!before) throw new Error(`tile ${number} of ${this.folder} is not there`);
    const all = Buffer.concat([before, entries]);
    const length = TILE * this.bytes;
    for (let at = 0; at < all.length; at += length) await this.write(number++, all.subarray(at, at + length));
  }

  /** Whole, or not at all. */
  private async file(number: number, width: number): Promise<Buffer | undefined> {
    const found = await readIfThere(join(this.folder, tilePath(number, width)));
    return found?.length === width * this.bytes ? found : undefined;
  }

  private async widest(number: number): Promise<number> {
    const names = await readdir(join(this.folder, `${tilePath(number, TILE)}.p`)).catch(() => []);
    return Math.max(0, ...names.filter((name) => /^\d+$/.test(name)).map(Number));
  }
}
