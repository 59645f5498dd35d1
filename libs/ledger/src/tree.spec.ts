import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RFC9162 } from '@transmute/rfc9162';
import fc from 'fast-check';
import { Frontier, isExtension, rootFromInclusion, SHA256, treeHash } from '#libs/verifier';
import { Tree } from './tree.js';

const folder = mkdtempSync(join(tmpdir(), 'ledger-tree-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LARGEST = 1_000;
/** The published implementation takes its time. */
const RUNS = 30;
const entries = Array.from({ length: LARGEST }, (_, index) => Buffer.from(`entry ${index}`));
const leaves = entries.map((entry) => SHA256.leaf(entry));
const tree = new Tree(join(folder, 'tile'), SHA256);
beforeAll(async () => {
  // Tiles that grow by uneven steps, as seals do.
  for (let size = 0, step = 1; size < LARGEST; size += step, step = (step % 97) + 13)
    await tree.append(size, leaves.slice(size, Math.min(LARGEST, size + step)));
});

const seed = randomBytes(4).readInt32BE();
const sizes = Array.from({ length: LARGEST + 1 }, (_, size) => size);
const over = new Map<string, Buffer>();
/** The definition of RFC 9162, 2.1.1, word for word. */
function rootOver(from: number, to: number): Buffer {
  if (to === from) return SHA256.empty;
  if (to - from === 1) return SHA256.leaf(entries[from]!);
  const known = over.get(`${from}-${to}`);
  if (known) return known;
  let left = 1;
  while (left * 2 < to - from) left *= 2;
  const root = SHA256.node(rootOver(from, from + left), rootOver(from + left, to));
  over.set(`${from}-${to}`, root);
  return root;
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the root of every tree of 0 to 1,000 leaves', () => {
  it('is what the definition says', async () => {
    const frontier = new Frontier(SHA256);
    for (const size of sizes) {
      if (size > 0) frontier.add(leaves[size - 1]!);
      const defined = hex(rootOver(0, size));
      expect([size, hex(frontier.root()), hex(await tree.root(size))]).toEqual([size, defined, defined]);
    }
  }, 60_000);

  it('is what a published implementation computes', async () => {
    for (const size of sizes.filter((size) => size < 70 || size % 93 === 70))
      expect([size, hex(await tree.root(size))]).toEqual([size, hex(await RFC9162.treeHead(entries.slice(0, size)))]);
  }, 60_000);

  it('is what the known vectors of Certificate Transparency say', async () => {
    const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const frontier = new Frontier(SHA256);
    for (const entry of known) frontier.add(SHA256.leaf(Buffer.from(entry, 'hex')));
    expect(hex(frontier.root())).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(hex(new Frontier(SHA256).root())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('proofs', () => {
  it(`of inclusion are those of the published implementation, and lead to the root (seed ${seed})`, async () => {
    const places = fc
      .tuple(fc.nat(LARGEST - 1), fc.nat(LARGEST - 1))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
    await fc.assert(
      fc.asyncProperty(places, async ([index, size]) => {
        const proof = await tree.inclusion(index, size);
        const published = await RFC9162.PATH(index, entries.slice(0, size));
        expect(proof.map(hex)).toEqual(published.map(hex));
        const root = await tree.root(size);
        expect(rootFromInclusion(SHA256, { index, size, leaf: leaves[index]!, proof })?.equals(root)).toBe(true);
      }),
      { seed, numRuns: RUNS },
    );
  }, 120_000);

  it('of consistency are those of the published implementation, and show the extension', async () => {
    const pairs = fc
      .tuple(fc.nat(LARGEST - 1), fc.nat(LARGEST - 1))
      .map(([a, b]) => [Math.min(a, b) + 1, Math.max(a, b) + 1] as const);
    await fc.assert(
      fc.asyncProperty(pairs, async ([earlier, later]) => {
        const proof = await tree.consistency(earlier, later);
        // It states the earlier root also where the verifier has it: RFC 9162 leaves it out for a full subtree.
        const published = await RFC9162.PROOF(earlier, entries.slice(0, later));
        const isStated = earlier === later || Number.isInteger(Math.log2(earlier));
        expect(proof.map(hex)).toEqual(published.slice(isStated ? 1 : 0).map(hex));
        const heads = [earlier, later].map(async (size) => ({ size, root: await tree.root(size) }));
        const [before, after] = await Promise.all(heads);
        expect(isExtension(SHA256, before!, after!, proof)).toBe(true);
      }),
      { seed, numRuns: RUNS },
    );
  }, 120_000);

  it('are all sound for the smaller trees, whatever the place', async () => {
    for (const size of sizes.slice(0, 70)) {
      const root = await tree.root(size);
      for (let index = 0; index < size; index++) {
        const proof = await tree.inclusion(index, size);
        expect(rootFromInclusion(SHA256, { index, size, leaf: leaves[index]!, proof })?.equals(root)).toBe(true);
      }
      for (let earlier = 0; earlier <= size; earlier++) {
        const before = { size: earlier, root: await tree.root(earlier) };
        expect(isExtension(SHA256, before, { size, root }, await tree.consistency(earlier, size))).toBe(true);
      }
    }
  }, 60_000);

  it('show nothing once a bit, a hash, the place or the size is another', async () => {
    const change = fc.record({
      index: fc.nat(LARGEST - 1),
      size: fc.integer({ min: 1, max: LARGEST }),
      at: fc.nat(),
      bit: fc.nat(7),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ index, size, at, bit }) => {
        fc.pre(index < size && size > 1);
        const root = await tree.root(size);
        const proof = await tree.inclusion(index, size);
        const leadsThere = (changed: Partial<Parameters<typeof rootFromInclusion>[1]>) =>
          rootFromInclusion(SHA256, { index, size, leaf: leaves[index]!, proof, ...changed })?.equals(root) ?? false;
        const flipped = proof.map((hash) => Buffer.from(hash));
        const spoilt = flipped[at % flipped.length]!;
        spoilt[at % 32]! ^= 1 << bit;
        expect(leadsThere({ proof: flipped })).toBe(false);
        expect(leadsThere({ proof: proof.slice(1) })).toBe(false);
        expect(leadsThere({ proof: [...proof, root] })).toBe(false);
        expect(leadsThere({ leaf: leaves[(index + 1) % LARGEST]! })).toBe(false);
        expect(leadsThere({ index: (index + 1) % size })).toBe(false);
        const earlier = { size: index + 1, root: await tree.root(index + 1) };
        const forked = { size, root: SHA256.node(root, root) };
        expect(isExtension(SHA256, earlier, forked, await tree.consistency(index + 1, size))).toBe(false);
      }),
      { seed, numRuns: 200 },
    );
  }, 60_000);
});

describe('another hash', () => {
  it('makes another tree of the same form', async () => {
    const sm3 = treeHash('sm3');
    const other = new Tree(join(folder, 'sm3'), sm3);
    await other.append(
      0,
      entries.slice(0, 5).map((entry) => sm3.leaf(entry)),
    );
    const root = await other.root(5);
    const proof = await other.inclusion(3, 5);
    expect(rootFromInclusion(sm3, { index: 3, size: 5, leaf: sm3.leaf(entries[3]!), proof })?.equals(root)).toBe(true);
    expect(root.equals(await tree.root(5))).toBe(false);
  });
});
