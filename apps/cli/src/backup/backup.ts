import { existsSync } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { backup as copyLog } from '#libs/embedded/event-store';
import { type Runtime, whileSealed } from '#libs/platform';
import { cursorsOf, Lanes } from '#libs/webhooks';
import { answer, Refused } from '../terminal.js';
import { withRuntime } from '../with-runtime.js';
import { copyDurably, filesIn, writeManifest } from './manifest.js';

/** Another seal that is under way has ended by then. */
const LONGEST_WAIT_MILLISECONDS = 30_000;
/** Who may come to the event store, and who signs tokens. */
const GRANTS = ['event-store-keys', 'local-issuer.json', 'webhook-key'];

/**
 * Copies what cannot be made again into an empty folder, while the product runs. What refers comes before what it
 * refers to: where deliveries stand and seals, then a log that holds at least what these name, then files at least those
 * of the log.
 */
export const backUp = (folder: string, json: boolean): Promise<void> =>
  withRuntime(async (runtime) => {
    const { data } = runtime.config;
    const to = resolve(folder);
    if (!existsSync(join(data, 'event-store')))
      throw new Refused(`${data} holds no log: a backup is of the data folder of a one-machine start`);
    await mkdir(to, { recursive: true, mode: 0o700 });
    if ((await readdir(to)).length > 0) throw new Refused(`${folder} is not empty`);
    await copyLines(cursorsOf(new Lanes(runtime.db)), join(to, 'webhooks.jsonl'));
    const sealed = await copySeals(runtime, to);
    const { events } = copyLog(join(data, 'event-store'), join(to, 'event-store'));
    await copyFolder(runtime.config.files, join(to, 'files'));
    await copyLines(runtime.directory.all(), join(to, 'directory.jsonl'));
    for (const name of GRANTS)
      if (existsSync(join(data, name)))
        await (name === 'event-store-keys' ? copyFolder : copyDurably)(join(data, name), join(to, name));
    const { files } = await writeManifest(to, { takenAt: runtime.clock.now().toISOString(), sealed });
    answer(json, { folder: to, events, sealed, files: files.length }, [`${events} events, ${sealed} sealed: ${to}`]);
  });

/** Nobody seals meanwhile, so that tiles and checkpoint are of one moment. */
async function copySeals(runtime: Runtime, to: string): Promise<number> {
  const { folder, key } = runtime.config.ledger;
  const head = await whileSealed(runtime, AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS), async () => {
    await copyFolder(folder, join(to, 'ledger'));
    await copyDurably(key, join(to, 'ledger', 'key'));
  });
  if (!head) throw new Refused('the log could not be sealed: somebody else has been sealing for 30 s');
  return head.size;
}

async function copyFolder(from: string, to: string): Promise<void> {
  for (const path of await filesIn(from)) await copyDurably(join(from, path), join(to, path));
}

async function copyLines(documents: AsyncIterable<object>, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const each of documents) await file.write(`${JSON.stringify(each)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
