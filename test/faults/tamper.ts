import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '#libs/event-sourcing';
import { isSealed, Ledger, leafBytes, seal, verifyLog } from '#libs/ledger';
import { type BundleHeader, type Checkpoint, openCheckpoint, parseKey, type ToldFigure } from '#libs/verifier';
import type { Question } from '../../apps/cli/src/ledger/answers.js';
import { bundleOn, checkBundle } from '../../apps/cli/src/ledger/bundle.js';
import { newKey, storeOf } from '../../libs/ledger/src/testing.js';
import { fillLog } from '../bench/rebuild-log.js';
import { memberOf } from '../deadlines/district.js';
import { numberOf } from '../run-named.js';
import { randomOf } from './random.js';
import { BUNDLE_ALTERATIONS, FIGURE_ALTERATIONS } from './tamper-bundle.js';
import { eventsIn, segmentIn, STORE_ALTERATIONS } from './tamper-store.js';
import { playedYear } from './tamper-year.js';

const EVENTS = 400;

/** A figure that the verifier reckons anew, and one that it only adds up. */
const FIGURES: readonly Question[] = [
  { dashboard: '2022-06', cell: '/construction', figure: 'completionRate', asOf: null },
  { dashboard: '2022-06', cell: '/byTown/示例镇', figure: 'completedAccepted', asOf: null },
];
const QUESTIONS: readonly Question[] = [{ project: memberOf('tamper', 0).id, asOf: null }, ...FIGURES];

/** What is kept outside the data folder, and what the log was when it was sealed. */
interface Kept {
  readonly checkpoint: Checkpoint;
  readonly publicKey: string;
  readonly leaves: readonly Buffer[];
}

/** What was altered must be found if it touches a leaf, at the first leaf that it touches, or a claim, and else pass. */
export async function faultsTamper(args: string[] = []): Promise<boolean> {
  const rounds = numberOf(args, '--rounds', 1_000);
  const seed = numberOf(args, '--seed', Date.now() % 1_000_000);
  console.log(`tamper: ${rounds} rounds, seed ${seed}`);
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'faults-tamper-'));
  const data = join(folder, 'event-store');
  const counts: Record<string, Partial<Record<Outcome, number>>> = {};
  try {
    await fillLog(data, EVENTS);
    const log: Recorded[] = [];
    for await (const event of eventsIn(data)) if (isSealed(event)) log.push(event);
    // What is behind what was sealed may change unseen.
    const store = await sealed(log.slice(0, Math.floor(log.length * 0.9)), join(folder, 'ledger'));
    const year = await playedYear();
    const played = await sealed(year, join(folder, 'ledger-of-year'));
    const bundles = await Promise.all(QUESTIONS.map((question) => bundleLinesOn(question, played.ledger, year)));
    const alterations = { ...STORE_ALTERATIONS, ...BUNDLE_ALTERATIONS, ...FIGURE_ALTERATIONS };
    const names = Object.keys(alterations);
    for (let round = 0; round < rounds; round++) {
      const name = names[(seed + round) % names.length]!;
      const first = name in FIGURE_ALTERATIONS ? QUESTIONS.indexOf(FIGURES[0]!) : 0;
      const at = first + Math.floor(random() * (QUESTIONS.length - first));
      const of = name in STORE_ALTERATIONS ? 'store' : `bundle of ${nameOf(QUESTIONS[at]!)}`;
      const outcome =
        name in STORE_ALTERATIONS
          ? await alterStore(data, join(folder, 'copy'), name, { ...store, random })
          : await alterBundle(bundles[at]!, name, played.kept, random);
      if (outcome === undefined)
        throw new Error(`round ${round + 1}, ${name}, ${of}: went unnoticed, or was found elsewhere`);
      counts[of] = { ...counts[of], [outcome]: (counts[of]?.[outcome] ?? 0) + 1 };
    }
    for (const [of, outcomes] of Object.entries(counts))
      console.log(
        `tamper: ${of}: ${Object.entries(outcomes)
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

type Outcome = 'found' | 'found by the release alone' | 'refused by the store' | 'no leaf or claim changed';

const nameOf = (question: Question): string => ('project' in question ? 'a project' : question.figure);

async function sealed(events: readonly Recorded[], folder: string): Promise<{ ledger: Ledger; kept: Kept }> {
  const [ledger, key] = [new Ledger(folder), newKey()];
  await seal({ store: storeOf(events), ledger, key });
  const { text, signatures } = (await ledger.checkpoint())!.note;
  const checkpoint = openCheckpoint(`${text}\n${signatures[0]!.line}\n`, parseKey(key.publicKey));
  return { ledger, kept: { checkpoint, publicKey: key.publicKey, leaves: events.filter(isSealed).map(leafBytes) } };
}

async function bundleLinesOn(question: Question, ledger: Ledger, log: readonly Recorded[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of (await bundleOn(ledger, storeOf(log), question))!.lines) lines.push(line);
  return lines;
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
  if (first === undefined) return wrong ? undefined : 'no leaf or claim changed';
  if (wrong?.leaf !== first) return undefined;
  return isReadable ? 'found' : 'refused by the store';
}

async function* leavesIn(folder: string) {
  for await (const event of eventsIn(folder)) if (isSealed(event)) yield leafBytes(event);
}

/** By a comparison of bytes, without any tree. */
async function firstChanged(folder: string, leaves: readonly Buffer[]) {
  let at = 0;
  let first: number | undefined;
  try {
    for await (const bytes of leavesIn(folder)) {
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
  const altered = Buffer.from({ ...BUNDLE_ALTERATIONS, ...FIGURE_ALTERATIONS }[name]!(bundle, random));
  const { text, signatures } = checkpoint.note;
  const trusted = { key: publicKey, checkpoint: `${text}\n${signatures[0]!.line}\n` };
  const chunks = async function* () {
    yield await Promise.resolve(altered);
  };
  const { verdict, recomputed } = await checkBundle(chunks(), trusted);
  if (isDeepStrictEqual(claimedIn(altered.toString()), claimedIn(bundle.join(''))))
    return recomputed ? 'no leaf or claim changed' : undefined;
  if (!verdict.sound) return 'found';
  return recomputed ? undefined : 'found by the release alone';
}

/** All that the proofs are about, and so not the name of the release; undefined for what is no bundle. */
function claimedIn(text: string): object | undefined {
  const end = text.indexOf('\n');
  try {
    const header = JSON.parse(text.slice(0, end)) as BundleHeader & ToldFigure;
    const { format, publicKey, checkpoint, events, streams, ends, question, result, contributions } = header;
    const claimed = { format, publicKey, checkpoint, events, streams, ends, question, result, contributions };
    return { ...claimed, lines: text.slice(end) };
  } catch {
    return undefined;
  }
}
