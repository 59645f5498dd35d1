import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  EventStoreDBClient,
  persistentSubscriptionToStreamSettingsFromDefaults as settings,
} from '@eventstore/db-client';
import { type RunningEventStore, startEventStore } from '../index.js';
import { collect, failure, freshName, numbered, numbers, temporaryFolder, until } from '../testing/harness.js';
import { makeCertificate } from './certificate.js';
import { writeUsers } from './users.js';

let store: RunningEventStore;
let rootCertificate: Buffer;
const clients: EventStoreDBClient[] = [];

function clientOf(username?: string, password = `${username}'s`): EventStoreDBClient {
  const endpoint = { address: 'localhost', port: store.port };
  const credentials = username === undefined ? undefined : { username, password };
  const client = new EventStoreDBClient({ endpoint }, { rootCertificate }, credentials);
  clients.push(client);
  return client;
}

beforeAll(async () => {
  const folder = temporaryFolder();
  const { certificate, key } = makeCertificate(['localhost', '127.0.0.1'], 30);
  rootCertificate = Buffer.from(certificate);
  const tls = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  writeFileSync(tls.certificate, certificate);
  writeFileSync(tls.key, key);
  const users = join(folder, 'users.json');
  await writeUsers(users, [
    { name: 'admin', groups: ['$admins'], password: "admin's" },
    { name: 'api', groups: ['writers'], password: "api's" },
    { name: 'projector', groups: [], password: "projector's" },
  ]);
  store = await startEventStore({ data: join(folder, 'data'), tls, users });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await store.close();
});

const denied = { type: 'access-denied' };

describe('with users', () => {
  it('any of them reads and writes streams, only admins delete', async () => {
    const api = clientOf('api');
    const name = freshName();
    await api.appendToStream(name, numbered(1));
    await api.appendToStream(name, numbered(2), { credentials: { username: 'api', password: "api's" } });
    expect(await numbers(clientOf('projector').readStream(name))).toEqual([1, 2]);
    expect(await failure(api.deleteStream(name))).toMatchObject(denied);
    expect(await failure(api.tombstoneStream(name))).toMatchObject(denied);
    await clientOf('admin').deleteStream(name);
  });

  it('nobody gets in without or with wrong credentials', async () => {
    const name = freshName();
    for (const client of [clientOf(), clientOf('api', 'wrong'), clientOf('nobody', '')]) {
      expect(await failure(client.appendToStream(name, numbered(1)))).toMatchObject(denied);
      expect(await failure(client.readStream(name))).toMatchObject(denied);
    }
  });

  it('$all and system streams are for admins, unless metadata allows them to others', async () => {
    const [admin, projector] = [clientOf('admin'), clientOf('projector')];
    expect(await failure(projector.readAll({ maxCount: 1 }))).toMatchObject(denied);
    const refused = projector.subscribeToAll();
    const errors: unknown[] = [];
    refused.on('error', (error) => errors.push(error));
    await until(() => errors.length === 1);
    expect(errors[0]).toMatchObject(denied);
    expect(await failure(projector.readStream('$ce-x'))).toMatchObject(denied);
    await admin.appendToStream('some', numbered(1));
    await admin.setStreamMetadata('$all', { acl: { readRoles: ['projector'] } });
    expect((await collect(projector.readAll({ maxCount: 1 }))).length).toBe(1);
    expect(await failure(clientOf('api').readAll({ maxCount: 1 }))).toMatchObject(denied);
  });

  it('a stream’s $acl decides, by names and by groups', async () => {
    const [admin, api, projector] = [clientOf('admin'), clientOf('api'), clientOf('projector')];
    const name = freshName();
    await admin.setStreamMetadata(name, {
      acl: { readRoles: ['projector'], writeRoles: ['writers'], deleteRoles: ['api'], metaWriteRoles: ['$admins'] },
    });
    await api.appendToStream(name, numbered(1));
    expect(await failure(projector.appendToStream(name, numbered(2)))).toMatchObject(denied);
    expect(await failure(api.readStream(name))).toMatchObject(denied);
    expect(await numbers(projector.readStream(name))).toEqual([1]);
    expect(await failure(api.setStreamMetadata(name, {}))).toMatchObject(denied);
    await api.deleteStream(name);
  });

  it('only admins and $ops manage persistent subscriptions; reading one takes the right to read its stream', async () => {
    const [admin, api] = [clientOf('admin'), clientOf('api')];
    const name = freshName();
    const create = (client: EventStoreDBClient) =>
      client.createPersistentSubscriptionToStream(name, 'g', settings({ startFrom: 'start' }));
    expect(await failure(create(api))).toMatchObject(denied);
    await create(admin);
    await api.appendToStream(name, numbered(5));
    const subscription = api.subscribeToPersistentSubscriptionToStream(name, 'g');
    const heard: unknown[] = [];
    subscription.on('data', ({ event }) => heard.push(event!.data));
    await until(() => heard.length === 1);
    const { connections } = await admin.getPersistentSubscriptionToStreamInfo(name, 'g');
    expect(connections[0]!.username).toBe('api');
    await subscription.unsubscribe();
  });
});

describe('a store that cannot read its files', () => {
  it('refuses to start and names the file', async () => {
    const data = temporaryFolder();
    await expect(startEventStore({ data, users: '/nowhere/users' })).rejects.toThrow(/user file \/nowhere\/users/);
    const tls = { certificate: '/nowhere/cert', key: '/nowhere/key' };
    await expect(startEventStore({ data, tls })).rejects.toThrow(/\/nowhere\/cert cannot be read/);
  });
});
