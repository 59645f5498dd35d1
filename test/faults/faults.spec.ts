import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROUNDS = 3;
let child: ChildProcess;

/** In a process of its own, compiled, as `npm run faults` starts it. */
async function faults(name: string, seed: number): Promise<{ code: number | null; output: string }> {
  const main = join(__dirname, '../../dist/test/faults/run.js');
  child = spawn(process.execPath, [main, name, '--rounds', String(ROUNDS), '--seed', String(seed)]);
  let output = '';
  const take = (data: Buffer) => void (output += data.toString());
  child.stdout!.on('data', take);
  child.stderr!.on('data', take);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

describe.each(['deadlines', 'import', 'read-side', 'event-store', 'seal', 'tamper'])('the fault test %s', (name) => {
  afterEach(() => void child.kill());

  const seed = Math.floor(Math.random() * 1_000_000);

  it(`passes ${ROUNDS} rounds with a fresh seed`, async () => {
    process.stderr.write(`faults ${name}: seed ${seed}\n`);
    const { code, output } = await faults(name, seed);
    if (code !== 0) throw new Error(output);
  }, 300_000);
});
