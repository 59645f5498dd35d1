import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Position } from '#libs/event-sourcing/pure';
import { type Checkpoint, Malformed, parseCheckpoint, SHA256, type TreeHash } from '#libs/verifier';
import { readIfThere, writeDurably } from './durable.js';
import { Heads } from './heads.js';
import { algorithmOver } from './key.js';
import { TILE, Tiles } from './tiles.js';
import { Tree } from './tree.js';

const POSITION_BYTES = 8;

/**
 * The files of a ledger: `checkpoint`, `public-key`, `tile/<level>/<number>` as C2SP tlog-tiles says, and in `position`
 * the place in the log of each leaf, in `heads/<size>` the streams under the checkpoint of that size. Whatever lies behind the checkpoint is of a seal that did not come to its end.
 */
export class Ledger {
  readonly tree: Tree;
  readonly positions: Tiles;

  constructor(
    readonly folder: string,
    hash: TreeHash = SHA256,
  ) {
    this.tree = new Tree(join(folder, 'tile'), hash);
    this.positions = new Tiles(join(folder, 'position'), POSITION_BYTES);
  }

  /** What was sealed last, or undefined before the first seal. Throws `Malformed` for a damaged file. */
  async checkpoint(): Promise<Checkpoint | undefined> {
    const text = await readIfThere(join(this.folder, 'checkpoint'));
    const checkpoint = text && parseCheckpoint(text.toString());
    if (checkpoint && checkpoint.hash !== this.tree.hash.name) {
      const [sealed, set] = [algorithmOver(checkpoint.hash), algorithmOver(this.tree.hash.name)];
      throw new Malformed(`台账以 ${sealed} 封存，设置却是 ${set}：请设 TAIZHANG_LEDGER_ALGORITHM=${sealed}`);
    }
    return checkpoint;
  }

  /** How others are told whose signatures are this ledger's; undefined before the first seal. */
  async publicKey(): Promise<string | undefined> {
    return (await readIfThere(join(this.folder, 'public-key')))?.toString().trim();
  }

  writeCheckpoint(note: string): Promise<void> {
    return writeDurably(join(this.folder, 'checkpoint'), note);
  }

  writePublicKey(publicKey: string): Promise<void> {
    return writeDurably(join(this.folder, 'public-key'), `${publicKey}\n`);
  }

  /** Undefined where they are not there, or not those under the checkpoint. */
  async heads({ size, streams }: Checkpoint): Promise<Heads | undefined> {
    const text = await readIfThere(join(this.folder, 'heads', String(size)));
    if (!text || !streams) return undefined;
    const heads = parseHeads(text.toString());
    return heads?.top(this.tree.hash).root.equals(streams.root) ? heads : undefined;
  }

  writeHeads(size: number, heads: Heads): Promise<void> {
    return writeDurably(join(this.folder, 'heads', String(size)), JSON.stringify(Object.fromEntries(heads.entries())));
  }

  /** Takes away those of other sizes, once a checkpoint of this one is there. */
  async keepHeads(size: number): Promise<void> {
    const folder = join(this.folder, 'heads');
    for (const name of await readdir(folder)) if (name !== String(size)) await rm(join(folder, name), { force: true });
  }

  appendPositions(size: number, positions: readonly Position[]): Promise<void> {
    const entries = Buffer.alloc(positions.length * POSITION_BYTES);
    for (const [at, position] of positions.entries()) entries.writeBigUInt64BE(BigInt(position), at * POSITION_BYTES);
    return this.positions.append(size, entries);
  }

  /** Where in the log a leaf of the sealed ones lies; undefined if the map is not there. */
  async positionOf(leaf: number, size: number): Promise<Position | undefined> {
    const number = Math.floor(leaf / TILE);
    const tile = await this.positions.read(number, Math.min(TILE, size - number * TILE));
    return tile && Number(tile.readBigUInt64BE((leaf % TILE) * POSITION_BYTES));
  }

  /** The leaf at a position of the log, or undefined if none of the sealed ones lies there. */
  async leafAt(position: Position, size: number): Promise<number | undefined> {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const found = (await this.positionOf(middle, size)) ?? Infinity;
      if (found === position) return middle;
      if (found < position) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }
}

function parseHeads(text: string): Heads | undefined {
  try {
    return new Heads(Object.entries(JSON.parse(text) as Record<string, number>));
  } catch {
    return undefined;
  }
}
