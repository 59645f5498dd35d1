import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { startServers } from './start.js';

/**
 * The servers alone: `node main.js --data DIR [--exit-with-stdin]`, for tests and for work on the applications.
 * Prints one JSON line with the addresses when all answer; progress goes to stderr.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, 'exit-with-stdin': { type: 'boolean' } } });
if (!values.data) throw new Error('--data DIR is missing');

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
if (values['exit-with-stdin']) process.stdin.on('end', () => stop.abort()).resume();

// With all three addresses given there is no server of ours that would keep this process up.
setInterval(() => undefined, 2 ** 30);
const say = (line: string) => console.error(line);

try {
  const { stop: stopServers, ...addresses } = await startServers({
    data: values.data,
    say,
    signal: stop.signal,
    onExit(message) {
      say(message);
      process.exitCode = 1;
      stop.abort();
    },
  });
  console.log(JSON.stringify(addresses));
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  await stopServers();
} catch (error) {
  if (!stop.signal.aborted) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
process.exit();
