import type { Command } from 'commander';
import { atOnePosition } from '#libs/event-sourcing';
import { awaitPosition, type Runtime } from '#libs/platform';
import { PROJECTION, projectOn } from '#libs/read-models';
import * as nyc from '../import/nyc-capital-projects/index.js';
import { patiently } from '../import/patiently.js';
import { progressOn } from '../import/progress.js';
import { answer, Refused } from '../terminal.js';
import { withProjector, withRuntime } from '../with-runtime.js';
import { workbookCommands } from './workbooks.js';

/** How long the views may take to follow an import. */
const FOLLOW_MILLISECONDS = 600_000;

export function importCommand(program: Command): void {
  const command = program.command('import').description('bring in workbooks, and histories from files');
  workbookCommands(command);
  command
    .command('nyc-capital-projects <file>')
    .description('the City of New York’s reports on its capital projects, as a CSV file')
    .option('--check', 'compare each row with what is answered as of its reporting date', false)
    .option('--json', 'answer as JSON', false)
    .action((file: string, options: { check: boolean; json: boolean }) =>
      withRuntime((runtime) => withProjector(runtime, () => importAndCheck(runtime, file, options))),
    );
}

async function importAndCheck(
  { door, db }: Runtime,
  file: string,
  { check, json }: { check: boolean; json: boolean },
): Promise<void> {
  try {
    const onProgress = progressOn(process.stderr);
    const send = (envelope: Parameters<typeof door.handle>[0]) => door.handle(envelope);
    const revisionOf = async (stream: string) => (await door.streams.load(stream)).revision;
    const begun = performance.now();
    const imported = await nyc.importRows(file, { send, revisionOf }, { onProgress });
    const seconds = (performance.now() - begun) / 1_000;
    answer(json, { ...imported, seconds }, [
      ...nyc.importLines(imported),
      `${imported.commands} commands in ${seconds.toFixed(1)} s, ${Math.round(imported.commands / seconds)}/s`,
    ]);
    if (!nyc.importSucceeded(imported)) process.exitCode = 1;
    if (!check) return;

    await patiently(FOLLOW_MILLISECONDS, () => awaitPosition(db, imported.position, FOLLOW_MILLISECONDS));
    const ask: nyc.AskAsOf = async (id, day) =>
      (await atOnePosition(db, PROJECTION, (documents) => projectOn(documents, id, day))).result;
    const checked = await nyc.checkRows(file, ask, onProgress);
    answer(json, checked, nyc.checkLines(checked));
    if (!nyc.checkSucceeded(checked)) process.exitCode = 1;
  } catch (error) {
    if (error instanceof nyc.FileRefused) throw new Refused(error.message);
    throw error;
  }
}
