import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type Command, type Launched } from './launch.js';

/** A server that recovers a large log may be slow; one that is still silent after this is broken. */
const patience = 5 * 60_000;

/** Launches a server on a free port and resolves when `ask`, given the port, gets its answer. */
export async function launchOnFreePort(
  commandOn: (port: number) => Command,
  ask: (port: number, server: Launched) => Promise<void>,
  signal: AbortSignal,
): Promise<{ port: number; launched: Launched }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    signal.throwIfAborted();
    const launched = launch(commandOn(port));
    try {
      await untilAnswered(launched, () => ask(port, launched), signal);
      return { port, launched };
    } catch (error) {
      await launched.stop();
      // Between our look and the server's, anybody may take the port.
      if (attempt === 3 || !/address already in use/i.test(String(error))) throw error;
    }
  }
}

export async function untilAnswered(server: Launched, ask: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    signal.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (server.isGone()) throw new Error(`has ended before it answered. ${server.lastLines()}`);
      if (Date.now() > deadline) throw new Error(`doesn't answer (${String(error)}). ${server.lastLines()}`);
    }
    await sleep(25);
  }
}

/** Cheaper than a driver's attempt, so the loop above can ask often. */
export async function untilOpen(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
