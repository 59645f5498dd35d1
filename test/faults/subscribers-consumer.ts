import { existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { follow, taizhang } from '../../clients/typescript/src/index.js';
import { randomFrom } from '../fixtures/nyc-capital-projects.js';

/**
 * Another system that follows the feed. A line is both the effect of an event and its place, so that a crash leaves both
 * or neither; of a line that was written by half it knows nothing. Where told so it ends itself, on the average once in
 * so many events: ahead of the line, in the middle of it or behind it.
 */
const { TAIZHANG_URL, TAIZHANG_TOKEN, CRASH_EVERY = '0', SEED = '0' } = process.env;
const file = process.argv[2]!;
const whole = existsSync(file) ? readFileSync(file, 'utf8') : '';
const kept = whole.slice(0, whole.lastIndexOf('\n') + 1);
if (whole.length > kept.length) truncateSync(file, kept.length);
const after = kept.trimEnd().split('\n').at(-1)!.split(' ')[0]!;
const random = randomFrom(Number(SEED) + process.pid);
const crash = (): void => void process.kill(process.pid, 'SIGKILL');
const lines = openSync(file, 'a');

for await (const { leaf, id, subject } of follow(
  taizhang(TAIZHANG_URL!, () => TAIZHANG_TOKEN!),
  after === '' ? {} : { after },
)) {
  const line = `${leaf} ${id} ${subject}\n`;
  const isLast = random() * Number(CRASH_EVERY) < 1 && CRASH_EVERY !== '0';
  const written = isLast ? Math.floor(random() * (line.length + 1)) : line.length;
  writeSync(lines, line.slice(0, written));
  if (isLast) crash();
}
