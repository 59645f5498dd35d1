import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the tear-down must end; both run in the same process but share no modules. */
export interface TestRun {
  door: Server;
  data: string;
  launcher?: ChildProcess;
}

declare global {
  var taizhangTestRun: TestRun | undefined;
}

/**
 * Opens a door at which the first spec that needs servers has them started, one set for the whole run.
 * They are started from here and not from a spec, because a worker of the test runner may end before the run does;
 * and only when asked for, so that a run of pure specs pays nothing.
 */
export default async function setUp({ rootDir }: { rootDir: string }): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'taizhang-test-'));
  let addresses: Promise<string> | undefined;
  const door = createServer((_request, response) => {
    (addresses ??= startLauncher(rootDir, run)).then(
      (line) => response.end(line),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const run: TestRun = { door, data };
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  process.env.TAIZHANG_TEST_DOOR = `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
  globalThis.taizhangTestRun = run;
}

async function startLauncher(rootDir: string, run: TestRun): Promise<string> {
  // The compiled one, as users run it.
  const main = join(rootDir, 'dist/libs/embedded/servers/src/main.js');
  const launcher = spawn(process.execPath, [main, '--data', run.data, '--exit-with-stdin'], { stdio: 'pipe' });
  run.launcher = launcher;
  const said: string[] = [];
  createInterface({ input: launcher.stderr }).on('line', (line) => {
    said.push(line);
    process.stderr.write(`${line}\n`);
  });
  return new Promise((resolve, reject) => {
    createInterface({ input: launcher.stdout }).once('line', resolve);
    launcher.once('close', () => reject(new Error(`The servers for the tests did not start:\n${said.join('\n')}`)));
  });
}
