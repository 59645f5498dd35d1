import { Queue } from 'bullmq';
import { RIGHTS } from '#libs/domain';
import { exampleDistrict } from '../../apps/cli/src/demo/district.js';
import { exampleYear } from '../../apps/cli/src/demo/year.js';
import { DEADLINES } from '../../apps/worker/src/queue.js';
import { openWorld, registration, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
}, 300_000);
afterAll(() => world?.stop());

/** Addresses that others have written down. */
const ROUTES = [
  ...[
    'projects',
    'projects/{id}/submit-report',
    'projects/{id}/blockers/{blocker}/resolve',
    'plans/{year}/publish',
  ].map((path) => `post /api/v1/${path}`),
  ...[
    'projects/{id}',
    'projects/{id}/history',
    'lists/{list}',
    'plans/{year}',
    'dashboards/{year}/{month}',
    'rankings/{year}/{month}',
  ].map((path) => `get /api/v1/${path}`),
  ...['projects/{id}', 'lists/{list}', 'plans/{year}', 'dashboards/{year}/{month}'].map(
    (path) => `get /api/v1/${path}/diff`,
  ),
  ...[
    'compliance/{month}',
    'blockers',
    'blockers/{blocker}/proof',
    'tasks',
    'deadlines',
    'deadlines/{stream}',
    'inbox',
    'policies',
    'policies/{policy}',
    'lights',
    'pools/{id}',
  ].map((path) => `get /api/v1/${path}`),
];
/** What a person may ask for; the rest is the system's. */
const COMMANDS = Object.entries(RIGHTS)
  .filter(([, roles]) => Object.keys(roles).some((role) => role !== 'SYSTEM'))
  .map(([command]) => command);

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { operationId: string; requestBody?: object; security?: object[] }>>;
}

describe('the description of the interface', () => {
  it('is OpenAPI 3.1 and names every route, each with its token', async () => {
    const answer = await world.get('/api/openapi.json', { as: null });
    const { openapi, paths } = answer.body as OpenApi;
    expect(openapi).toMatch(/^3\.1\./);
    const named = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({ route: `${method} ${path}`, security })),
    );
    expect(named.map(({ route }) => route)).toEqual(expect.arrayContaining(ROUTES));
    for (const { route, security } of named.filter(({ route }) => route.includes('/api/v1/')))
      expect({ route, security }).toEqual({ route, security: [{ bearer: [] }] });
  });

  it('has a route for every command that a person may issue', async () => {
    const { paths } = (await world.get('/api/openapi.json', { as: null })).body as OpenApi;
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    const reached = operations.map(({ operationId }) => operationId);
    expect(COMMANDS.filter((command) => !reached.includes(command))).toEqual([]);
  });

  it('has the route of every step of the example year', async () => {
    const { paths } = (await world.get('/api/openapi.json', { as: null })).body as OpenApi;
    const routes = Object.keys(paths).map((path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`));
    const steps = exampleYear(exampleDistrict()).moments.flatMap(({ groups }) => groups.flat());
    const unrouted = steps.filter(({ path }) => !routes.some((route) => route.test(path)));
    expect([...new Set(unrouted.map(({ path }) => path.split('/').at(-1)))]).toEqual([]);
  });

  it('describes the body of a command down to its fields', async () => {
    const { body } = await world.get('/api/openapi.json', { as: null });
    expect(body.components.schemas.RegisterProjectBody).toMatchObject({
      required: expect.arrayContaining(['occurredOn', 'details', 'status']) as string[],
      properties: { occurredOn: { type: 'string', format: 'date' } },
    });
  });

  it('has a page', async () => {
    const answer = await world.get('/api/docs', { as: null });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('swagger-ui');
  });
});

describe('the process', () => {
  it('says that it lives and is ready, each check by name', async () => {
    expect(await world.get('/health/live', { as: null })).toMatchObject({ status: 200, body: { status: 'ok' } });
    // A process that has just come up is not ready until its projector has taken the lease.
    let ready = await world.get('/health/ready', { as: null });
    for (const until = Date.now() + 10_000; ready.status !== 200 && Date.now() < until;)
      ready = await world.get('/health/ready', { as: null });
    const up = { status: 'up' };
    expect(ready).toMatchObject({
      status: 200,
      body: {
        ...{ status: 'ok' },
        details: { eventStore: up, mongo: up, clock: up, projector: up, deadlines: up, process: up },
      },
    });
  });

  it('counts requests by route and not by address, beside what the runtime tells', async () => {
    await world.done('projects', registration());
    await world.get('projects/nobody');
    const { status, text } = await world.get('/metrics', { as: null });
    expect(status).toBe(200);
    expect(text).toMatch(
      /taizhang_http_request_seconds_count\{method="POST",route="\/api\/v1\/projects",status="201"\} 1/,
    );
    expect(text).toContain('route="/api/v1/projects/:id",status="404"');
    expect(text).not.toContain('nobody');
    expect(text).toContain('taizhang_swept_streams_total');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('is not ready while what is due stays due for minutes, says what, and is ready once it is recorded', async () => {
    const { body } = await world.done('projects', registration());
    const blocker = { occurredOn: '2022-01-01', category: 'LAND', description: '征地未完成' };
    await world.done(`projects/${body.id}/raise-blocker`, blocker);
    const { items } = (await world.get(`deadlines/project-${body.id}?after=${await world.restingEnd()}`)).body;
    const { dueAt } = items[0] as { dueAt: string };
    const deadlines = async () => (await world.get('/health/ready', { as: null })).body.details.deadlines as unknown;
    const later = (minutes: number) => new Date(Date.parse(dueAt) + minutes * 60_000).toISOString();
    const until = async (holds: () => Promise<boolean>) => {
      for (const end = performance.now() + 10_000; performance.now() < end && !(await holds());)
        await new Promise((resolve) => setTimeout(resolve, 20));
    };

    const queue = new Queue(DEADLINES, { connection: { url: world.redisUrl } });
    const { now } = Date;
    try {
      await queue.pause();
      // The clock's steps end when all is done that falls due by then, which is not before the queue goes on.
      const first = world.at(later(1));
      const told = async () => (await world.get('/metrics', { as: null })).text.includes('oldest_due_seconds 60');
      await until(told);
      expect(await deadlines()).toEqual({ status: 'up' });
      // Minutes of real time go by between two sweeps.
      Date.now = () => now() + 4 * 60_000;
      const second = world.at(later(2));
      await until(async () => JSON.stringify(await deadlines()).includes('down'));
      expect(await deadlines()).toEqual({
        status: 'down',
        reason: `project-${body.id} at ${dueAt} is due and was not recorded for minutes`,
      });
      await queue.resume();
      await Promise.all([first, second]);
    } finally {
      Date.now = now;
      await queue.close();
    }
    await world.at(later(3));
    expect(await deadlines()).toEqual({ status: 'up' });
  });
});
