import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { CloudEvent } from '#libs/contracts';
import { assignedProject, document, office, openWorld, type Person, registration, type World } from './world.js';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: CloudEvent;
}

let world: World;
let receiver: Server;
let url: string;
let first: string;
let second: string;
/** Everything that came, and how each is answered. */
let received: Received[] = [];
let answerTo: (event: CloudEvent) => number = () => 204;

const city: Person = { role: 'SUBSCRIBER', unit: null, subject: 'city-library' };
const path = 'subscribers/city-library/webhooks';
const grant = { types: ['project.registered', 'project.responsibilities-assigned', 'project.completed'], units: null };

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  first = (await assignedProject(world)).id;
  second = (await assignedProject(world, registration('另一项目'))).id;
  await world.done('subscribers/city-library/grant-subscription', grant);
  await world.restingEnd();
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const event = JSON.parse(body) as CloudEvent;
      received.push({ headers: request.headers, body, event });
      response.writeHead(answerTo(event)).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
}, 300_000);
afterAll(async () => {
  await world?.stop();
  receiver?.close().closeAllConnections();
}, 120_000);
beforeEach(() => {
  received = [];
  answerTo = () => 204;
});

const told = async (query = '', as = city) => (await world.get(`feed${query}`, { as })).body.events as CloudEvent[];
const register = async (terms: object = {}) =>
  (await world.done(path, { url, ...terms }, { as: city })).body.id as string;
const give = (webhook: string, command: string, body: object = {}) =>
  world.done(`${path}/${webhook}/${command}`, body, { as: city });
const secretOf = async (webhook: string) => (await world.get(`${path}/${webhook}/secret`, { as: city })).body;
const of = (project: string, events: readonly CloudEvent[]) => events.filter(({ subject }) => subject === project);
const taken = () => received.filter(({ event }) => answerTo(event) === 204).map(({ event }) => event);

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
    const answers = answerTo;
    const seen: CloudEvent[] = [];
    answerTo = (event) => {
      const status = answers(event);
      if (status === 204) seen.push(event);
      return status;
    };
    const webhook = await register();
    const wanted = await told();
    await until(() => seen.length >= wanted.length);
    for (const project of [first, second]) expect(of(project, seen)).toEqual(of(project, wanted));
    const last = seen.findIndex(({ subject }) => subject === first);
    expect(seen.slice(0, last).map(({ subject }) => subject)).toEqual([second, second]);
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
    const shown = async () =>
      (await world.get(path, { as: city })).body.items as { id: string; paused: string | null }[];
    await until(async () => (await shown()).some(({ paused }) => paused === 'FAILING'));
    await world.restingEnd();
    const { body } = await world.get('inbox?kind=WebhookPaused');
    expect(body.items).toMatchObject([{ data: { webhook, cause: 'FAILING' } }]);
    answerTo = () => 204;
    await give(webhook, 'resume');
    const wanted = await told();
    await until(() => taken().length >= wanted.length);
    await give(webhook, 'remove');
  }, 30_000);

  it('is told nothing once the grant is revoked', async () => {
    const webhook = await register({ after: (await told()).at(-1)!.leaf });
    await world.done('subscribers/city-library/revoke-subscription', { reason: '系统停用' });
    await world.done('projects', registration('撤销之后'));
    await world.restingEnd();
    await pause(1_500);
    expect(received).toEqual([]);
    await give(webhook, 'remove');
  }, 30_000);
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
