import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient, MongoServerError } from 'mongodb';
import { launchOnFreePort, untilOpen } from './answer.js';
import type { Launched } from './launch.js';
import { repository } from './places.js';

/** Codes of mongod that say where its replica set stands. */
const notYetInitialized = 94;
const invalidReplicaSetConfig = 93;

const uriOf = (port: number) => `mongodb://127.0.0.1:${port}/?directConnection=true`;

/** A mongod of the machine, as a replica set of one, so that `w: majority` means what it means in production. */
export async function startMongod(data: string, command: string, signal: AbortSignal) {
  const dir = folderOf(data);
  const options = (port: number) => [
    '--bind_ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--dbpath',
    dir,
    '--replSet',
    'rs',
  ];
  const { port, launched } = await launchOnFreePort(
    (port) => ({ data, name: 'mongo', command, args: options(port) }),
    (port, server) => ask(port, server, becomePrimary),
    signal,
  );
  return { address: uriOf(port), launched };
}

/** A program of its own, under the licence of the server that it starts. */
export const standIn = join(repository, 'libs', 'embedded', 'servers', 'src', 'stand-in.py');

/** SecantusDB, the stand-in: standalone, because its replica set is only a picture of one. */
export async function startStandIn(data: string, python: string, signal: AbortSignal) {
  const dir = folderOf(data);
  const config = join(data, 'run', 'secantusd.toml');
  writeFileSync(config, '# Empty: keeps the server from reading a configuration of the user or the machine.\n');
  const options = (port: number) => [
    ...['--config', config, '--host', '127.0.0.1', '--port', String(port), '--storage-path', dir],
    ...['--standalone', '--sync-on-commit', '--oplog-max-entries', '1000'],
  ];
  const { port, launched } = await launchOnFreePort(
    (port) => ({ data, name: 'mongo', command: python, args: [standIn, ...options(port)] }),
    (port, server) => ask(port, server),
    signal,
  );
  return { address: uriOf(port), launched };
}

function folderOf(data: string): string {
  const dir = join(data, 'mongo');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return dir;
}

async function ask(port: number, server: Launched, prepare?: (client: MongoClient, port: number) => Promise<void>) {
  await untilOpen(port);
  const client = new MongoClient(uriOf(port), { serverSelectionTimeoutMS: 2_000 });
  try {
    const admin = client.db('admin');
    await admin.command({ ping: 1 });
    const { pid } = await admin.command({ serverStatus: 1 });
    if (Number(pid) !== server.pid()) throw new Error('another server answers on this port');
    await prepare?.(client, port);
  } finally {
    await client.close();
  }
}

/** The set's only member is this server at today's port, whatever port it had at the last start. */
async function becomePrimary(client: MongoClient, port: number): Promise<void> {
  const admin = client.db('admin');
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  try {
    await admin.command({ replSetGetStatus: 1 });
  } catch (error) {
    const code = error instanceof MongoServerError ? error.code : undefined;
    if (code === notYetInitialized) {
      await admin.command({ replSetInitiate: { _id: 'rs', members } });
    } else if (code === invalidReplicaSetConfig) {
      const { config } = await admin.command({ replSetGetConfig: 1 });
      await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
    } else {
      throw error;
    }
  }
  const { isWritablePrimary } = await admin.command({ hello: 1 });
  if (!isWritablePrimary) throw new Error('not primary yet');
}
