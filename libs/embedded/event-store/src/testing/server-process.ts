import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, credentials } from '@grpc/grpc-js';
import { temporaryFolder } from './harness.js';

const MAIN = join(process.cwd(), 'dist/libs/embedded/event-store/src/main.js');

/** The built server in a process of its own, for tests that look at its memory and time. */
export function withServerProcess() {
  const context = {} as { server: ChildProcess; port: number; grpc: Client };
  beforeAll(async () => {
    if (!existsSync(MAIN)) throw new Error('Run npm run build first: this test starts the server as a process.');
    const args = [MAIN, '--data', temporaryFolder(), '--exit-with-stdin'];
    const env = { ...process.env, LOG_LEVEL: 'fatal' };
    const server = (context.server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env }));
    const line = await new Promise<Buffer>((resolve) => server.stdout.once('data', resolve));
    context.port = Number((JSON.parse(line.toString()) as { listening: string }).listening.split(':')[1]);
    context.grpc = new Client(`127.0.0.1:${context.port}`, credentials.createInsecure());
  });
  afterAll(async () => {
    context.grpc.close();
    const ended = new Promise((resolve) => context.server.once('exit', resolve));
    context.server.stdin!.end();
    await ended;
  });
  const proc = (file: string) => readFileSync(`/proc/${context.server.pid}/${file}`, 'utf8');
  return {
    context,
    /** Resident memory in MiB. */
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(proc('status'))![1]) / 1024,
    /** CPU milliseconds since the start. */
    cpu: () => {
      const fields = proc('stat').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
  };
}
