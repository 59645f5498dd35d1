import { join } from 'node:path';
import { Redis } from 'ioredis';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import { onPath, repository } from '../../libs/embedded/servers/src/places.js';
import { standIns } from '../../libs/embedded/servers/src/stand-ins.js';

const PATIENCE = 30_000;

/** What is on the machine, or the stand-in. */
export async function redisServer(): Promise<string> {
  const installed = onPath('redis-server', 'valkey-server');
  return installed ?? (await standIns(['Redis'], () => undefined, new AbortController().signal)).valkeyServer;
}

export const redisOptions = (port: number, folder: string): string[] => [
  join(repository, 'infra', 'redis.conf'),
  ...['--port', String(port), '--dir', folder],
];

/** Takes everything out of it; it may still be on its way up after the fault before. */
export const emptyRedis = (port: number): Promise<void> => patiently(PATIENCE, () => flushed(port));

async function flushed(port: number): Promise<void> {
  const redis = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
}
