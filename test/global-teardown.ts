import { once } from 'node:events';
import { rmSync } from 'node:fs';

/** Stops the servers, if any spec had them started, and removes their data. */
export default async function tearDown(): Promise<void> {
  const run = globalThis.taizhangTestRun;
  if (!run) return;
  run.door.close();
  run.door.closeAllConnections();
  if (run.launcher && run.launcher.exitCode === null && run.launcher.signalCode === null) {
    const gone = once(run.launcher, 'exit');
    run.launcher.stdin!.end();
    await gone;
  }
  rmSync(run.data, { recursive: true, force: true });
}
