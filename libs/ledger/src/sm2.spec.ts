import { createPrivateKey, createPublicKey, hash, randomBytes, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bytesOfNumber,
  checkpointText,
  isSm2Signature,
  numberIn,
  openCheckpoint,
  parseKey,
  SHA256,
  SM2_ID,
  sm2Digest,
  treeHash,
  verifyBundle,
} from '#libs/verifier';
import { bundleLines, gatherEvidence } from './evidence.js';
import { ed25519Key, makeKey, openKey } from './key.js';
import { Ledger } from './ledger.js';
import { seal } from './seal.js';
import { newSm2Key, sm2PublicKey, sm2Sign } from './sm2.js';
import { logOf, newKey, storeOf } from './testing.js';

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');

describe('SM3', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %s is what GB/T 32905, annex A says', (message, digest) => expect(hash('sm3', message)).toBe(digest));
});

/** The example of GB/T 32918.5, annex A.2. */
const PRIVATE = hex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8');
const PUBLIC = hex(
  '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
);
const MESSAGE = Buffer.from('message digest');
const DIGEST = sm2Digest(MESSAGE, PUBLIC, SM2_ID);
const SIGNATURE = hex(
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
);

describe('SM2', () => {
  it('digests, verifies and derives the public key as the example of the standard does', () => {
    expect(bytesOfNumber(DIGEST).toString('hex')).toBe(
      'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
    );
    expect(sm2PublicKey(PRIVATE)).toEqual(PUBLIC);
    expect(isSm2Signature(DIGEST, SIGNATURE, PUBLIC)).toBe(true);
  });

  it('holds for no other message, signature or key', () => {
    const flipped = (bytes: Buffer, at: number) =>
      Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    expect(isSm2Signature(DIGEST + 1n, SIGNATURE, PUBLIC)).toBe(false);
    for (const at of [0, 31, 32, 63]) {
      expect(isSm2Signature(DIGEST, flipped(SIGNATURE, at), PUBLIC)).toBe(false);
      expect(isSm2Signature(DIGEST, SIGNATURE, flipped(PUBLIC, at))).toBe(false);
    }
    for (const absurd of [Buffer.alloc(64), Buffer.alloc(64, 255), Buffer.alloc(0), SIGNATURE.subarray(1)])
      expect(isSm2Signature(DIGEST, absurd, PUBLIC)).toBe(false);
    expect(isSm2Signature(DIGEST, SIGNATURE, Buffer.alloc(64))).toBe(false);
  });

  it('agrees with OpenSSL, which knows the empty identity, both ways', () => {
    const privateKey = newSm2Key();
    const publicKey = sm2PublicKey(privateKey);
    const [ec, bits] = ['301306072a8648ce3d020106082a811ccf5501822d', publicKey.toString('hex')];
    const pkcs8 = hex(`308187020100${ec}046d306b0201010420${privateKey.toString('hex')}a14403420004${bits}`);
    const spki = hex(`3059${ec}03420004${bits}`);
    for (let run = 0; run < 5; run++) {
      const message = randomBytes(100);
      const digest = sm2Digest(message, publicKey, '');
      const theirs = sign('sm3', message, createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
      expect(isSm2Signature(digest, fromDer(theirs), publicKey)).toBe(true);
      const ours = toDer(sm2Sign(digest, privateKey));
      expect(verify('sm3', message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), ours)).toBe(true);
    }
  });
});

/** SEQUENCE of two INTEGERs. */
function fromDer(der: Buffer): Buffer {
  const length = der[3]!;
  return Buffer.concat(
    [der.subarray(4, 4 + length), der.subarray(6 + length)].map((part) => bytesOfNumber(numberIn(part))),
  );
}

function toDer(signature: Buffer): Buffer {
  const parts = [signature.subarray(0, 32), signature.subarray(32)].map((part) => {
    const number = bytesOfNumber(numberIn(part));
    const digits = number.subarray(number.findIndex((byte) => byte !== 0));
    const signed = digits[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
    return Buffer.concat([Buffer.of(2, signed.length), signed]);
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

describe('a ledger by SM2 and SM3', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-sm-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const key = openKey(makeKey('sm2-sm3'));
  const store = storeOf(logOf(30));
  const ledger = new Ledger(folder, treeHash('sm3'));
  const chunks = async function* (lines: readonly string[]) {
    yield await Promise.resolve(Buffer.from(lines.join('')));
  };
  const lines: string[] = [];
  beforeAll(async () => {
    await seal({ ledger, store, key });
    const evidence = await gatherEvidence(ledger, store, ['project-3']);
    const question = { project: '3', asOf: null };
    for await (const line of bundleLines(ledger, evidence, { question })) lines.push(line);
  });

  it('is sealed, and its bundles are verified by its key', async () => {
    const verdict = await verifyBundle(chunks(lines), { key: key.publicKey });
    expect(verdict).toMatchObject({ sound: true, endsShown: true, events: 6 });
    const changed = lines.with(2, lines[2]!.replace('amount', 'amounT'));
    expect((await verifyBundle(chunks(changed), { key: key.publicKey })).wrong).toMatchObject({ line: 3 });
  });

  it('is not led to another hash by a checkpoint: the key decides', async () => {
    const { size, root } = (await ledger.checkpoint())!;
    const head = { size, root };
    const text = checkpointText(key.name, head, head, 'sha256');
    expect(() => openCheckpoint(`${text}\n${key.sign(text)}\n`, parseKey(key.publicKey))).toThrow('over sha256');
    const other = newKey();
    const named = checkpointText(other.name, head, head, 'sm3');
    expect(() => openCheckpoint(`${named}\n${other.sign(named)}\n`, parseKey(other.publicKey))).toThrow('over sm3');
  });

  it('is not sealed on by another key, nor is one of SHA-256 by its own', async () => {
    await expect(seal({ ledger, store, key: newKey() })).rejects.toThrow('ledgers over sha256');
    await expect(new Ledger(folder, SHA256).checkpoint()).rejects.toThrow('TAIZHANG_LEDGER_ALGORITHM=sm2-sm3');
  });

  it('keeps its key as the file says, and a key of earlier releases is Ed25519', () => {
    const stored = makeKey('sm2-sm3');
    expect(openKey(stored).publicKey).toBe(openKey(stored).publicKey);
    const { origin, privateKey } = JSON.parse(makeKey('ed25519-sha256')) as { origin: string; privateKey: string };
    const earlier = openKey(JSON.stringify({ origin, privateKey }));
    expect(earlier.publicKey).toBe(ed25519Key(origin, createPrivateKey(privateKey)).publicKey);
  });
});
