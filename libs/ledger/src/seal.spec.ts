import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded } from '#libs/event-sourcing';
import {
  checkpointText,
  headBytes,
  isExtension,
  openCheckpoint,
  parseCheckpoint,
  parseKey,
  rootFromInclusion,
  SHA256,
} from '#libs/verifier';
import { Heads } from './heads.js';
import { leafBytes } from './leaf.js';
import { Ledger } from './ledger.js';
import { LogAltered, seal } from './seal.js';
import { logOf, newKey, storeOf } from './testing.js';
import { verifyLog } from './verify-log.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ledger-seal-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = newKey();
const log = logOf(1_000);
const sealing = (events: readonly Recorded[], ledger = new Ledger(folder)) => ({ store: storeOf(events), ledger, key });
const leavesOf = async function* (events: readonly Recorded[]) {
  for (const event of events) yield await Promise.resolve(leafBytes(event));
};
const without = (at: number) => log.filter((_, index) => index !== at);
const changed = (at: number) => log.map((event, index) => (index === at ? { ...event, data: { at: -1 } } : event));

describe('a log that grows', () => {
  it('is sealed under checkpoints of which each extends the one before', async () => {
    const ledger = new Ledger(folder);
    const heads = [];
    for (const size of [1, 2, 255, 256, 257, 700, 1_000]) {
      await seal(sealing(log.slice(0, size), ledger));
      heads.push(openCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8'), parseKey(key.publicKey)));
    }
    expect(heads.map(({ size }) => size)).toEqual([1, 2, 255, 256, 257, 700, 1_000]);
    for (const [at, later] of heads.entries())
      for (const earlier of heads.slice(0, at))
        expect(isExtension(SHA256, earlier, later, await ledger.tree.consistency(earlier.size, later.size))).toBe(true);
    expect(await verifyLog(leavesOf(log), ledger, heads)).toEqual({ leaves: 1_000 });
    for (const leaf of [0, 255, 256, 999]) {
      expect(await ledger.positionOf(leaf, 1_000)).toBe(log[leaf]!.position);
      expect(await ledger.leafAt(log[leaf]!.position, 1_000)).toBe(leaf);
    }
    expect(await ledger.leafAt(17, 1_000)).toBeUndefined();
  });

  it('is not sealed again while nothing was added', async () => {
    await seal(sealing(log));
    const before = readFileSync(join(folder, 'checkpoint'));
    expect(await seal(sealing(log))).toMatchObject({ size: 1_000 });
    expect(readFileSync(join(folder, 'checkpoint')).equals(before)).toBe(true);
  });

  it('is sealed without the log of reads', async () => {
    const read = { ...log[0]!, stream: 'reads-2022-05', revision: 0, position: log[4]!.position + 1 };
    const mixed = [...log.slice(0, 5), read, ...log.slice(5, 10)];
    expect(await seal(sealing(mixed.slice(0, 6)))).toMatchObject({ size: 5 });
    expect(await seal(sealing(mixed))).toMatchObject({ size: 10 });
  });
});

describe('a seal that did not come to its end', () => {
  it('leaves the last checkpoint and what it needs, and the next one goes on from it', async () => {
    const whole = mkdtempSync(join(tmpdir(), 'ledger-whole-'));
    await seal(sealing(log, new Ledger(whole)));
    await seal(sealing(log.slice(0, 300)));
    const stopped = new Error('killed');
    for (const size of [310, 512, 600, 1_000]) {
      const killed = { ...sealing(log.slice(0, size)), mayStill: () => Promise.reject(stopped) };
      await expect(seal(killed)).rejects.toBe(stopped);
      const ledger = new Ledger(folder);
      expect((await ledger.checkpoint())!.size).toBe(300);
      expect((await ledger.tree.root(300)).equals((await ledger.checkpoint())!.root)).toBe(true);
    }
    // A file that was being written is not taken for one that is.
    writeFileSync(join(folder, 'tile/0/003.p/232'), Buffer.alloc(7));
    cpSync(join(folder, 'tile/0/000'), join(folder, 'tile/0/003.999.tmp'));
    await seal(sealing(log));
    expect(readFileSync(join(folder, 'checkpoint'), 'utf8')).toBe(readFileSync(join(whole, 'checkpoint'), 'utf8'));
    rmSync(whole, { recursive: true });
  });
});

describe('a log that was altered', () => {
  it('behind nothing more is sealed', async () => {
    await seal(sealing(log.slice(0, 900)));
    for (const events of [changed(899), without(899), log.slice(0, 899)])
      await expect(seal(sealing(events))).rejects.toThrow(LogAltered);
  });

  it.each([
    ['changed', changed(40), 40],
    ['removed', without(40), 40],
    ['slipped in', [...log.slice(0, 41), log[40]!, ...log.slice(41)], 41],
    ['in another order', [...log.slice(0, 40), log[41]!, log[40]!, ...log.slice(42)], 40],
    ['cut off', log.slice(0, 900), 900],
  ])('is found, and the first wrong event named: %s', async (_what, events, leaf) => {
    const ledger = new Ledger(folder);
    await seal(sealing(log, ledger));
    const { wrong } = await verifyLog(leavesOf(events), ledger, [(await ledger.checkpoint())!]);
    expect(wrong).toMatchObject({ leaf });
  });

  it('together with its ledger is found by a checkpoint kept elsewhere', async () => {
    const ledger = new Ledger(folder);
    await seal(sealing(log.slice(0, 500), ledger));
    const kept = (await ledger.checkpoint())!;
    rmSync(folder, { recursive: true });
    const forged = new Ledger(folder);
    await seal(sealing(changed(40), forged));
    const { wrong } = await verifyLog(leavesOf(changed(40)), forged, [kept, (await forged.checkpoint())!]);
    expect(wrong?.what).toContain('forked');
  });
});

describe('the last revisions of streams', () => {
  const signed = (text: string) => `${text}\n${key.sign(text)}\n`;
  const streams = async (ledger: Ledger) => (await ledger.checkpoint())!.streams!;

  it('stand under each checkpoint, and are made anew where a seal of an earlier release or a loss left none', async () => {
    const whole = new Ledger(folder);
    await seal(sealing(log, whole));
    const expected = await streams(whole);
    expect(expected.size).toBe(5);
    for (const [size, isOld] of [
      [300, true],
      [700, false],
    ] as const) {
      rmSync(folder, { recursive: true });
      const ledger = new Ledger(folder);
      await seal(sealing(log.slice(0, size), ledger));
      rmSync(join(folder, 'heads'), { recursive: true });
      const { root } = (await ledger.checkpoint())!;
      if (isOld) await ledger.writeCheckpoint(signed(`${key.name}\n${size}\n${root.toString('base64')}\n`));
      await seal(sealing(log, ledger));
      expect((await streams(ledger)).root).toEqual(expected.root);
      expect(readdirSync(join(folder, 'heads'))).toEqual(['1000']);
    }
  });

  it('of a checkpoint that has other ones than the log are found', async () => {
    const ledger = new Ledger(folder);
    await seal(sealing(log, ledger));
    const checkpoint = (await ledger.checkpoint())!;
    const heads = new Heads((await ledger.heads(checkpoint))!.entries());
    heads.see({ stream: 'project-3', revision: 150 });
    const lying = parseCheckpoint(signed(checkpointText(key.name, checkpoint, heads.top(SHA256), 'sha256')));
    expect((await verifyLog(leavesOf(log), ledger, [checkpoint])).wrong).toBeUndefined();
    expect((await verifyLog(leavesOf(log), ledger, [lying])).wrong?.what).toContain('other last revisions');
  });

  it('are each proven to the root, for any number of streams', () => {
    for (let count = 1; count <= 70; count++) {
      const names = Array.from({ length: count }, (_, at) => `stream-${at * 7}`);
      const heads = new Heads(names.map((name, at) => [name, at]));
      const { size, root } = heads.top(SHA256);
      for (const [stream, { place: index, proof }] of heads.proofsOf(SHA256, names)) {
        const leaf = SHA256.leaf(headBytes(stream, names.indexOf(stream)));
        expect(rootFromInclusion(SHA256, { index, size, leaf, proof })?.equals(root)).toBe(true);
      }
    }
  });
});

describe('a log that moved to another cluster', () => {
  it('keeps its leaves, and gets new positions once their map is removed', async () => {
    await seal(sealing(log));
    const moved = logOf(1_001).map((event) => ({ ...event, position: event.position * 3 }));
    rmSync(join(folder, 'position'), { recursive: true });
    const ledger = new Ledger(folder);
    expect(await seal(sealing(moved, ledger))).toMatchObject({ size: 1_001 });
    expect(await ledger.positionOf(700, 1_001)).toBe(moved[700]!.position);
  });
});
