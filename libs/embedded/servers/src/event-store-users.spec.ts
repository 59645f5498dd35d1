import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults as groupSettings,
} from '@eventstore/db-client';
import { type EventStoreUser, openEventStoreKeys } from './event-store-keys.js';
import { type RunningServers, startServers } from './start.js';

const elsewhere = { mongoUri: 'mongodb://m', redisUrl: 'redis://r' };
const data = join(mkdtempSync(join(tmpdir(), 'taizhang-users-')), 'data of one machine & more?');
const said: string[] = [];
const clients: EventStoreDBClient[] = [];
let servers: RunningServers;
let admin: EventStoreDBClient;

const start = () => startServers({ data, given: elsewhere, say: (line) => said.push(line) });
const connect = (url: string): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString([url] as unknown as TemplateStringsArray);
  clients.push(client);
  return client;
};
const as = (user: EventStoreUser) => connect(servers.eventStoreUsers![user]);
/** Nobody's address in use is that of an admin: it is made from what only the owner of the folder can read. */
async function asAdmin(): Promise<EventStoreDBClient> {
  const { passwords } = await openEventStoreKeys(data);
  return connect(servers.eventStoreUrl.replace(/\/\/[^@]*@/, `//admin:${passwords.admin}@`));
}

const happened = () => jsonEvent({ type: 'Happened', data: { n: 1 } });
const append = (client: EventStoreDBClient, stream: string) => client.appendToStream(stream, happened());
async function count(events: AsyncIterable<unknown>): Promise<number> {
  let found = 0;
  for await (const _ of events) found++;
  return found;
}
const denied = { type: 'access-denied' };

beforeAll(async () => {
  servers = await start();
  admin = await asAdmin();
  await append(as('api'), 'project-1');
}, 60_000);
afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await servers.stop();
  rmSync(join(data, '..'), { recursive: true, force: true });
}, 60_000);

describe('the event store of one machine', () => {
  it('is reached with TLS and as a user, and says neither password nor key to whoever looks on', async () => {
    const { passwords } = await openEventStoreKeys(data);
    for (const [user, address] of Object.entries(servers.eventStoreUsers!))
      expect(address).toMatch(new RegExp(`^esdb://${user}:[\\w-]{32}@localhost:\\d+\\?tls=true&tlsCAFile=`));
    expect(said.join('\n')).toContain('Event store answers at esdb://localhost:');
    for (const password of Object.values(passwords)) expect(said.join('\n')).not.toContain(password);
    for (const file of ['certificate.pem', 'key.pem', 'users.json', 'passwords.json'])
      expect(statSync(join(data, 'event-store-keys', file)).mode & 0o777).toBe(0o600);
    const users = readFileSync(join(data, 'event-store-keys', 'users.json'), 'utf8');
    for (const password of Object.values(passwords)) expect(users).not.toContain(password);
  });

  it('answers nobody who has no password or no trust in its certificate', async () => {
    const nobody = connect(servers.eventStoreUrl.replace(/\/\/[^@]*@/, '//'));
    await expect(append(nobody, 'project-1')).rejects.toMatchObject(denied);
    await expect(count(nobody.readStream('project-1'))).rejects.toMatchObject(denied);
    const wrong = connect(servers.eventStoreUrl.replace(/\/\/[^@]*@/, '//api:wrong@'));
    await expect(count(wrong.readStream('project-1'))).rejects.toMatchObject(denied);
    const distrusting = connect(servers.eventStoreUrl.replace(/&tlsCAFile=.*/, ''));
    await expect(count(distrusting.readStream('project-1'))).rejects.toMatchObject({ type: 'unavailable' });
    const plain = connect(servers.eventStoreUrl.replace(/\?.*/, '?tls=false'));
    await expect(count(plain.readStream('project-1'))).rejects.toMatchObject({ type: 'unavailable' });
  });

  it.each(['api', 'worker'] as const)(
    'lets the %s read the log and append to streams, and delete none',
    async (user) => {
      const client = as(user);
      await append(client, 'project-1');
      expect(await count(client.readStream('project-1'))).toBeGreaterThan(1);
      expect(await count(client.readAll({ maxCount: 1 }))).toBe(1);
      await expect(client.deleteStream('project-1')).rejects.toMatchObject(denied);
      await expect(client.tombstoneStream('project-1')).rejects.toMatchObject(denied);
      await expect(append(client, '$settings')).rejects.toMatchObject(denied);
      await expect(client.setStreamMetadata('$all', {})).rejects.toMatchObject(denied);
      await expect(
        client.createPersistentSubscriptionToStream('project-1', 'g', groupSettings()),
      ).rejects.toMatchObject(denied);
    },
  );

  it('lets the projector read the log and nothing more', async () => {
    const projector = as('projector');
    expect(await count(projector.readStream('project-1'))).toBeGreaterThan(0);
    expect(await count(projector.readAll({ maxCount: 1 }))).toBe(1);
    await expect(append(projector, 'project-1')).rejects.toMatchObject(denied);
    await expect(append(projector, 'new-1')).rejects.toMatchObject(denied);
    await expect(projector.setStreamMetadata('project-1', {})).rejects.toMatchObject(denied);
    await expect(projector.deleteStream('project-1')).rejects.toMatchObject(denied);
  });

  it('lets subscribers read what was published, by its category and by its streams, and nothing else', async () => {
    const worker = as('worker');
    await worker.setStreamMetadata('public-1', { acl: { readRoles: ['subscribers', 'api', 'projector', 'worker'] } });
    await append(worker, 'public-1');
    await append(worker, 'public-1');
    const subscribers = as('subscribers');
    expect(await count(subscribers.readStream('public-1'))).toBe(2);
    const heard: string[] = [];
    const subscription = subscribers.subscribeToStream('$ce-public', { resolveLinkTos: true });
    await new Promise<void>((resolve, reject) =>
      subscription.on('error', reject).on('data', ({ event }) => heard.push(event!.streamId) === 2 && resolve()),
    );
    await subscription.unsubscribe();
    expect(heard).toEqual(['public-1', 'public-1']);
    for (const stream of ['project-1', '$ce-project', '$et-Happened', '$settings', '$$public-1'])
      await expect(count(subscribers.readStream(stream))).rejects.toMatchObject(denied);
    await expect(count(subscribers.readAll({ maxCount: 1 }))).rejects.toMatchObject(denied);
    for (const stream of ['public-1', 'public-2', 'project-1', '$ce-public'])
      await expect(append(subscribers, stream)).rejects.toMatchObject(denied);
    await expect(subscribers.setStreamMetadata('public-1', {})).rejects.toMatchObject(denied);
  });

  it('leaves the rest to an admin', async () => {
    await append(admin, 'passing-1');
    await admin.deleteStream('passing-1');
    await admin.createPersistentSubscriptionToStream('project-1', 'g', groupSettings());
    await admin.deletePersistentSubscriptionToStream('project-1', 'g');
  });

  it('keeps users and certificate over a restart, and writes no rights that are there already', async () => {
    const rights = async () =>
      (await count(admin.readStream('$settings'))) +
      (await count(admin.readStream('$$$all', { direction: 'backwards' }))) +
      Number((await admin.getStreamMetadata('$all')).metastreamRevision) +
      Number((await admin.getStreamMetadata('$ce-public')).metastreamRevision);
    const [keys, before] = [await openEventStoreKeys(data), await rights()];
    await servers.stop();
    servers = await start();
    admin = await asAdmin();
    expect(await openEventStoreKeys(data)).toEqual(keys);
    expect(await rights()).toBe(before);
    await append(as('api'), 'project-1');
  }, 60_000);
});
