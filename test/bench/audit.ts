import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { EventStore, idOf, streamKnownAt } from '#libs/event-sourcing';
import { startServers } from '#libs/embedded/servers';
import { ed25519Key, Ledger, leafBytes, seal, Tree, verifyLog } from '#libs/ledger';
import { FOREVER } from '#libs/platform';
import { projectCards } from '#libs/read-models';
import { linesOf, rootFromInclusion, SHA256 } from '#libs/verifier';
import { numberOf } from '../run-named.js';
import { fillLog } from './rebuild-log.js';
import { below, comparison, figure, inTurns, loadOfMachine, median } from './report.js';

const BENCH = 'audit';
const PAIRS = 5;
const RUNS = 5;
const REPLAYED = 200;

/** Replay of histories, sealing, verification and proofs. */
export async function benchAudit(args: string[]): Promise<boolean> {
  const events = numberOf(args, '--events', 50_000);
  const leaves = numberOf(args, '--leaves', 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'bench-audit-'));
  await fillLog(join(folder, 'event-store'), events);
  const servers = await startServers({ data: folder, given: {} });
  const store = new EventStore(servers.eventStoreUrl);
  loadOfMachine(BENCH);
  try {
    const sealing = await benchSealing(store, new Ledger(join(folder, 'ledger')));
    const verifying = await benchVerifying(store, new Ledger(join(folder, 'ledger')), join(folder, 'leaves'));
    const replaying = await benchReplay(store);
    const proving = await benchProofs(join(folder, 'tile'), leaves);
    return [sealing, verifying, replaying, proving].every((met) => met);
  } finally {
    await store.close();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (since: number): number => (performance.now() - since) / 1_000;

/** From the server over the official client to checkpoints on the disk. */
async function benchSealing(store: EventStore, ledger: Ledger): Promise<boolean> {
  const key = ed25519Key('taizhang/bench', generateKeyPairSync('ed25519').privateKey);
  const began = performance.now();
  const { size } = await seal({ store: store.asWritten(), ledger, key });
  return above('sealing', size / seconds(began), 5_000);
}

/** The leaves of the whole log from one file, against tiles and checkpoint. */
async function benchVerifying(store: EventStore, ledger: Ledger, file: string): Promise<boolean> {
  const written = async function* () {
    for await (const event of store.asWritten().readAll()) yield Buffer.concat([leafBytes(event), Buffer.from('\n')]);
  };
  await pipeline(Readable.from(written()), createWriteStream(file));
  const checkpoint = (await ledger.checkpoint())!;
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    const lines = linesOf(createReadStream(file, { highWaterMark: 1_048_576 }));
    const { leaves, wrong } = await verifyLog(lines, ledger, [checkpoint]);
    if (wrong || leaves !== checkpoint.size) throw new Error(`the log was not verified: ${wrong?.what}`);
    rates.push(leaves / seconds(began));
  }
  return above('verification from local files', median(rates), 100_000);
}

/** Whole histories folded into the project's card, against a bare read of the same streams. */
async function benchReplay(store: EventStore): Promise<boolean> {
  const streams = new Set<string>();
  for await (const { stream } of store.readAll()) if (streams.add(stream).size === REPLAYED) break;
  const client = (store as unknown as { client: EventStoreDBClient }).client;
  const bare = async () => {
    const began = performance.now();
    let events = 0;
    for (const stream of streams) for await (const { event } of client.readStream(stream)) if (event?.data) events++;
    return events / seconds(began);
  };
  const replay = async () => {
    const began = performance.now();
    let events = 0;
    for (const stream of streams) {
      const documents = await streamKnownAt(store, [projectCards], stream, FOREVER);
      events += (await documents.get(projectCards, idOf(stream)))!.revision + 1;
    }
    return events / seconds(began);
  };
  const { own, other, ratio } = await inTurns(BENCH, PAIRS, replay, bare);
  figure(BENCH, 'replay of whole histories', own, 'events/s');
  figure(BENCH, 'bare read of their streams', other, 'events/s');
  return comparison(BENCH, 'replay of whole histories', ratio, 'a bare read of the same streams', 0.9);
}

/** Size and time of inclusion proofs of trees of 10 thousand leaves and of a hundred times as many. */
async function benchProofs(folder: string, most: number): Promise<boolean> {
  const tree = new Tree(folder, SHA256);
  const leaf = (index: number) => SHA256.leaf(Buffer.from(`leaf ${index}`));
  const found: { hashes: number; milliseconds: number }[] = [];
  let size = 0;
  for (const target of [most / 100, most / 10, most]) {
    for (const step = 65_536; size < target; size = Math.min(target, size + step))
      await tree.append(
        size,
        Array.from({ length: Math.min(step, target - size) }, (_, at) => leaf(size + at)),
      );
    const root = await tree.root(size);
    const runs = [];
    await tree.inclusion(0, size);
    for (let index = 7; index < size; index += Math.ceil(size / 300)) {
      const began = performance.now();
      const proof = await tree.inclusion(index, size);
      const milliseconds = performance.now() - began;
      if (!rootFromInclusion(SHA256, { index, size, leaf: leaf(index), proof })?.equals(root))
        throw new Error('a proof does not lead to the root');
      runs.push({ hashes: proof.length, milliseconds });
    }
    const at = {
      hashes: Math.max(...runs.map(({ hashes }) => hashes)),
      milliseconds: median(runs.map((run) => run.milliseconds)),
    };
    figure(BENCH, `hashes of a proof among ${size} leaves`, at.hashes, 'hashes');
    figure(BENCH, `time of a proof among ${size} leaves`, at.milliseconds, 'ms');
    found.push(at);
  }
  // A hundred times the leaves is about seven levels more, of fourteen.
  const grown = found.at(-1)!.milliseconds / found[0]!.milliseconds;
  return below(BENCH, 'growth of a proof’s time with a hundred times the leaves', grown, 'times', 3);
}

function above(metric: string, value: number, aim: number): boolean {
  const met = value >= aim;
  figure(BENCH, metric, value, 'events/s', `at least ${aim} ${met ? '(met)' : '(MISSED)'}`);
  return met;
}
