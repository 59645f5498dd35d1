import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Person } from '#libs/directory';
import { startServers } from '#libs/embedded/servers';
import { algorithmOver, type LedgerAlgorithm, verifyLog } from '#libs/ledger';
import { openRuntime, readConfig, type Runtime } from '#libs/platform';
import { openCheckpoint, parseCheckpoint, parseKey, textOf } from '#libs/verifier';
import { type Cursor, enterCursors, Lanes } from '#libs/webhooks';
import { leavesOf, noteText } from '../ledger/verify.js';
import { answer, Refused, say } from '../terminal.js';
import { copyDurably, readManifest } from './manifest.js';

export interface Kept {
  /** Files of checkpoints that were kept elsewhere. */
  readonly checkpoint: readonly string[];
  /** The ledger's public key; that of the set if left out, which proves less. */
  readonly key?: string;
}

/**
 * Makes a data folder of a set. It takes its name only when the log was held against the last checkpoint and those that
 * were kept; a damaged set leaves nothing behind. Throws `Refused` with the first wrong thing.
 */
export async function restore(folder: string, into: string, kept: Kept, json: boolean): Promise<void> {
  const data = resolve(into);
  if (existsSync(data) && (await readdir(data)).length > 0) throw new Refused(`${into} is there already`);
  const { files, takenAt, sealed } = await readManifest(folder);
  await clearKilled(data);
  const draft = `${data}${DRAFT}${process.pid}`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    for (const { path } of files) await copyDurably(join(folder, path), join(draft, path));
    const leaves = await atWork(draft, async (runtime) => {
      await enterPeople(runtime, await linesOf<Person>(join(draft, 'directory.jsonl')));
      await enterCursors(new Lanes(runtime.db), await linesOf<Cursor>(join(draft, 'webhooks.jsonl')));
      return prove(runtime, kept);
    });
    for (const name of ['directory.jsonl', 'webhooks.jsonl']) await rm(join(draft, name), { force: true });
    await rename(draft, data);
    answer(json, { data, takenAt, sealed, proven: leaves }, [`${leaves} events as they were sealed: ${data}`]);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

const DRAFT = '.restoring-';

/** Takes away what restores into the same folder left behind that were killed; one that is at work keeps its own. */
async function clearKilled(data: string): Promise<void> {
  const [parent, prefix] = [dirname(data), `${basename(data)}${DRAFT}`];
  for (const name of existsSync(parent) ? await readdir(parent) : []) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** On servers of its own, whatever the environment names: these would be somebody else's data. */
async function atWork<T>(data: string, use: (runtime: Runtime) => Promise<T>): Promise<T> {
  const { TAIZHANG_FILES: _, TAIZHANG_LEDGER: __, TAIZHANG_LEDGER_KEY: ___, ...rest } = process.env;
  const environment = { LOG_LEVEL: 'warn', ...rest, TAIZHANG_DATA: data, TAIZHANG_LEDGER_ALGORITHM: algorithmOf(data) };
  const servers = await startServers({ data, given: {}, say });
  const runtime = openRuntime({ ...readConfig(environment, { startsServers: true }), ...servers }, 'cli');
  try {
    return await use(runtime);
  } finally {
    await runtime.close();
    await servers.stop();
  }
}

/** Of the set's own ledger, whatever the environment names: its seals hold under no other. */
const algorithmOf = (data: string): LedgerAlgorithm =>
  algorithmOver(parseCheckpoint(textOf(join(data, 'ledger', 'checkpoint'))).hash);

/** None where a set of an earlier release lacks the file. */
async function linesOf<T>(path: string): Promise<T[]> {
  const text = existsSync(path) ? await readFile(path, 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

async function enterPeople({ directory }: Runtime, people: readonly Person[]): Promise<void> {
  for (const { id, erased, ...entry } of people) await (erased ? directory.erase(id) : directory.enter(id, entry));
}

/** The leaves that were held against the checkpoints. */
async function prove({ ledger, store }: Runtime, { key: given, checkpoint }: Kept): Promise<number> {
  const key = given !== undefined && existsSync(given) ? textOf(given) : (given ?? (await ledger.publicKey()));
  const own = await ledger.checkpoint();
  if (!own || key === undefined) throw new Refused('the set holds no checkpoint');
  const texts = [noteText(own.note), ...checkpoint.map(textOf)];
  const checkpoints = texts.map((text) => openCheckpoint(text, parseKey(key)));
  const { leaves, wrong } = await verifyLog(leavesOf(store), ledger, checkpoints);
  if (wrong) throw new Refused(wrong.what);
  return leaves;
}
