import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHA256 } from '#libs/verifier';
import { parseTilePath, tilePath } from './tiles.js';
import { Tree } from './tree.js';

const folder = mkdtempSync(join(tmpdir(), 'ledger-tiles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the path of a tile', () => {
  it.each([
    [0, 256, '000'],
    [67, 256, '067'],
    [1_234_067, 256, 'x001/x234/067'],
    [1_234_067, 5, 'x001/x234/067.p/5'],
  ])('of number %d and width %d is %s, and back', (number, width, path) => {
    expect(tilePath(number, width)).toBe(path);
    expect(parseTilePath(path)).toEqual({ number, width });
  });

  it.each(['', '1', 'x000/001', '000.p/0', '000.p/256', '000.p/05', '../key', 'x001/', '000.p/'])('is not %j', (path) =>
    expect(parseTilePath(path)).toBeUndefined(),
  );
});

describe('tiles that fill up', () => {
  it('lose their parts, which are read from the full one', async () => {
    const tree = new Tree(folder, SHA256);
    const leaves = Array.from({ length: 300 }, (_, index) => SHA256.leaf(Buffer.from(String(index))));
    await tree.append(0, leaves.slice(0, 100));
    await tree.append(100, leaves.slice(100));
    expect(readdirSync(join(folder, '0')).sort()).toEqual(['000', '001.p']);
    expect(readdirSync(join(folder, '1', '000.p'))).toEqual(['1']);
    expect((await tree.level(0).read(0, 100))!.equals(Buffer.concat(leaves.slice(0, 100)))).toBe(true);
    expect(await tree.level(0).read(2, 1)).toBeUndefined();
  });
});
