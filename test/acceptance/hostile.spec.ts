import { assignedProject, openWorld, type World } from './world.js';

let world: World;
let project: string;

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  project = (await assignedProject(world)).id;
  await world.restingEnd();
}, 300_000);
afterAll(() => world?.stop());

const long = 'x'.repeat(10_000);
const fence = (text: string): string => Buffer.from(text).toString('base64url');

/** Sends it, and looks that it was refused without a trace. */
async function harmless(ask: () => Promise<{ status: number; text: string }>, statuses = [400, 404]) {
  const before = await world.end();
  const { status, text } = await ask();
  expect({ status, text, known: statuses.includes(status) }).toMatchObject({ known: true });
  expect(JSON.parse(text)).toMatchObject({ type: expect.stringMatching(/^urn:taizhang:problem:/) as string, status });
  expect(await world.end()).toBe(before);
}

describe('a hostile part of the path is refused and leaves no event', () => {
  const parts = [
    '%00',
    'a%00b',
    long,
    '%E9%A1%B9%E7%9B%AE',
    '%F0%9F%8F%97',
    '%ED%A0%80',
    '%',
    '%2E%2E%2F',
    '$all',
    '%0d%0a',
  ];
  it.each([...parts, '__proto__', 'constructor', '-', '%7B%22$ne%22:1%7D'])('%s', async (part) => {
    for (const path of [`projects/${part}`, `projects/${part}/history`, `blockers/${part}`, `lists/${part}?year=2022`])
      await harmless(() => world.get(path));
    for (const path of [`plans/${part}`, `dashboards/${part}/4`, `dashboards/2022/${part}`, `compliance/${part}`])
      await harmless(() => world.get(path));
    const body = { occurredOn: '2022-02-01', reason: '停' };
    await harmless(() => world.post(`projects/${part}/suspend`, body));
    await harmless(() => world.post(`projects/${project}/blockers/${part}/accept`, {}));
    await harmless(() => world.post(`policies/${part}/adopt`, policy));
  });

  const policy = { effectiveFrom: '2023-01-01', rules: {}, source: { document: 'd', clause: 'c' } };
  it.each(['toString', 'hasOwnProperty', 'monthly-report%2f'])('policies/%s', async (name) => {
    await harmless(() => world.post(`policies/${name}/adopt`, policy), [404]);
  });

  it.each(['abc', '2022.5', '-1', '1e3', '99999999999999999999', '0x7e6'])('plans/%s', async (year) => {
    await harmless(() => world.post(`plans/${year}/remove-project`, { project }, { ifMatch: '"0"' }), [400, 404, 412]);
    await harmless(() => world.get(`plans/${year}`), [400]);
  });
});

describe('a hostile question is answered 400', () => {
  const questions = [
    'lists/ongoing',
    'lists/ongoing?year=abc',
    'lists/ongoing?year=2022&year=2023',
    'lists/ongoing?year=2022&colour=red',
    'lists/ongoing?year=2022&text=',
    'lists/ongoing?year=2022&text=%E3%80%80',
    'lists/ongoing?year=2022&text=a&order=name',
    'lists/ongoing?year=2022&asOf=2022-06-30&order=name',
    'lists/ongoing?year=2022&order=colour',
    'lists/ongoing?year=2022&sector[$ne]=x',
    'lists/ongoing?year=2022&town=a&town=b',
    'projects',
    'projects?text=%20',
    'lists/ongoing?year=2022&limit=0',
    'lists/ongoing?year=2022&limit=501',
    'lists/ongoing?year=2022&limit=1.5',
    'lists/ongoing?year=2022&asOf=2022-02-30',
    'lists/ongoing?year=2022&asOf[$gt]=2022-01-01',
    'lists/ongoing?year=2022&after=-1',
    'lists/ongoing?year=2022&after=1&after=2',
    ...['deadlines?', 'blockers?', 'compliance/2022-04?', 'projects?text=a&'].map((list) => `${list}asOf=2022-06-30`),
    'blockers?level=toString',
    'blockers?cursor=%00',
    'blockers?cursor=' + fence('null'),
    'blockers?cursor=' + fence('["blockers"]'),
    'compliance/2022-13',
    'compliance/2022-04?only=loud',
    'dashboards/2022/13',
    'dashboards/1899/1',
    'rankings/2022/4',
    'preparation?only=late',
    'rankings/2022/4?by=constructor',
    ...['2022-01-01', 'yesterday', '2022-W01-1T00:00:00Z', '2022-02-30T00:00:00Z', '2022-01-01T25:00:00Z'].map(
      (instant) => `dashboards/2022/4?knownAt=${instant}`,
    ),
    'dashboards/2022/4?knownAt=2022-01-01T00:00:00%2B99:99',
  ];
  it.each(questions)('%s', (path) => harmless(() => world.get(path), [400]));

  it.each(['abc', '-5', '1e999', '1.5', ''])('a made-up cursor into the history: %s', (after) =>
    harmless(
      () => world.get(`projects/${project}/history?cursor=${fence(JSON.stringify([`history/${project}`, after]))}`),
      [400],
    ),
  );
});

it('a body that is nested without end is refused', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const raw = `{"effectiveFrom":"2023-01-01","rules":{"a":${deep}},"source":{"document":"d","clause":"c"}}`;
  await harmless(() => world.post('policies/escalation/adopt', undefined, { raw }), [400]);
});
