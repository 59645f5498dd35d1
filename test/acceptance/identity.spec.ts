import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import { openLocalIssuer, openLog } from '#libs/platform';
import { assignedProject, office, openWorld, type Person, registration, reporter, type World } from './world.js';

let world: World;
let elsewhere: string;
let project: string;
let stored: { issuer: string; key: JWK & { x: string } };

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  elsewhere = await mkdtemp(join(tmpdir(), 'taizhang-issuer-'));
  stored = JSON.parse(await readFile(join(world.data, 'local-issuer.json'), 'utf8')) as typeof stored;
  project = (await assignedProject(world)).id;
}, 300_000);
afterAll(async () => {
  await world?.stop();
  if (elsewhere) await rm(elsewhere, { recursive: true });
});

/** A token of the right key, with whatever is to be wrong in it. */
async function signed(claims: Record<string, unknown>, lifetime = 600): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({
    role: 'LG_OFFICE',
    sub: 'x',
    iss: stored.issuer,
    aud: 'taizhang',
    exp: now + lifetime,
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(await importJWK(stored.key, 'EdDSA'));
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = () => ({ role: 'LG_OFFICE', sub: 'x', iss: stored.issuer, aud: 'taizhang', exp: 4_000_000_000 });
const otherIssuer = async (folder: string, audience: string) => {
  const issuer = await openLocalIssuer(folder, audience, openLog('silent', 'test'));
  return issuer.sign({ ...office, lifetime: 600 });
};

describe('a token', () => {
  const tokens: [string, () => string | Promise<string>][] = [
    ['that is expired', () => signed({}, -10)],
    ['of another issuer', () => otherIssuer(elsewhere, 'taizhang')],
    ['of the right key in another issuer’s name', () => signed({ iss: 'urn:somebody' })],
    ['for another audience', () => otherIssuer(world.data, 'somewhere-else')],
    ['without an end', () => signed({ exp: undefined })],
    ['without a subject', () => signed({ sub: undefined })],
    ['of an unknown role', () => signed({ role: 'toString' })],
    ['of the system itself', () => signed({ role: 'SYSTEM' })],
    ['with a unit that is no text', () => signed({ unit: { $ne: null } })],
    ['that is not signed', () => `${part({ alg: 'none' })}.${part(claims())}.`],
    ['signed with the public key as a secret', async () => forged()],
    ['whose claims were changed', async () => tampered(await world.tokenOf(reporter))],
    ['that is no token', () => 'a.b.c'],
  ];
  it.each(tokens)('%s is answered 401 and leaves no event', async (_what, token) => {
    const before = await world.restingEnd();
    const value = await token();
    for (const answer of [
      await world.post('projects', registration(), { token: value }),
      await world.get(`projects/${project}`, { token: value }),
    ])
      expect(answer).toMatchObject({ status: 401, body: { type: 'urn:taizhang:problem:token-invalid' } });
    expect(await world.end()).toBe(before);
  });

  it('that is missing is answered 401, which says how to ask', async () => {
    for (const authorization of [undefined, 'Basic eDp5', 'Bearer']) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const answer = await world.get(`projects/${project}`, { as: null, headers });
      expect(answer).toMatchObject({ status: 401, body: { type: 'urn:taizhang:problem:token-missing' } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  function forged(): Promise<string> {
    const secret = Buffer.from(stored.key.x, 'base64url');
    return new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(secret);
  }
});

const tampered = (token: string): string => {
  const [header, , signature] = token.split('.');
  return `${header}.${part(claims())}.${signature}`;
};

it('is needed however the address is spelt', async () => {
  const { port } = new URL(world.url);
  for (const method of ['GET', 'HEAD', 'POST'])
    for (const path of [
      '/%61pi/v1/blockers',
      '/api/%761/blockers',
      `${world.url}/api/v1/blockers`,
      '//api/v1/blockers',
    ])
      expect([401, 404]).toContain(await statusOf(Number(port), method, path));
});

/** Sends the address as it is; `fetch` would tidy it up. */
const statusOf = (port: number, method: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, path }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode!));
    });
    sent.on('error', reject).end();
  });

describe('a person', () => {
  const suspension = { occurredOn: '2022-02-01', reason: '停工' };
  const stranger: Person = { ...reporter, unit: 'unit-stranger' };
  const report = { month: '2022-04', figures: { month: 0, yearToDate: 0 }, progress: '无', blockers: [] };
  const attempts: [string, Person, string, () => string, object][] = [
    ['without the role', reporter, 'role-may-not', () => `projects/${project}/suspend`, suspension],
    ['who only audits', { ...office, role: 'AUDITOR' }, 'role-may-not', () => 'projects', registration()],
    ['who only audits, and brings a file', { ...office, role: 'AUDITOR' }, 'role-may-not', () => 'files', {}],
    ['of a unit that is not in charge', stranger, 'unit-may-not', () => `projects/${project}/submit-report`, report],
    ['of no unit', { ...reporter, unit: null }, 'unit-may-not', () => `projects/${project}/submit-report`, report],
  ];
  it.each(attempts)('%s is answered 403 and leaves no event', async (_who, as, code, path, body) => {
    const before = await world.restingEnd();
    const answer = await world.post(path(), body, { as });
    expect(answer).toMatchObject({ status: 403, body: { type: `urn:taizhang:problem:${code}` } });
    expect(await world.end()).toBe(before);
  });

  it.each(['SUBSCRIBER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN'] as const)('who is %s may not read', async (role) => {
    expect((await world.get(`projects/${project}`, { as: { ...office, role } })).status).toBe(403);
  });

  it('does not get the answer to somebody else’s command of the same key', async () => {
    const key = randomUUID();
    const [mine, yours] = [
      await world.done('projects', registration(), { key }),
      await world.done('projects', registration(), { key, as: { ...office, subject: 'person-else' } }),
    ];
    expect(yours.body.id).not.toBe(mine.body.id);
  });
});
