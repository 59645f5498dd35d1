import { openWorld, registration, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
}, 300_000);
afterAll(() => world?.stop());

const COMMANDS = [
  ...['change-details', 'assign-responsibilities', 'change-total-investment', 'schedule-milestones', 'suspend'],
  ...['reschedule-milestone', 'report-source-phase', 'record-opening-figures', 'record-commencement', 'resume'],
  ...['complete', 'put-in-service', 'cancel', 'submit-report', 'return-report', 'accept-report', 'amend-report'],
  ...['apply-for', 'return', 'grant', 'extend', 'refuse', 'revoke'].map((name) => `${name}-approval`),
  ...['raise-blocker', ...['accept', 'escalate', 'resolve', 'close'].map((name) => `blockers/{blocker}/${name}`)],
];
const ROUTES = [
  ...['projects', 'plans', ...COMMANDS.map((name) => `projects/{id}/${name}`)].map((path) => `post /api/v1/${path}`),
  ...['include-project', 'remove-project', 'publish'].map((name) => `post /api/v1/plans/{year}/${name}`),
  'post /api/v1/policies/{policy}/adopt',
  ...['projects/{id}', 'projects/{id}/history', 'lists/{list}', 'plans/{year}', 'dashboards/{year}/{month}'],
  ...['compliance/{month}', 'blockers', 'blockers/{blocker}', 'deadlines', 'approvals'],
].map((route) => (route.startsWith('post ') ? route : `get /api/v1/${route}`));

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { requestBody?: object; security?: object[] }>>;
}

describe('the description of the interface', () => {
  it('is OpenAPI 3.1 and names every route, each with its token', async () => {
    const answer = await world.get('/api/openapi.json', { as: null });
    const { openapi, paths } = answer.body as OpenApi;
    expect(openapi).toMatch(/^3\.1\./);
    const named = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(named).toEqual(expect.arrayContaining(ROUTES));
    // Whatever is described is known here, so that a new route must be added above.
    expect(named.filter((route) => route.includes('/api/v1/')).sort()).toEqual([...ROUTES].sort());
    for (const route of ROUTES) {
      const [method, path] = route.split(' ') as [string, string];
      expect({ route, security: paths[path]![method]!.security }).toEqual({ route, security: [{ bearer: [] }] });
    }
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
      body: { status: 'ok', details: { eventStore: up, mongo: up, clock: up, projector: up, process: up } },
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
});
