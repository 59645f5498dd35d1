import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Envelope, type Outcome, Refusal } from '#libs/event-sourcing';
import { nycCsv, nycRows } from '../../../../../test/fixtures/nyc-capital-projects.js';
import { importRows } from './import-rows.js';
import { importLines, importSucceeded } from './summary-lines.js';

let folder: string;
let file: string;
const rows = nycRows({ seed: 1, projects: 3, dates: 4 });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nyc-'));
  file = join(folder, 'rows.csv');
  await writeFile(file, nycCsv(rows));
});
afterAll(() => rm(folder, { recursive: true }));

/** A door that notes what comes to it; `answer` may throw. */
function door(answer: (envelope: Envelope, asked: number) => void = () => undefined) {
  const sent: Envelope[] = [];
  let asked = 0;
  const send = async (envelope: Envelope): Promise<Outcome> => {
    await new Promise((resolve) => setImmediate(resolve));
    answer(envelope, ++asked);
    sent.push(envelope);
    return { revision: 0, position: sent.length };
  };
  const revisionOf = (stream: string) => Promise.resolve(sent.filter((each) => each.stream === stream).length - 1);
  return { sent, send, revisionOf };
}

describe('an import', () => {
  it('sends the registration of each project, then its rows in their order', async () => {
    const { sent, ...way } = door();
    const progress: string[] = [];
    const summary = await importRows(file, way, { onProgress: (done, total) => progress.push(`${done}/${total}`) });
    const commands = 3 + rows.length * 4;
    expect(summary).toMatchObject({
      rows: rows.length,
      projects: 3,
      commands,
      newEvents: commands,
      position: commands,
    });
    expect(progress.at(-1)).toBe(`${commands}/${commands}`);
    for (const stream of new Set(sent.map((each) => each.stream))) {
      const days = sent
        .filter((each) => each.stream === stream)
        .map(({ command }) => (command as DatedCommand).occurredOn);
      expect(days).toEqual([...days].sort());
    }
    expect(importSucceeded(summary)).toBe(true);
  });

  it('asks again while the outcome is unknown, with the same command', async () => {
    const { sent, ...way } = door((_envelope, asked) => {
      if (asked === 5 || asked === 9) throw new Error('connection lost');
    });
    const summary = await importRows(file, way);
    expect(new Set(sent.map(({ commandId }) => commandId)).size).toBe(3 + rows.length * 4);
    expect(summary).toMatchObject({ commands: sent.length, refused: [] });
  });

  it('ends with what the server said last when patience ends', async () => {
    const { sent, ...way } = door((_envelope, asked) => {
      if (asked > 10) throw new Error('connection lost');
    });
    await expect(importRows(file, way, { patienceMilliseconds: 150 })).rejects.toThrow('connection lost');
    expect(sent).toHaveLength(10);
  });

  it('reports a refused command with its line, and the rest goes on', async () => {
    const { sent, ...way } = door(({ command }, asked) => {
      if (asked === 8)
        throw new Refusal('never', 'FACT_IN_FUTURE', { occurredOn: (command as DatedCommand).occurredOn });
    });
    const summary = await importRows(file, way);
    expect(sent).toHaveLength(3 + rows.length * 4 - 1);
    expect(summary.refused).toHaveLength(1);
    expect(importLines(summary)).toContainEqual(
      expect.stringMatching(/^line \d+, PID \d, \d{4}-\d\d-\d\d: \w+ refused: FACT_IN_FUTURE/),
    );
    expect(importSucceeded(summary)).toBe(false);
  });

  it('leaves out a project whose registration is refused, and says so', async () => {
    let refused = '';
    const { sent, ...way } = door(({ stream, command }) => {
      if (command.type !== 'RegisterProject' || (refused ||= stream) !== stream) return;
      throw new Refusal('never', 'PERSONAL_DATA_IN_TEXT');
    });
    const { refused: told } = await importRows(file, way);
    expect(sent.filter(({ stream }) => stream === refused)).toEqual([]);
    expect(told).toMatchObject([{ text: expect.stringContaining('no row of this project was taken') as unknown }]);
  });

  it('goes on with a project that is known already', async () => {
    const { sent, ...way } = door(({ command }) => {
      if (command.type === 'RegisterProject') throw new Refusal('conflict', 'PROJECT_EXISTS');
    });
    const summary = await importRows(file, way);
    expect(sent).toHaveLength(rows.length * 4);
    expect(importSucceeded(summary)).toBe(true);
  });

  it('reports rows that cannot be read by their lines, and takes the others', async () => {
    const broken = join(folder, 'broken.csv');
    await writeFile(broken, nycCsv(rows.with(1, rows[1]!.with(0, '02/30/2015 12:00:00 AM'))));
    const summary = await importRows(broken, door());
    expect(summary.rows).toBe(rows.length - 1);
    expect(importLines(summary)).toContainEqual(expect.stringMatching(/^line \d+: Date Reported .* not imported$/));
    expect(importSucceeded(summary)).toBe(false);
  });
});

interface DatedCommand {
  readonly type: string;
  readonly occurredOn: string;
}
