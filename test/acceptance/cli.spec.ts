import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Queue } from 'bullmq';
import { runningServers } from '#libs/embedded/servers';
import { DEFAULT_POLICIES } from '#libs/domain';
import { type DeadlineJob, DEADLINES } from '../../apps/worker/src/queue.js';
import { type Oc4idsProject, PUBLIC_NAMES } from '#libs/contracts';
import { expectValid } from '../open-data/checks.js';
import { assignedProject, openWorld, registration, type World } from './world.js';

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

  it('list the jobs that failed, and let them be tried again', async () => {
    const connection = { url: runningServers(world.data)!.redisUrl };
    const queue = new Queue<DeadlineJob>(DEADLINES, { connection });
    const failed = async (attempts: number) => {
      for (;;) {
        const jobs = (await taizhang('jobs')) as { failed: { id: string; attempts: number; reason: string }[] };
        if (jobs.failed.some((job) => job.attempts === attempts)) return jobs.failed;
      }
    };
    try {
      await queue.add('due', { stream: 'nothing-1' }, { jobId: 'nothing-1-0' });
      const reason = 'no decider for stream nothing-1';
      expect(await failed(1)).toEqual([expect.objectContaining({ id: 'nothing-1-0', stream: 'nothing-1', reason })]);
      expect(await said('jobs', 'retry', 'nothing-1-0')).toBe('1 jobs are tried again\n');
      expect(await failed(2)).toEqual([expect.objectContaining({ id: 'nothing-1-0', reason })]);
      await expect(said('jobs', 'retry', 'nobody')).rejects.toMatchObject({
        code: 1,
        stderr: 'no failed job nobody\n',
      });
    } finally {
      await queue.close();
    }
  }, 120_000);

  it('tell what would have been under other rules, and refuse those that cannot be right', async () => {
    const file = join(backup, 'rules.json');
    const { rules } = DEFAULT_POLICIES.escalation;
    const simulate = (wanted: object) => {
      writeFileSync(file, JSON.stringify(wanted));
      return taizhang('policy', 'simulate', '--policy', file, '--from', '2022-01-01', '--to', '2022-12-31');
    };
    const none = { LATE: 0, RED: 0, ESCALATED: 0 };
    const wanted = { policy: 'escalation', effectiveFrom: '2022-01-01', rules };
    expect(await simulate(wanted)).toMatchObject({ was: none, would: none, divergences: [] });
    await expect(simulate({ ...wanted, rules: { ...rules, warningPercent: 0 } })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('warningPercent') as string,
    });
    rmSync(file);
  }, 120_000);

  it('copy the log and check it', async () => {
    const data = join(world.data, 'event-store');
    const copied = await taizhang('eventstore', '--data', data, 'backup', backup);
    expect(copied).toMatchObject({ tornTail: 0 });
    expect(await taizhang('eventstore', '--data', backup, 'verify')).toEqual(copied);
  }, 120_000);

  it('publish projects as OC4IDS and as a table, all of them or those that changed', async () => {
    const out = mkdtempSync(join(tmpdir(), 'taizhang-open-'));
    try {
      const file = join(out, 'oc4ids.json');
      const told = (await taizhang('export', 'oc4ids', '--out', file)) as { position: string };
      expect(told).toEqual({ projects: 1, position: expect.stringMatching(/^\d+$/) as string, file });
      const { projects } = JSON.parse(readFileSync(file, 'utf8')) as { projects: Oc4idsProject[] };
      projects.forEach(expectValid);
      expect(projects).toMatchObject([{ id: `taizhang-${id}`, status: 'implementation', sector: ['transport'] }]);
      const { position: since } = told;
      await expect(taizhang('export', 'oc4ids', '--out', file, '--since', '999999999999')).rejects.toThrow(
        '999999999999',
      );
      expect((await world.get(`exports/oc4ids?since=${since}`)).status).toBe(204);
      const { id: other } = (await world.done('projects', registration('另一项目'))).body as { id: string };
      await world.restingEnd();
      const changed = await world.get(`exports/oc4ids?since=${since}`);
      expect(changed.body).toMatchObject({ projects: [{ id: `taizhang-${other}`, title: '另一项目' }] });
      expect(Number(changed.headers.get('taizhang-position'))).toBeGreaterThan(Number(since));

      expect(await taizhang('export', 'open-data', '--out', out)).toMatchObject({ rows: 2, folder: out });
      expect(readdirSync(out).sort()).toEqual(['datapackage.json', 'oc4ids.json', 'projects.csv', 'projects.jsonl']);
      for (const form of ['csv', 'jsonl'])
        expect((await world.get(`exports/projects.${form}`)).text).toBe(
          readFileSync(join(out, `projects.${form}`), 'utf8').replace(/^\uFEFF/, ''),
        );
      expect((await world.get('/api/datapackage.json', { as: null })).body).toEqual(
        JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')),
      );
    } finally {
      rmSync(out, { recursive: true });
    }
  }, 120_000);

  it('publish nothing to a subscriber who is not told all of it, and then only what its units hold', async () => {
    const as = { role: 'SUBSCRIBER', unit: null, subject: 'city-library' } as const;
    const ask = (query = '') => world.get(`exports/projects.jsonl${query}`, { as });
    const grant = (types: readonly string[], units: string[] | null) =>
      world.done('subscribers/city-library/grant-subscription', { types, units });
    expect(await ask()).toMatchObject({ status: 403, body: { title: 'NOT_GRANTED' } });
    await grant(['project.registered'], null);
    expect((await ask()).status).toBe(403);
    await grant(PUBLIC_NAMES, ['unit-owner']);
    expect((await ask()).text.trim().split('\n')).toHaveLength(1);
    await grant(PUBLIC_NAMES, null);
    expect((await ask()).text.trim().split('\n')).toHaveLength(2);
    for (const since of ['x', '-1', '999999999999']) expect((await ask(`?since=${since}`)).status).toBe(400);
  }, 30_000);
});
