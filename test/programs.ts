import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { Addresses } from '#libs/embedded/servers';

export const compiled = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** What a program of ours finds in its environment: these servers, and nothing that the tester's own shell sets. */
export const environmentOf = (servers: Addresses, more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  EVENTSTORE_URL: servers.eventStoreUrl,
  MONGODB_URI: servers.mongoUri,
  MONGODB_DB: 'taizhang',
  REDIS_URL: servers.redisUrl,
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'warn',
  ...more,
});

const RESTART_MILLISECONDS = 200;

/** A program that is kept running, as a supervisor would, until it is stopped. */
export class Program {
  private child: ChildProcess | undefined;
  private wanted = false;
  private kept: Promise<void> = Promise.resolve();
  kills = 0;
  starts = 0;

  constructor(
    readonly name: string,
    private readonly command: readonly string[],
    private readonly environment: NodeJS.ProcessEnv,
    private readonly logFile: string,
    private readonly executable = process.execPath,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  start(): void {
    this.wanted = true;
    this.kept = this.keep();
  }

  /** Ends it at once, whatever it is doing; it comes back by itself. */
  kill(): number {
    this.kills++;
    const { pid } = this;
    this.child?.kill('SIGKILL');
    return pid;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.wanted = false;
    const hard = setTimeout(() => this.child?.kill('SIGKILL'), 5_000);
    this.child?.kill(signal);
    await this.kept;
    clearTimeout(hard);
  }

  /** The most memory that it had so far, in MiB. */
  peakMemory(): number {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))![1]) / 1024;
  }

  lastLines(): string {
    const lines = existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8').trimEnd().split('\n') : [];
    return `${this.name}, started ${this.starts} times:\n${lines.slice(-6).join('\n')}`;
  }

  private async keep(): Promise<void> {
    while (this.wanted) {
      this.starts++;
      const log = openSync(this.logFile, 'a');
      const child = spawn(this.executable, [...this.command], {
        stdio: ['pipe', log, log],
        env: this.environment,
      });
      closeSync(log);
      this.child = child;
      running.add(child);
      await new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
      running.delete(child);
      if (this.wanted) await pause(RESTART_MILLISECONDS);
    }
  }
}

/** A port that nobody listens at, for a server that must come back at the same one. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts programs, each with its log in a folder of theirs, and notes them among others. */
export function keeper(logs: string, programs: Program[]) {
  mkdirSync(logs);
  return (name: string, command: readonly string[], environment: NodeJS.ProcessEnv, executable?: string): Program => {
    const program = new Program(name, command, environment, join(logs, `${name}.log`), executable);
    programs.push(program);
    program.start();
    return program;
  };
}
