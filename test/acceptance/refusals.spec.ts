import { assignedProject, type Asked, document, openWorld, registration, type World } from './world.js';

let world: World;
let project: { id: string; etag: string };

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  project = await assignedProject(world);
  await world.done('plans', { year: 2022, declared: totals(1, 100, 60) });
}, 300_000);
afterAll(() => world?.stop());

const totals = (count: number, total: number, annual: number) => ({
  construction: { count, totalInvestment: total * 1e10, annualInvestment: annual * 1e10 },
  preliminary: { count: 0, totalInvestment: 0 },
});
const change = { occurredOn: '2022-02-01', changes: { town: '另一镇' } };
const register = registration();
const path = (command: string) => `projects/${project.id}/${command}`;

/** Asks for what must be refused, and looks that it left nothing behind. */
async function refused(where: string, body: unknown, asked?: Asked) {
  const before = await world.restingEnd();
  const answer = await world.post(where, body, asked);
  expect(await world.end()).toBe(before);
  if (answer.headers.get('content-type')?.includes('problem+json') !== true) throw new Error(answer.text);
  expect(answer.body).toMatchObject({ status: answer.status, traceId: expect.any(String) as string });
  expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
  return { ...answer, code: String(answer.body.type).replace('urn:taizhang:problem:', '') };
}

describe('a body of the wrong shape is answered 400, with the places that are wrong', () => {
  const bodies: [string, unknown, string[]][] = [
    ['nothing at all', {}, ['/occurredOn', '/details', '/status']],
    ['a number for a name', { ...register, details: { name: 5 } }, ['/details/name']],
    ['a day that does not exist', { ...register, occurredOn: '2022-02-30' }, ['/occurredOn']],
    ['a list for an object', { ...register, details: [] }, ['/details']],
    ['an unknown status', { ...register, status: 'toString' }, ['/status']],
    ['an unknown field', { ...register, colour: 'red' }, ['/colour']],
    ['an unknown field further in', { ...register, details: { name: 'x', 'a/b~c': 1 } }, ['/details/a~1b~0c']],
    ['a name that is too long', { ...register, details: { name: 'x'.repeat(301) } }, ['/details/name']],
    ['a NUL in a text', { ...register, details: { name: 'a\0b' } }, ['/details/name']],
    ['half a character in a text', { ...register, details: { name: 'a\ud800' } }, ['/details/name']],
    ['a NUL in a code that becomes a key', { ...register, details: { name: 'x', sector: 'a\0' } }, ['/details/sector']],
    ['a list instead of the body', [register], ['']],
    ['a text instead of the body', 'register', ['']],
    ['a number instead of the body', 7, ['']],
    ['null instead of the body', null, ['']],
  ];
  it.each(bodies)('%s', async (_what, body, pointers) => {
    const answer = await refused('projects', body);
    expect(answer).toMatchObject({ status: 400, code: 'invalid-body' });
    const errors = answer.body.errors as { pointer: string; detail: string }[];
    expect([...new Set(errors.map(({ pointer }) => pointer))].sort()).toEqual([...pointers].sort());
  });

  it('a list where one document is meant', async () => {
    const answer = await refused(path('resume'), { occurredOn: '2022-02-01', document: [document] });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/document' }] } });
  });

  it('fields where a command has none', async () => {
    const answer = await refused(path('blockers/x/accept'), { level: 'L4_LEADING_GROUP' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/level' }] } });
  });
});

describe('what the request itself lacks or gets wrong', () => {
  const requests: [string, number, string, Asked][] = [
    ['no If-Match where one is needed', 428, 'if-match-required', {}],
    ['an If-Match without quotes', 400, 'if-match-invalid', { ifMatch: '1' }],
    ['a weak If-Match', 400, 'if-match-invalid', { ifMatch: 'W/"1"' }],
    ['any If-Match', 400, 'if-match-invalid', { ifMatch: '*' }],
    ['an If-Match that somebody else has overtaken', 412, 'stale-revision', { ifMatch: '"0"' }],
    ['an If-Match of the future', 412, 'stale-revision', { ifMatch: '"999999999999999"' }],
    ['no Idempotency-Key', 400, 'idempotency-key-missing', { ifMatch: '"1"', key: null }],
    ['an Idempotency-Key that is too long', 400, 'idempotency-key-missing', { ifMatch: '"1"', key: 'k'.repeat(256) }],
    ['broken JSON', 400, 'invalid-body', { ifMatch: '"1"', raw: '{"occurredOn":' }],
    ['a key of JavaScript’s own', 400, 'invalid-body', { ifMatch: '"1"', raw: '{"__proto__":{"a":1}}' }],
    ['an empty body', 400, 'invalid-body', { ifMatch: '"1"', raw: '' }],
    ['a body over a MiB', 413, 'body-too-large', { ifMatch: '"1"', raw: JSON.stringify('x'.repeat(1_048_576)) }],
    ...['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'].map(
      (type): [string, number, string, Asked] => [
        `a body of ${type}`,
        415,
        'unsupported-media-type',
        { ifMatch: '"1"', headers: { 'content-type': type }, raw: 'occurredOn=2022-02-01&changes[town]=x' },
      ],
    ),
  ];
  it.each(requests)('%s: %i', async (_what, status, code, asked) => {
    const { ifMatch, raw } = asked;
    const answer = await refused(path('change-details'), change, {
      ...asked,
      ...(ifMatch === '"1"' && { ifMatch: project.etag }),
      ...(raw !== undefined && { raw }),
    });
    expect(answer).toMatchObject({ status, code });
  });

  it('an unknown project: 404', async () => {
    const answer = await refused('projects/nobody/suspend', { occurredOn: '2022-02-01', reason: '停' });
    expect(answer).toMatchObject({ status: 404, code: 'unknown-project' });
    expect((await world.get('projects/nobody')).status).toBe(404);
    expect((await world.get('projects/nobody/history')).status).toBe(404);
  });

  it('a command or an address that does not exist: 404', async () => {
    expect(await refused(path('explode'), {})).toMatchObject({ status: 404, code: 'not-found' });
    expect((await world.get('/nowhere')).body).toMatchObject({ status: 404, title: 'NOT_FOUND' });
  });
});

describe('an Idempotency-Key', () => {
  it('gives the very same answer to the same body, also at the same time, and 422 to another one', async () => {
    const key = 'one-key';
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => world.done('projects', register, { key })));
    const before = await world.restingEnd();
    const again = await world.done('projects', register, { key });
    for (const answer of [...others, again]) {
      expect(answer).toMatchObject({ status: 201, text: first!.text });
      expect(answer.headers.get('etag')).toBe(first!.headers.get('etag'));
      expect(answer.headers.get('location')).toBe(first!.headers.get('location'));
    }
    expect(await world.end()).toBe(before);
    const other = await refused('projects', registration('另一个'), { key });
    expect(other).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });
});

describe('a plan', () => {
  it('that does not reconcile is refused with each sum that is off, and by how much', async () => {
    const { headers } = await world.get('plans/2022?after=' + (await world.end()));
    const line = { project: project.id, category: 'CARRIED_OVER', totalInvestment: 98 * 1e10 };
    const included = await world.done(
      'plans/2022/include-project',
      { ...line, annualInvestment: 60 * 1e10, monthlyTargets: Array.from({ length: 12 }, () => 5 * 1e10) },
      { ifMatch: headers.get('etag')! },
    );
    const ifMatch = included.headers.get('etag')!;
    const answer = await refused('plans/2022/publish', { approvedBy: '区政府', document }, { ifMatch });
    expect(answer).toMatchObject({ status: 409, code: 'plan-does-not-reconcile' });
    expect(answer.body.facts.off).toEqual([
      {
        total: 'construction/totalInvestment',
        declared: 100 * 1e10,
        lines: 98 * 1e10,
        difference: -2 * 1e10,
        differenceInYi: '-2.00',
      },
    ]);
  });

  it('cannot be drafted twice, nor edited where there is none', async () => {
    const again = await refused('plans', { year: 2022, declared: totals(1, 1, 1) });
    expect(again).toMatchObject({ status: 409, code: 'plan-exists' });
  });
});
