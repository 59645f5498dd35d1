import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pino } from 'pino';
import { type Json, PUBLIC_NAMES, publicType } from '#libs/contracts';
import { metrics } from '#libs/platform';
import { ContractWatch } from './contract-watch.js';

const SAMPLES = join(process.cwd(), 'libs/contracts/samples');
const TYPE = 'taizhang.project.completed.v1';
const good = { project: 'p1', units: [], recordedAt: '2022-05-16T10:00:00.000+08:00', occurredOn: '2022-05-10' };
const bad = { ...good, occurredOn: '10 May' };

interface Line {
  readonly type: string;
  readonly pointer: string;
}

function watching(earlier?: Readonly<Record<string, Json>>) {
  const lines: Line[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line) as Line) });
  const watch = new ContractWatch(log, earlier);
  return { lines, note: (data: object, type = TYPE) => watch.note({ id: 'e1', type, data }) };
}
const counted = async () =>
  (await metrics.getSingleMetric('taizhang_contract_violations_total')!.get()).values.map(({ labels, value }) => [
    labels.type,
    value,
  ]);

beforeEach(() => metrics.resetMetrics());

describe('events that are given out', () => {
  it('are as their schemas say, whichever type they have', async () => {
    const { lines, note } = watching();
    const files = readdirSync(SAMPLES);
    const types = files.map((file) => basename(file, '.json'));
    expect(types).toEqual(expect.arrayContaining(PUBLIC_NAMES.map(publicType)));
    for (const [at, file] of files.entries())
      note(JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as object, types[at]);
    expect(lines).toEqual([]);
    expect(await counted()).toEqual([]);
  });

  it('are counted each time that a wrong one is in the sample, and logged once for each type', async () => {
    const { lines, note } = watching();
    for (let each = 0; each < 201; each++) note(bad);
    note({ ...good, units: null, blocker: 'b1' }, 'taizhang.blocker.closed.v1');
    expect(await counted()).toEqual([
      [TYPE, 3],
      ['taizhang.blocker.closed.v1', 1],
    ]);
    expect(lines).toMatchObject([
      { type: TYPE, pointer: '/occurredOn' },
      { type: 'taizhang.blocker.closed.v1', pointer: '/units' },
    ]);
  });

  it('are looked at from the first one on, one in a hundred', async () => {
    const { note } = watching();
    for (let each = 0; each < 100; each++) note(each === 0 ? good : bad);
    expect(await counted()).toEqual([]);
    note(bad);
    expect(await counted()).toEqual([[TYPE, 1]]);
  });

  it('are held against the schema of their own version, also where it is an earlier one', () => {
    const { lines, note } = watching({ 'taizhang.project.completed.v0': { required: ['on'] } });
    note({ on: '2022-05-10' }, 'taizhang.project.completed.v0');
    expect(lines).toEqual([]);
    for (let each = 0; each < 100; each++) note(good, 'taizhang.project.completed.v0');
    expect(lines).toMatchObject([{ type: 'taizhang.project.completed.v0', pointer: '' }]);
  });

  it('are counted where their version was never released', async () => {
    watching().note(good, 'taizhang.project.completed.v9');
    expect(await counted()).toEqual([['taizhang.project.completed.v9', 1]]);
  });
});
