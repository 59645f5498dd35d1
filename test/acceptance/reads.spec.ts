import { execFileSync } from 'node:child_process';
import { assignedProject, document, office, openWorld, type Person, type World } from './world.js';

const auditor: Person = { role: 'AUDITOR', unit: null, subject: 'person-auditor' };
const auditAdmin: Person = { role: 'AUDIT_ADMIN', unit: null, subject: 'person-audit-admin' };

/** Today, because the command line has the clock of the machine. */
const begin = new Date().toISOString();
let world: World;
let project: string;
beforeAll(async () => {
  world = await openWorld(begin);
  project = (await assignedProject(world)).id;
  await world.at(begin);
}, 300_000);
afterAll(() => world?.stop(), 120_000);

interface Read {
  readonly door: string;
  readonly reader: { readonly id: string };
}
/** Asks until so many are recorded: they are appended a second behind the answers. */
async function recorded(query: string, count: number): Promise<Read[]> {
  for (const until = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const { items } = (await world.get(`reads?${query}`, { as: auditAdmin })).body as { items: Read[] };
    if (items.length >= count || Date.now() > until) return items;
  }
}

const HISTORY = [
  'projects/{id}/history',
  'projects/{id}/diff?from=2022-01-01&to=2022-01-05',
  `projects/{id}?knownAt=${begin}`,
  'projects/{id}?asOf=2022-01-05',
];

describe('who looks at a history', () => {
  it('is recorded by id, with what was asked, and not in what is sealed, followed or counted', async () => {
    const before = await world.end();
    for (const path of HISTORY) await world.get(path.replace('{id}', project), { as: auditor });
    await world.get(`projects/${project}`, { as: auditor });
    const reads = await recorded(`subject=${auditor.subject}&project=${project}`, HISTORY.length);
    expect(reads.map(({ door }) => door)).toEqual([
      'GET /api/v1/projects/:id/history',
      'GET /api/v1/projects/:id/diff',
      'GET /api/v1/projects/:id',
      'GET /api/v1/projects/:id',
    ]);
    expect(reads[1]).toEqual({
      at: begin,
      reader: { id: auditor.subject, role: 'AUDITOR', unit: null },
      door: 'GET /api/v1/projects/:id/diff',
      project,
      asked: { id: project, from: '2022-01-01', to: '2022-01-05' },
      status: 200,
    });
    expect(await world.end()).toBe(before);
  }, 60_000);

  it('is recorded when it was forbidden, and not when nothing was there to see', async () => {
    const clerk: Person = { role: 'SYSTEM_ADMIN', unit: null, subject: 'person-clerk' };
    expect((await world.get(`projects/${project}/history`, { as: clerk })).status).toBe(403);
    expect((await world.get('projects/nobody/history', { as: auditor })).status).toBe(404);
    expect(await recorded(`subject=${clerk.subject}`, 1)).toMatchObject([{ project, status: 403 }]);
    expect(await recorded('project=nobody', 0)).toEqual([]);
  }, 60_000);

  it('is recorded for ledgers, files that were not attached yet, and for the record itself', async () => {
    await world.get('ledgers/unit-owner', { as: office });
    await world.get(`files/${document.sha256}`, { as: office });
    expect(await recorded(`subject=${office.subject}`, 2)).toMatchObject([
      { door: 'GET /api/v1/ledgers/:unit', asked: { unit: 'unit-owner' } },
      { door: 'GET /api/v1/files/:sha256', asked: { sha256: document.sha256 } },
    ]);
    const own = await recorded(`subject=${auditAdmin.subject}`, 1);
    expect(own[0]).toMatchObject({ door: 'GET /api/v1/reads', asked: { subject: auditor.subject } });
  }, 60_000);

  it('is recorded for the command line, by the number of the account', async () => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, TAIZHANG_DATA: world.data, MONGODB_DB: 'acceptance' };
    execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'replay', project, '--as-of', '2022-01-05'], { env });
    await world.at(new Date().toISOString());
    const { items } = (await world.get(`reads?project=${project}`, { as: auditor })).body as { items: Read[] };
    expect(items.at(-1)).toMatchObject({
      door: 'taizhang replay',
      asked: { asOf: '2022-01-05' },
      reader: { id: `cli-${process.getuid!()}` },
    });
  }, 120_000);
});

describe('the record of reads', () => {
  it('is there after a stop at once behind the answer', async () => {
    const hasty: Person = { role: 'AUDITOR', unit: null, subject: 'person-hasty' };
    await Promise.all(Array.from({ length: 20 }, () => world.get(`projects/${project}/history`, { as: hasty })));
    await world.restart();
    expect(await recorded(`subject=${hasty.subject}`, 20)).toHaveLength(20);
  }, 120_000);

  it('comes in pages, each read once', async () => {
    const seen: Read[] = [];
    for (let next: string | null = ''; next !== null;) {
      const path = `reads?subject=person-hasty&limit=7${next && `&cursor=${next}`}`;
      const { body } = await world.get(path, { as: auditor });
      seen.push(...(body.items as Read[]));
      next = body.next as string | null;
    }
    expect(seen).toHaveLength(20);
  }, 60_000);

  it('is for those who audit alone', async () => {
    expect((await world.get('reads', { as: office })).status).toBe(403);
    expect((await world.get('reads?from=x', { as: auditor })).status).toBe(400);
    expect((await world.get('reads?cursor=x', { as: auditor })).status).toBe(400);
  });
});
