import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import JSZip from 'jszip';
import { FileStore, LARGEST_FILE } from './file-store.js';

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
const sha256 = createHash('sha256').update(PDF).digest('hex');

const zip = (...entries: string[]): Promise<Buffer> => {
  const archive = new JSZip();
  for (const entry of entries) archive.file(entry, 'x');
  return archive.generateAsync({ type: 'nodebuffer' });
};

let folder: string;
let files: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-files-'));
  files = new FileStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function* pieces(...chunks: Buffer[]) {
  yield* chunks;
}
const take = (bytes: Buffer, person = 'person-1') => files.take(pieces(bytes), person);
/** Everything that lies in the store, folders left out. */
const lying = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map(({ name }) => name);

describe('a file', () => {
  it('is found by its hash, with its size and type, and read as it came', async () => {
    expect(await files.take(pieces(PDF.subarray(0, 3), PDF.subarray(3)), 'person-1')).toEqual({
      sha256,
      size: PDF.length,
      mediaType: 'application/pdf',
    });
    expect(await files.find(sha256)).toMatchObject({ size: PDF.length, mediaType: 'application/pdf', erased: false });
    expect(await buffer(await files.read(sha256))).toEqual(PDF);
    expect(await files.find('0'.repeat(64))).toBeUndefined();
  });

  it('is kept once, whoever brings it, and known to each who did', async () => {
    await Promise.all([take(PDF, 'person-1'), take(PDF, 'person-2'), take(PDF, 'person-2')]);
    expect((await lying()).filter((name) => name.startsWith('content.'))).toEqual(['content.pdf']);
    for (const person of ['person-1', 'person-2']) expect(await files.wasUploadedBy(sha256, person)).toBe(true);
    expect(await files.wasUploadedBy(sha256, 'person-3')).toBe(false);
  });

  it('is told by its content and not by what anybody calls it', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
    expect(await take(png)).toMatchObject({ mediaType: 'image/png' });
    expect(await take(Buffer.from('ffd8ffe000', 'hex'))).toMatchObject({ mediaType: 'image/jpeg' });
    expect((await take(await zip('xl/workbook.xml'))).mediaType).toContain('spreadsheetml');
    expect((await take(await zip('word/document.xml'))).mediaType).toContain('wordprocessingml');
    expect(await take(await zip('OFD.xml', 'Doc_0/Document.xml'))).toMatchObject({ mediaType: 'application/ofd' });
  });
});

describe('bytes that are refused leave nothing behind', () => {
  it.each([
    ['a script', Buffer.from('#!/bin/sh\n'), 'TYPE'],
    ['a page', Buffer.from('<html><script>'), 'TYPE'],
    ['half a signature', Buffer.from('%PD'), 'TYPE'],
    ['the head of a zip alone', Buffer.from('504b030400000000', 'hex'), 'TYPE'],
    ['nothing', Buffer.alloc(0), 'EMPTY'],
  ])('%s', async (_what, bytes, why) => {
    await expect(take(bytes)).rejects.toMatchObject({ why });
    expect(await lying()).toEqual([]);
  });

  it.each([
    ['any other zip', ['a.txt']],
    ['a workbook with macros', ['xl/workbook.xml', 'xl/vbaProject.bin']],
  ])('%s', async (_what, entries) => {
    await expect(take(await zip(...entries))).rejects.toMatchObject({ why: 'TYPE' });
    expect(await lying()).toEqual([]);
  });

  it('one byte too many', async () => {
    const piece = Buffer.alloc(1_048_576, '%PDF-');
    const most = Array.from({ length: LARGEST_FILE / piece.length }, () => piece);
    await expect(files.take(pieces(...most, Buffer.alloc(1)), 'person-1')).rejects.toMatchObject({ why: 'TOO_LARGE' });
    expect(await lying()).toEqual([]);
    expect(await files.take(pieces(...most), 'person-1')).toMatchObject({ size: LARGEST_FILE });
  });

  it('an upload that breaks off', async () => {
    const broken = async function* () {
      yield PDF;
      throw new Error('aborted');
    };
    await expect(files.take(broken(), 'person-1')).rejects.toThrow('aborted');
    expect(await lying()).toEqual([]);
  });

  it('an upload during which the process died is swept away by a later one', async () => {
    await mkdir(join(folder, 'incoming'));
    for (const name of ['old', 'new']) await writeFile(join(folder, 'incoming', name), PDF);
    await utimes(join(folder, 'incoming', 'old'), new Date(0), new Date(0));
    await take(PDF);
    expect((await readdir(join(folder, 'incoming'))).sort()).toEqual(['new']);
  });
});

describe('an erased file', () => {
  it('leaves its hash, and the same bytes are never taken again', async () => {
    await take(PDF);
    await files.erase(sha256);
    await files.erase(sha256);
    expect(await files.find(sha256)).toEqual({ sha256, erased: true });
    await expect(take(PDF)).rejects.toMatchObject({ why: 'ERASED' });
    expect(await lying()).toEqual(['erased']);
  });
});
