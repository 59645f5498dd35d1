import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { launchOnFreePort, untilOpen } from './answer.js';
import type { Launched } from './launch.js';
import { repository } from './places.js';

export async function startRedis(data: string, command: string, signal: AbortSignal) {
  const dir = join(data, 'redis');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const settings = join(repository, 'infra', 'redis.conf');
  const { port, launched } = await launchOnFreePort(
    (port) => ({ data, name: 'redis', command, args: [settings, '--port', String(port), '--dir', dir] }),
    ask,
    signal,
  );
  return { address: `redis://127.0.0.1:${port}`, launched };
}

async function ask(port: number, server: Launched): Promise<void> {
  await untilOpen(port);
  const redis = new Redis({ port, host: '127.0.0.1', lazyConnect: true, enableReadyCheck: false, retryStrategy: null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
    const pid = /process_id:(\d+)/.exec(await redis.info('server'))?.[1];
    if (Number(pid) !== server.pid()) throw new Error('another server answers on this port');
  } finally {
    redis.disconnect();
  }
}
