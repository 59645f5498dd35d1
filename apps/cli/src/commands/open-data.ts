import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { csvOf, dataPackage, jsonLinesOf } from '#libs/contracts';
import { awaitPosition, type Runtime } from '#libs/platform';
import { oc4idsOf, openProjects } from '../../../api/src/exports/open-projects.js';
import { FOLLOW_MILLISECONDS } from '../../../api/src/imports/run-import.js';
import { answer, Refused } from '../terminal.js';
import { withHistory, withProjector } from '../with-runtime.js';

interface Options {
  readonly since?: string;
  readonly out: string;
  readonly json: boolean;
}

/** Projects as everybody may know them. */
export function openDataCommands(parent: Command): void {
  parent
    .command('oc4ids')
    .description('every project, or those that changed, as an OC4IDS 0.9.5 project package (docs/oc4ids.md)')
    .option('--since <position>', 'position that an earlier export said: only projects that changed since')
    .option('--out <file>', 'where the package goes; nothing is written where nothing changed', 'oc4ids.json')
    .option('--json', 'answer as JSON', false)
    .action(({ since, out, json }: Options) =>
      withViews('oc4ids', { since }, async (runtime) => {
        const open = await openProjects(runtime, since === undefined ? undefined : await positionIn(runtime, since));
        // One more than there are projects: the end.
        const pieces = await write(out, oc4idsOf(runtime, open));
        const told = {
          projects: Math.max(pieces - 1, 0),
          position: String(open.position),
          file: pieces > 0 ? out : null,
        };
        answer(json, told, [
          `${told.projects} 个项目，截至位置 ${told.position}${pieces > 0 ? `：${out}` : '：没有变化'}`,
        ]);
      }),
    );
  parent
    .command('open-data')
    .description('every project as a row: projects.csv, projects.jsonl, and their data dictionary datapackage.json')
    .option('--out <folder>', 'where they go', 'open-data')
    .option('--json', 'answer as JSON', false)
    .action(({ out, json }: Options) =>
      withViews('open-data', {}, async (runtime) => {
        await mkdir(out, { recursive: true });
        await writeFile(join(out, 'datapackage.json'), `${JSON.stringify(dataPackage(), null, 2)}\n`);
        await write(join(out, 'projects.csv'), csvOf((await openProjects(runtime)).projects));
        const { position, projects } = await openProjects(runtime);
        const rows = await write(join(out, 'projects.jsonl'), jsonLinesOf(projects));
        answer(json, { rows, position: String(position), folder: out }, [`${rows} 行，截至位置 ${position}：${out}`]);
      }),
    );
}

const withViews = (name: string, asked: object, use: (runtime: Runtime) => Promise<void>): Promise<void> =>
  withHistory({ door: `export ${name}`, asked: { ...asked } }, (runtime) =>
    withProjector(runtime, async () => {
      await awaitPosition(runtime.db, await runtime.store.end(), FOLLOW_MILLISECONDS);
      await use(runtime);
    }),
  );

async function positionIn({ store }: Runtime, text: string): Promise<number> {
  const isPosition = /^\d{1,16}$/.test(text) && Number(text) <= (await store.end());
  if (!isPosition) throw new Refused(`--since ${text}: no such position`);
  return Number(text);
}

/** Writes pieces as they come and says how many there were; a file is there when it is whole, and only if there were any. */
async function write(file: string, pieces: AsyncIterable<string>): Promise<number> {
  let count = 0;
  async function* counted() {
    for await (const piece of pieces) {
      count++;
      yield piece;
    }
  }
  const draft = `${file}.part`;
  await pipeline(counted, createWriteStream(draft));
  await (count > 0 ? rename(draft, file) : rm(draft));
  return count;
}
