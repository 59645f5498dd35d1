import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded } from '#libs/event-sourcing';
import { bundleLines, ed25519Key, gatherEvidence, isSealed, Ledger, leafBytes, seal, verifyLog } from '#libs/ledger';
import { type Checkpoint, openCheckpoint, parseKey, verifyBundle } from '#libs/verifier';
import { fillLog } from '../bench/rebuild-log.js';
import { numberOf } from '../run-named.js';
import { randomOf } from './random.js';
import { BUNDLE_ALTERATIONS } from './tamper-bundle.js';
import { eventsIn, segmentIn, STORE_ALTERATIONS } from './tamper-store.js';

const EVENTS = 400;

/** What is kept outside the data folder, and what the log was when it was sealed. */
interface Kept {
  readonly checkpoint: Checkpoint;
  readonly publicKey: string;
  readonly leaves: readonly Buffer[];
}

/** What was altered must be found if it touches a leaf, at the first leaf that it touches, and else pass. */
export async function faultsTamper(args: string[] = []): Promise<boolean> {
  const rounds = numberOf(args, '--rounds', 1_000);
  const seed = numberOf(args, '--seed', Date.now() % 1_000_000);
  console.log(`tamper: ${rounds} rounds, seed ${seed}`);
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'faults-tamper-'));
  const data = join(folder, 'event-store');
  const counts = { found: 0, 'refused by the store': 0, 'no leaf changed': 0 };
  try {
    await fillLog(data, EVENTS);
    const { ledger, kept, bundle } = await sealed(data, join(folder, 'ledger'));
    const alterations = [...Object.keys(STORE_ALTERATIONS), ...Object.keys(BUNDLE_ALTERATIONS)];
    for (let round = 0; round < rounds; round++) {
      const name = alterations[(seed + round) % alterations.length]!;
      const outcome =
        name in STORE_ALTERATIONS
          ? await alterStore(data, join(folder, 'copy'), name, { ledger, kept, random })
          : await alterBundle(bundle, name, kept, random);
      if (outcome === undefined) throw new Error(`round ${round + 1}, ${name}: went unnoticed, or was found elsewhere`);
      counts[outcome]++;
    }
    console.log(
      `tamper: ${Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}`,
    );
    return true;
  } catch (error) {
    console.error(`tamper: FAILED with seed ${seed}: ${(error as Error).stack}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Outcome = 'found' | 'refused by the store' | 'no leaf changed';

/** Seals most of the log; what is behind may change unseen. */
async function sealed(data: string, folder: string) {
  const log: Recorded[] = [];
  for await (const event of eventsIn(data)) if (isSealed(event)) log.push(event);
  const prefix = log.slice(0, Math.floor(log.length * 0.9));
  const ledger = new Ledger(folder);
  const key = ed25519Key('taizhang/tamper', generateKeyPairSync('ed25519').privateKey);
  const store = {
    async *readAll() {
      for (const event of prefix) yield await Promise.resolve(event);
    },
    async *read(stream: string) {
      for (const event of prefix) if (event.stream === stream) yield await Promise.resolve(event);
    },
  };
  await seal({ store, ledger, key });
  const evidence = await gatherEvidence(ledger, store, [...new Set(prefix.map(({ stream }) => stream))].slice(0, 3));
  const bundle: string[] = [];
  for await (const line of bundleLines(ledger, evidence, {})) bundle.push(line);
  const checkpoint = openCheckpoint(evidence.checkpoint, parseKey(key.publicKey));
  const kept: Kept = { checkpoint, publicKey: key.publicKey, leaves: prefix.map(leafBytes) };
  return { ledger, kept, bundle };
}

async function alterStore(
  data: string,
  copy: string,
  name: string,
  { ledger, kept, random }: { ledger: Ledger; kept: Kept; random: () => number },
): Promise<Outcome | undefined> {
  rmSync(copy, { recursive: true, force: true });
  cpSync(data, copy, { recursive: true });
  STORE_ALTERATIONS[name]!(segmentIn(copy), random);
  const { first, isReadable } = await firstChanged(copy, kept.leaves);
  const { wrong } = await verifyLog(leavesIn(copy), ledger, [kept.checkpoint]);
  if (first === undefined) return wrong ? undefined : 'no leaf changed';
  if (wrong?.leaf !== first) return undefined;
  return isReadable ? 'found' : 'refused by the store';
}

async function* leavesIn(folder: string) {
  for await (const event of eventsIn(folder))
    if (isSealed(event)) yield { bytes: leafBytes(event), name: () => event.id };
}

/** By a comparison of bytes, without any tree. */
async function firstChanged(folder: string, leaves: readonly Buffer[]) {
  let at = 0;
  let first: number | undefined;
  try {
    for await (const { bytes } of leavesIn(folder)) {
      if (at === leaves.length) break;
      if (!bytes.equals(leaves[at]!)) first ??= at;
      at++;
    }
  } catch {
    return { first: first ?? at, isReadable: false };
  }
  return { first: first ?? (at < leaves.length ? at : undefined), isReadable: true };
}

async function alterBundle(
  bundle: readonly string[],
  name: string,
  { publicKey, checkpoint }: Kept,
  random: () => number,
): Promise<Outcome | undefined> {
  const altered = Buffer.from(BUNDLE_ALTERATIONS[name]!(bundle, random));
  if (altered.equals(Buffer.from(bundle.join('')))) return 'no leaf changed';
  const { text, signatures } = checkpoint.note;
  const trusted = { key: publicKey, checkpoint: `${text}\n${signatures[0]!.line}\n` };
  const chunks = async function* () {
    yield await Promise.resolve(altered);
  };
  return (await verifyBundle(chunks(), trusted)).sound ? undefined : 'found';
}
