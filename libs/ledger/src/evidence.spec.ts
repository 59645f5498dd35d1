import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type BundleHeader, LONGEST_LINE, verifyBundle } from '#libs/verifier';
import { bundleLines, gatherEvidence } from './evidence.js';
import { Ledger } from './ledger.js';
import { seal } from './seal.js';
import { logOf, newKey, storeOf } from './testing.js';

const folder = mkdtempSync(join(tmpdir(), 'ledger-evidence-'));
const key = newKey();
const store = storeOf(logOf(700));
const ledger = new Ledger(folder);
const lines: string[] = [];
beforeAll(async () => {
  await seal({ ledger, store, key });
  const evidence = await gatherEvidence(ledger, store, ['project-3', 'project-4']);
  for await (const line of bundleLines(ledger, evidence, { question: { project: '3', asOf: null } })) lines.push(line);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = async function* (...parts: (string | Buffer)[]) {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
};
const verify = (file: string | Buffer, publicKey = key.publicKey) => verifyBundle(bytes(file), { key: publicKey });
const seed = randomBytes(4).readInt32BE();

describe('a bundle', () => {
  it('is sound, also in small pieces, and hands its events on', async () => {
    const seen: string[] = [];
    const whole = Buffer.from(lines.join(''));
    const pieces = Array.from({ length: Math.ceil(whole.length / 37) }, (_, at) =>
      whole.subarray(at * 37, at * 37 + 37),
    );
    const verdict = await verifyBundle(
      bytes(...pieces),
      { key: key.publicKey },
      (_header, leaf) => leaf && seen.push(leaf.stream),
    );
    const project = { project: '3', asOf: null };
    expect(verdict).toEqual({ sound: true, events: 280, size: 700, endsShown: true, project });
    expect([...new Set(seen)].sort()).toEqual(['project-3', 'project-4']);
  });

  it('is held against a checkpoint that was kept', async () => {
    const checkpoint = (JSON.parse(lines[0]!) as { checkpoint: string }).checkpoint;
    expect(await verifyBundle(bytes(lines.join('')), { key: key.publicKey, checkpoint })).toMatchObject({
      sound: true,
    });
    const other = mkdtempSync(join(tmpdir(), 'ledger-fork-'));
    const fork = new Ledger(other);
    await seal({ ledger: fork, store: storeOf(logOf(700, 4)), key });
    const { text, signatures } = (await fork.checkpoint())!.note;
    const forked = await verifyBundle(bytes(lines.join('')), {
      key: key.publicKey,
      checkpoint: `${text}\n${signatures[0]!.line}\n`,
    });
    expect(forked.wrong?.what).toContain('forked');
    rmSync(other, { recursive: true });
  });
});

describe('a bundle under a checkpoint of an earlier release', () => {
  it('is sound, and says that it cannot tell whether the newest events are missing', async () => {
    const { publicKey, checkpoint, ends: _, ...told } = JSON.parse(lines[0]!) as BundleHeader;
    const text = checkpoint.split('\n').slice(0, 3).join('\n') + '\n';
    const header = { ...told, publicKey, checkpoint: `${text}\n${key.sign(text)}\n` };
    const verdict = await verify([`${JSON.stringify(header)}\n`, ...lines.slice(1)].join(''));
    expect(verdict).toMatchObject({ sound: true, endsShown: false });
  });
});

describe('a bundle that is not what it says', () => {
  const at = (line: number, change: (line: string) => string) => [
    ...lines.slice(0, line),
    change(lines[line]!),
    ...lines.slice(line + 1),
  ];
  it.each<[string, () => string[], RegExp, number]>([
    ['a changed event', () => at(5, (line) => line.replace('amount', 'amounT')), /leaf \d+: event and proof/, 6],
    ['another leaf number', () => at(5, (line) => line.replace(/^\d+/, '9')), /leaf 9: /, 6],
    ['a missing event', () => [...lines.slice(0, 5), ...lines.slice(6)], /goes on with revision/, 7],
    ['two in another order', () => [...lines.slice(0, 5), lines[6]!, lines[5]!, ...lines.slice(7)], /stands behind/, 7],
    ['one twice', () => [...lines.slice(0, 6), lines[5]!, ...lines.slice(6)], /stands behind/, 7],
    ['a missing last event', () => lines.slice(0, -1), /279 events are there of 280/, 281],
    ['one more', () => [...lines, lines.at(-1)!], /more events/, 282],
    ['a cut', () => [lines.join('').slice(0, -3)], /cut off/, 281],
    ['a forged checkpoint', () => at(0, (line) => line.replace('\\n700\\n', '\\n701\\n')), /not signed/, 1],
    ['nothing', () => [], /empty/, 1],
    ['another thing', () => ['PK\u0003\u0004\n'], /no JSON/, 1],
    ['absurd numbers', () => at(5, (line) => line.replace(/^\d+/, '9'.repeat(400))), /no event|no leaf number/, 6],
    ['an absurd line', () => ['x'.repeat(LONGEST_LINE + 1)], /longer/, 1],
  ])('%s is named', async (_what, file, what, line) => {
    const verdict = await verify(file().join(''));
    expect(verdict).toMatchObject({ sound: false, wrong: { line, what: expect.stringMatching(what) as string } });
  });

  /** All that a writer can do with the first line who has no newer signature. */
  const withHeader = (change: (header: BundleHeader) => object, events: readonly string[]): string =>
    [`${JSON.stringify(change(JSON.parse(lines[0]!) as BundleHeader))}\n`, ...events].join('');
  const cut = (events: number) => lines.slice(1).filter((line) => !isOfStream(line, 'project-3', 140 - events));
  const isOfStream = (line: string, stream: string, from: number): boolean => {
    const event = JSON.parse(line.split('\t')[2]!) as { stream: string; revision: number };
    return event.stream === stream && event.revision >= from;
  };
  const shortened = ({ streams, ...header }: BundleHeader, by: number) => ({
    ...{ ...header, events: header.events - by, streams: { ...streams, 'project-3': 139 - by } },
  });

  it.each<[string, (header: BundleHeader) => object]>([
    ['the proof that it ends later', (header) => header],
    ['no such proof', ({ ends: _, ...header }) => header],
    [
      'the proof of another stream',
      (header) => ({ ...header, ends: { ...header.ends, 'project-3': header.ends!['project-4'] } }),
    ],
    ['an absurd place', (header) => ({ ...header, ends: { 'project-3': { place: 1e300, proof: '' } } })],
  ])('has the newest events of a stream left out, with %s', async (_what, change) => {
    for (const by of [1, 3]) {
      const verdict = await verify(withHeader((header) => change(shortened(header, by)), cut(by)));
      expect(verdict.wrong).toMatchObject({
        line: 1,
        what: expect.stringMatching(/newer events may be left out/) as string,
      });
    }
  });

  it.each<[string, object]>([
    ['no question', { question: undefined, asked: { project: '3', asOf: null } }],
    ['a question of nothing', { question: { projecT: '3', asOf: null } }],
    ['a question for another day than there is', { question: { project: '3', asOf: 'today' } }],
    ['a question for a project of which it has nothing', { question: { project: '2', asOf: null } }],
  ])('has %s', async (_what, change) => {
    const verdict = await verify(withHeader((header) => ({ ...header, ...change }), lines.slice(1)));
    expect(verdict).toMatchObject({ sound: false, wrong: { line: 1 } });
  });

  it('is refused under another key', async () => {
    expect((await verify(lines.join(''), newKey().publicKey)).wrong?.what).toContain('another key');
  });

  it(`is found whatever bit is another (seed ${seed})`, async () => {
    const whole = Buffer.from(lines.join(''));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (place, bit) => {
        const changed = Buffer.from(whole);
        changed[place]! ^= 1 << bit;
        expect((await verify(changed)).sound).toBe(false);
      }),
      { seed, numRuns: 100 },
    );
  }, 60_000);

  it('never ends the verifier, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (garbage) => {
        expect((await verify(Buffer.concat([Buffer.from(lines[0]!), garbage]))).sound).toBe(false);
        expect((await verify(Buffer.from(garbage))).sound).toBe(false);
      }),
      { seed, numRuns: 200 },
    );
  });
});
