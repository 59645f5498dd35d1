import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { witnessKey } from '#libs/ledger';
import {
  type Checkpoint,
  isExtension,
  isSignedBy,
  openCheckpoint,
  parseKey,
  rootFromInclusion,
  SHA256,
} from '#libs/verifier';
import * as commands from './commands.js';
import { assignedProject, openWorld, registration, type World } from './world.js';

/** What an auditor keeps: never in the data folder. */
const kept = mkdtempSync(join(tmpdir(), 'taizhang-auditor-'));
const at = (name: string): string => join(kept, name);
const keep = (name: string, text: string): string => (writeFileSync(at(name), text), at(name));

let world: World;
let project: string;
beforeAll(async () => {
  world = await openWorld('2022-01-05T01:00:00.000Z');
  project = (await assignedProject(world)).id;
  await taizhang('export', 'evidence', '--project', project, '--out', at('first.txt'));
  keep('key', (await world.get('/ledger/public-key', { as: null })).text);
  keep('first', (await world.get('/ledger/checkpoint', { as: null })).text);
  await world.done('projects', registration('另一项目', 'UNDER_CONSTRUCTION'));
  await taizhang('export', 'evidence', '--project', project, '--as-of', '2022-01-05', '--out', at('second.txt'));
  keep('second', (await world.get('/ledger/checkpoint', { as: null })).text);
}, 300_000);
afterAll(async () => {
  await world.stop();
  rmSync(kept, { recursive: true, force: true });
}, 120_000);

const taizhang = (...args: string[]) => commands.taizhang(world.data, args);
const verifier = (...args: string[]) => commands.verifier(at('verifier'), args);

const opened = (name: string): Checkpoint =>
  openCheckpoint(readFileSync(at(name), 'utf8'), parseKey(readFileSync(at('key'), 'utf8')));
const hashes = (proof: string[]): Buffer[] => proof.map((each) => Buffer.from(each, 'base64'));
const ask = async (path: string) => world.get(`/ledger/${path}`, { as: null });

describe('checkpoints, tiles and proofs', () => {
  it('are there for everybody, and fit together', async () => {
    const [first, second] = [opened('first'), opened('second')];
    expect(second.size).toBeGreaterThan(first.size);
    const { proof } = (await ask(`proofs/consistency?from=${first.size}&to=${second.size}`)).body as {
      proof: string[];
    };
    expect(isExtension(SHA256, first, second, hashes(proof))).toBe(true);
    for (const leaf of [0, second.size - 1]) {
      const answer = (await ask(`proofs/inclusion?leaf=${leaf}`)).body as { hash: string; proof: string[] };
      const place = { index: leaf, size: second.size, leaf: hashes([answer.hash])[0]!, proof: hashes(answer.proof) };
      expect(rootFromInclusion(SHA256, place)!.equals(second.root)).toBe(true);
    }
    const tile = await ask(`tile/0/000.p/${second.size}`);
    expect(tile).toMatchObject({ status: 200 });
    expect(tile.headers.get('content-length')).toBe(String(second.size * 32));
  });

  it.each(['tile/0/000', 'tile/0/999.p/1', 'tile/7/000.p/1', 'tile/0/..%2Fkey', 'tile/0/000.p/255', 'key'])(
    'are not: %s',
    async (path) => expect(await ask(path)).toMatchObject({ status: 404, body: { title: 'NOT_FOUND' } }),
  );

  it.each([
    'inclusion?leaf=9999999',
    'inclusion?leaf=0&size=99999',
    'inclusion?leaf=-1',
    'consistency?from=5&to=2',
    'inclusion?leaf=x',
  ])('cannot be asked for as %s', async (query) => expect((await ask(`proofs/${query}`)).status).toBe(400));

  it('carry the signature of a witness that is known, and no other', async () => {
    const [known, unknown] = ['known', 'unknown'].map((name) =>
      witnessKey(`witness/${name}`, generateKeyPairSync('ed25519').privateKey, () => 1_641_340_800),
    );
    writeFileSync(join(world.data, 'ledger/witnesses'), `${known!.publicKey}\n`);
    const { text } = opened('second').note;
    const cosign = (signature: string) =>
      world.post('/ledger/checkpoint/cosign', { signature }, { as: null, key: null });
    for (const signature of [unknown!.sign(text), known!.sign(opened('first').note.text), 'x'])
      expect((await cosign(signature)).status).toBe(400);
    expect((await cosign(known!.sign(text))).status).toBe(204);
    const cosigned = openCheckpoint((await ask('checkpoint')).text, parseKey(readFileSync(at('key'), 'utf8')));
    expect(isSignedBy(cosigned.note, parseKey(known!.publicKey))).toBe(true);
  });
});

describe('the whole log', () => {
  it('is as it was sealed, also under checkpoints that were kept', async () => {
    const verified = await taizhang('verify', '--key', at('key'), '--checkpoint', at('first'), at('second'), '--json');
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(verified.out)).toMatchObject({ leaves: opened('second').size });
  }, 60_000);

  it('is not judged under another algorithm than its own, and the setting that is wrong is named', async () => {
    const verified = await commands.taizhang(world.data, ['verify'], undefined, {
      TAIZHANG_LEDGER_ALGORITHM: 'sm2-sm3',
    });
    expect(verified).toMatchObject({ code: 1, out: '' });
    expect(verified.err).toContain('请设 TAIZHANG_LEDGER_ALGORITHM=ed25519-sha256');
  }, 60_000);

  it('is not what a checkpoint of another ledger says', async () => {
    const forged = keep('forged', readFileSync(at('first'), 'utf8').replace(/\n\d+\n/, '\n3\n'));
    expect(await taizhang('verify', '--key', at('key'), '--checkpoint', forged)).toMatchObject({ code: 1 });
  }, 60_000);
});

describe('evidence of a project', () => {
  it('is sound for the verifier that stands alone, and for the release that computes its result again', async () => {
    expect(await verifier('bundle', at('second.txt'), '--key', at('key'), '--checkpoint', at('second'))).toMatchObject({
      code: 0,
    });
    const verified = await taizhang('verify', '--bundle', at('second.txt'), '--key', at('key'), '--json');
    expect(JSON.parse(verified.out)).toMatchObject({ sound: true, recomputed: true });
    const header = JSON.parse(readFileSync(at('second.txt'), 'utf8').split('\n')[0]!) as { result: { id: string } };
    expect(header.result.id).toBe(project);
  }, 60_000);

  it('is not judged where the key is none or the file is not there, which is said in one line', async () => {
    for (const [file, key, what] of [
      [at('second.txt'), 'x', 'this is no public key of a note'],
      [at('nowhere.txt'), at('key'), `${at('nowhere.txt')} cannot be read (ENOENT)`],
    ] as const)
      for (const verified of [
        await taizhang('verify', '--bundle', file, '--key', key),
        await verifier('bundle', file, '--key', key),
      ])
        expect(verified).toMatchObject({ code: 1, out: '', err: expect.stringContaining(what) as string });
  }, 60_000);

  it('is wrong with a changed event, with no question, and with a changed result', async () => {
    const bundle = readFileSync(at('first.txt'), 'utf8');
    const event = keep('event.txt', bundle.replace('ProjectRegistered', 'ProjectRegistereD'));
    for (const verified of [
      await verifier('bundle', event, '--key', at('key')),
      await taizhang('verify', '--bundle', event, '--key', at('key')),
      await verifier('bundle', keep('question.txt', bundle.replace('"question"', '"questioN"')), '--key', at('key')),
    ])
      expect(verified).toMatchObject({ code: 1 });
    const result = keep('result.txt', bundle.replace('"result":{"id":"', '"result":{"id":"x'));
    expect((await verifier('bundle', result, '--key', at('key'))).code).toBe(0);
    expect(await taizhang('verify', '--bundle', result, '--key', at('key'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('another result') as string,
    });
  }, 60_000);

  it('is refused for a project that there is not', async () => {
    expect((await taizhang('export', 'evidence', '--project', 'nobody', '--out', at('none'))).code).toBe(1);
  }, 60_000);
});

describe('two checkpoints', () => {
  it('are shown to extend each other, or not, offline', async () => {
    const [first, second] = [opened('first'), opened('second')];
    const proof = keep('proof.json', (await ask(`proofs/consistency?from=${first.size}`)).text);
    expect(await verifier('extends', at('first'), at('second'), proof, '--key', at('key'))).toMatchObject({
      code: 0,
      out: `${second.size} leaves extend ${first.size}\n`,
    });
    expect((await verifier('extends', at('first'), at('second'), '--key', at('key'))).code).toBe(1);
    expect((await verifier('extends', at('first'))).code).toBe(2);
  }, 60_000);
});
