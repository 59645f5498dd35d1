import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { assignedProject, openWorld, type World } from './world.js';

let world: World;
let id: string;
const backup = mkdtempSync(join(tmpdir(), 'taizhang-backup-'));

beforeAll(async () => {
  world = await openWorld('2022-01-05T01:00:00.000Z');
  ({ id } = await assignedProject(world));
}, 300_000);
afterAll(async () => {
  await world.stop();
  rmSync(backup, { recursive: true, force: true });
}, 120_000);

/** What a command answers that is given the data folder of a start that runs, and no address. */
const taizhang = async (...args: string[]): Promise<unknown> => JSON.parse(await said(...args));
async function said(...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TAIZHANG_DATA: world.data, MONGODB_DB: 'acceptance' };
  const program = join(process.cwd(), 'dist/apps/cli/src/main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args, '--json'], { env });
  return stdout;
}

describe('commands beside a start that is running on the same data folder', () => {
  it('replay a project, list the views and build one anew', async () => {
    expect(await taizhang('replay', id)).toMatchObject({ id });
    expect(await taizhang('views')).toMatchObject({ position: expect.any(Number) as number });
    expect(await taizhang('rebuild', 'list-rows')).toMatchObject({
      built: [{ view: 'list-rows' }],
      compared: { differences: [] },
    });
  }, 120_000);

  it('step through a history, each event with the state after it, and tell what changed between two days', async () => {
    const steps = (await said('replay', id, '--step'))
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as object);
    expect(steps[0]).toMatchObject({ type: 'ProjectRegistered', state: { id, revision: 0 } });
    expect(steps.at(-1)).toMatchObject({ state: await taizhang('replay', id) });
    const changes = (await said('diff', 'project', id, '--from', '2021-12-31', '--to', '2022-01-05'))
      .trim()
      .split('\n');
    expect(changes.map((text) => JSON.parse(text) as object)).toContainEqual(
      expect.objectContaining({ field: '/status', causes: [expect.objectContaining({ type: 'ProjectRegistered' })] }),
    );
  }, 120_000);

  it('sign a token that the api takes', async () => {
    const { token } = (await taizhang('token', '--role', 'LG_OFFICE')) as { token: string };
    expect((await world.get(`projects/${id}`, { token })).status).toBe(200);
  }, 120_000);

  it('copy the log and check it', async () => {
    const data = join(world.data, 'event-store');
    const copied = await taizhang('eventstore', '--data', data, 'backup', backup);
    expect(copied).toMatchObject({ tornTail: 0 });
    expect(await taizhang('eventstore', '--data', backup, 'verify')).toEqual(copied);
  }, 120_000);
});
