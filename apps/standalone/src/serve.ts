import { readConfig } from '#libs/platform';
import { type Standalone, startStandalone } from './standalone.js';

const sayAloud = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs the whole product until it is told to stop, or one of its servers ends. */
export async function serve(): Promise<void> {
  const config = readConfig(process.env, { startsServers: true });
  let fail = (_message: string): void => undefined;
  const failed = new Promise<string>((resolve) => (fail = resolve));
  const standalone = await startStandalone({ config, say: sayAloud, onServerExit: (message) => fail(message) });
  sayAloud(`台账已启动：${standalone.url}/api/docs`);
  await untilStopped(standalone, failed);
}

/** Waits for a signal or a failed server, then lets everything go in order. */
export async function untilStopped(standalone: Standalone, failed: Promise<string>): Promise<void> {
  const signalled = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(undefined));
  });
  const failure = await Promise.race([signalled, failed]);
  if (failure !== undefined) {
    sayAloud(failure);
    process.exitCode = 1;
  }
  await standalone.stop();
}
