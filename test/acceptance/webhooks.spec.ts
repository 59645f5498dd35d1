import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { CloudEvent } from '#libs/contracts';
import { assignedProject, document, office, openWorld, type Person, registration, type World } from './world.js';

interface Received {
  readonly path: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: CloudEvent;
}

let world: World;
let receiver: Server;
let url: string;
let first: string;
let second: string;
/** Everything that came, how each is answered, and what is waited for first. */
let received: Received[] = [];
let answerTo: (event: CloudEvent) => number = () => 204;
let answerWhen: Promise<void> | undefined;

const city: Person = { role: 'SUBSCRIBER', unit: null, subject: 'city-library' };
const hanging: Person = { ...city, subject: 'hanging-system' };
const hangs: string[] = [];
const path = 'subscribers/city-library/webhooks';
const grant = { types: ['project.registered', 'project.responsibilities-assigned', 'project.completed'], units: null };

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  first = (await assignedProject(world)).id;
  second = (await assignedProject(world, registration('另一项目'))).id;
  await world.done('subscribers/city-library/grant-subscription', grant);
  await world.restingEnd();
  receiver = createServer((request, response) => {
    if (request.url === '/hang') return;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const event = JSON.parse(body) as CloudEvent;
      const status = answerTo(event);
      received.push({ path: request.url!, status, headers: request.headers, body, event });
      const moved = { ...(status === 307 && { location: `http://127.0.0.1:${request.socket.localPort}/inner` }) };
      void (answerWhen ?? Promise.resolve()).then(() => response.writeHead(status, moved).end());
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  // While everything below goes on, all that a subscriber may have hang.
  await world.done('subscribers/hanging-system/grant-subscription', grant);
  for (let n = 0; n < 10; n++) hangs.push(await register({ url: url.replace('hook', 'hang') }, hanging));
}, 300_000);
afterAll(async () => {
  await world?.stop();
  receiver?.close().closeAllConnections();
}, 120_000);
beforeEach(() => {
  received = [];
  answerTo = () => 204;
  answerWhen = undefined;
});

const told = async (query = '', as = city) => (await world.get(`feed${query}`, { as })).body.events as CloudEvent[];
const register = async (terms: object = {}, as = city) =>
  (await world.done(`subscribers/${as.subject}/webhooks`, { url, ...terms }, { as })).body.id as string;
const give = (webhook: string, command: string, body: object = {}) =>
  world.done(`${path}/${webhook}/${command}`, body, { as: city });
const secretOf = async (webhook: string) => (await world.get(`${path}/${webhook}/secret`, { as: city })).body;
const of = (project: string, events: readonly CloudEvent[]) => events.filter(({ subject }) => subject === project);
const taken = () => received.filter(({ status }) => status === 204).map(({ event }) => event);
const shown = async (webhook: string) => {
  const items = (await world.get(path, { as: city })).body.items as { id: string; paused: string | null }[];
  return items.find(({ id }) => id === webhook)!;
};
const deliveries = async (webhook: string, query = '', as = city) =>
  (await world.get(`subscribers/${as.subject}/webhooks/${webhook}/deliveries${query}`, { as })).body as {
    items: { status: number | null; error: string | null; leaf: string | null; milliseconds: number }[];
    next: string | null;
  };

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}

describe('a webhook', () => {
  it('is told what the grant names, each event once and signed, in the order of each project', async () => {
    const webhook = await register();
    const wanted = await told();
    await until(() => received.length >= wanted.length);
    for (const project of [first, second]) expect(of(project, taken())).toEqual(of(project, wanted));
    const { secret } = await secretOf(webhook);
    for (const { headers, body, event } of received) {
      expect(new Webhook(secret as string).verify(body, headers as Record<string, string>)).toEqual(event);
      expect(headers['webhook-id']).toBe(event.id);
    }
    await give(webhook, 'remove');
  }, 30_000);

  it('is told again what it did not take, ahead of what follows in the project, others unhindered', async () => {
    let refusals = 0;
    answerTo = ({ subject, type }) => (subject === first && type.includes('registered') && refusals++ < 2 ? 500 : 204);
    const webhook = await register();
    const wanted = await told();
    await until(() => taken().length >= wanted.length);
    for (const project of [first, second]) expect(of(project, taken())).toEqual(of(project, wanted));
    const last = taken().findIndex(({ subject }) => subject === first);
    expect(
      taken()
        .slice(0, last)
        .map(({ subject }) => subject),
    ).toEqual([second, second]);
    await give(webhook, 'remove');
  }, 30_000);

  it('begins behind a leaf, stands still while it is paused, goes on, and is told again from a leaf', async () => {
    const { leaf } = (await told()).at(-1)!;
    const webhook = await register({ after: leaf, types: ['project.completed'] });
    await give(webhook, 'pause');
    await world.done(`projects/${first}/complete`, { occurredOn: '2022-03-20', document });
    await world.restingEnd();
    await pause(1_500);
    expect(received).toEqual([]);
    await give(webhook, 'resume');
    const wanted = await told('?types=project.completed');
    await until(() => received.length > 0);
    expect(taken()).toEqual(wanted);
    await give(webhook, 'resume', { after: leaf });
    await until(() => received.length > 1);
    expect(taken()).toEqual([...wanted, ...wanted]);
    await give(webhook, 'remove');
  }, 30_000);

  it('is signed by the former secret as well after a rotation, or by Ed25519', async () => {
    const webhook = await register({ project: second });
    const former = await secretOf(webhook);
    await give(webhook, 'pause');
    await give(webhook, 'rotate-secret');
    await give(webhook, 'resume', { after: '0' });
    const { secret } = await secretOf(webhook);
    expect(secret).not.toBe(former.secret);
    const both = () => received.find(({ headers }) => String(headers['webhook-signature']).includes(' '));
    await until(() => both() !== undefined);
    const { body, headers } = both()!;
    for (const each of [former.secret, secret] as string[])
      new Webhook(each).verify(body, headers as Record<string, string>);
    await give(webhook, 'remove');

    received = [];
    const other = await register({ signature: 'v1a', project: second });
    await until(() => received.length > 0);
    const told = received[0]!;
    const x = Buffer.from(String((await secretOf(other)).secret).replace('whpk_', ''), 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = told.headers;
    const bytes = Buffer.from(String(signature).replace('v1a,', ''), 'base64');
    expect(verify(null, Buffer.from(`${String(id)}.${String(at)}.${told.body}`), key, bytes)).toBe(true);
    await give(other, 'remove');
  }, 30_000);

  it('that is gone is paused, and the office is told', async () => {
    answerTo = () => 410;
    const webhook = await register();
    await until(async () => (await shown(webhook)).paused === 'FAILING');
    await world.restingEnd();
    const { body } = await world.get('inbox?kind=WebhookPaused');
    expect(body.items).toMatchObject([{ data: { webhook, cause: 'FAILING' } }]);
    answerTo = () => 204;
    await give(webhook, 'resume');
    const wanted = await told();
    await until(() => taken().length >= wanted.length);
    await give(webhook, 'remove');
  }, 30_000);

  it('that fails for a day is paused, its subscriber told, and told later from where it stopped', async () => {
    let taking = 1;
    answerTo = () => (taking-- > 0 ? 204 : 500);
    const webhook = await register();
    await until(() => received.length > 2);
    await world.at('2022-03-29T02:00:00.000Z');
    await until(async () => (await shown(webhook)).paused === 'FAILING');
    await world.restingEnd();
    const [notice] = (await world.get('inbox', { as: city })).body.items as { kind: string; data: object }[];
    expect(notice).toMatchObject({ kind: 'WebhookPaused', data: { webhook, cause: 'FAILING' } });
    answerTo = () => 204;
    await world.done(`projects/${second}/complete`, { occurredOn: '2022-03-20', document });
    await world.restingEnd();
    const failed = received.length;
    await give(webhook, 'resume');
    const wanted = await told();
    await until(() => taken().length >= wanted.length);
    expect(received.length).toBe(failed + wanted.length - 1);
    for (const project of [first, second]) expect(of(project, taken())).toEqual(of(project, wanted));
    await give(webhook, 'remove');
  }, 60_000);

  it('is changed without losing its place, and what waited is sent there at once', async () => {
    answerTo = ({ type }) => (type.includes('registered') ? 204 : 500);
    const webhook = await register({ project: second });
    await until(() => received.some(({ status }) => status === 500));
    answerTo = () => 204;
    const change = { url: `${url}/other`, types: grant.types.slice(0, 2), project: second };
    expect((await world.post(`${path}/${webhook}/change`, change, { as: city })).status).toBe(428);
    const ifMatch = (await world.get(path, { as: city })).headers.get('etag')!;
    await world.done(`${path}/${webhook}/change`, change, { as: city, ifMatch });
    await until(() => taken().length > 1);
    expect(taken()).toEqual(of(second, await told()).slice(0, 2));
    expect(received.at(-1)!.path).toBe('/hook/other');
    await give(webhook, 'remove');
  }, 30_000);

  it('is tried with a signed event that tells of nothing, also while it is paused, and says at once how that went', async () => {
    const { leaf } = (await told()).at(-1)!;
    const webhook = await register({ after: leaf });
    await give(webhook, 'pause');
    expect((await give(webhook, 'test')).body).toMatchObject({ status: 204, error: null, leaf: null });
    const [{ headers, body, event }] = received as [Received];
    expect(event).toMatchObject({ specversion: '1.0', type: 'taizhang.webhook.test', subject: webhook, data: {} });
    new Webhook((await secretOf(webhook)).secret as string).verify(body, headers as Record<string, string>);
    answerTo = () => 307;
    expect((await give(webhook, 'test')).body).toMatchObject({ status: 307, error: null });
    expect(received.map(({ path }) => path)).toEqual(['/hook', '/hook']);
    const far = await register({ url: 'http://10.0.0.1/', after: leaf });
    expect((await give(far, 'test')).body).toMatchObject({ status: null, error: 'ADDRESS_REFUSED' });
    expect((await world.post(`${path}/${webhook}/test`, {}, { as: office })).status).toBe(403);
    for (const each of [webhook, far]) await give(each, 'remove');
  }, 30_000);

  it('shows what was sent to it and how that ended, the newest first and in pages', async () => {
    let refusals = 1;
    answerTo = () => (refusals-- > 0 ? 503 : 204);
    const webhook = await register({ project: second, types: ['project.registered'] });
    await until(async () => (await deliveries(webhook)).items.length > 1);
    const { leaf } = of(second, await told())[0]!;
    const { items, next } = await deliveries(webhook, '?limit=1');
    expect(items).toEqual([expect.objectContaining({ status: 204, error: null, leaf })]);
    const older = await deliveries(webhook, `?limit=1&cursor=${next}`);
    expect(older).toMatchObject({ items: [{ status: 503, error: null, leaf }], next: null });
    expect((await world.get(`${path}/${webhook}/deliveries?cursor=x`, { as: city })).status).toBe(400);
    expect((await world.get(`${path}/${webhook}/deliveries`, { as: office })).status).toBe(403);
    await give(webhook, 'remove');
    expect((await world.get(`${path}/${webhook}/deliveries`, { as: city })).status).toBe(404);
  }, 30_000);

  it('is told nothing more once the grant is revoked in the midst of it, and goes on with a new one', async () => {
    let answer = (): void => undefined;
    answerWhen = new Promise((resolve) => (answer = resolve));
    const webhook = await register({ project: first });
    await until(() => received.length > 0);
    await world.done('subscribers/city-library/revoke-subscription', { reason: '系统停用' });
    await world.restingEnd();
    answer();
    await pause(1_500);
    expect(received).toHaveLength(1);
    await world.done('subscribers/city-library/grant-subscription', grant);
    const wanted = of(first, await told());
    await until(() => received.length >= wanted.length);
    expect(taken()).toEqual(wanted);
    await give(webhook, 'remove');
  }, 30_000);

  it('that hangs is given up after a time, as all of those here were meanwhile', async () => {
    for (const webhook of hangs)
      await until(async () =>
        (await deliveries(webhook, '', hanging)).items.some(({ error }) => error === 'TIMED_OUT'),
      );
    const { items } = await deliveries(hangs[0]!, '', hanging);
    expect(items.find(({ error }) => error === 'TIMED_OUT')).toMatchObject({ status: null });
  }, 60_000);
});

describe('what is no webhook is refused', () => {
  it.each([
    [{ url: 'https://me:word@city.example/' }, 422],
    [{ url: 'ftp://city.example/' }, 422],
    [{ url: 'https://city.example/', after: 'x' }, 400],
    [{ url: 'https://city.example/', after: '999999999' }, 400],
    [{ url: 'https://city.example/', types: ['project.unknown'] }, 400],
  ])('%j', async (body, status) => {
    await world.done('subscribers/city-library/grant-subscription', grant);
    expect((await world.post(path, body, { as: city })).status).toBe(status);
  });

  it('as is another subscriber’s', async () => {
    const other: Person = { ...city, subject: 'other' };
    for (const as of [other, office]) {
      expect((await world.post(path, { url }, { as })).status).toBe(403);
      expect((await world.get(path, { as })).status).toBe(403);
    }
    expect((await world.get(`${path}/none/secret`, { as: city })).status).toBe(404);
  });
});
