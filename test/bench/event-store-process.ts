import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient } from '@eventstore/db-client';

const MAIN = fileURLToPath(new URL('../../libs/embedded/event-store/src/main.js', import.meta.url));

/** A process that printed where it listens, and what the system says of its use of time and memory. */
export class ListeningProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    /** Milliseconds from the start to the line that says where it listens. */
    readonly startedIn: number,
  ) {}

  static async start(script: string, args: string[]): Promise<ListeningProcess> {
    const started = performance.now();
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, LOG_LEVEL: 'warn' },
    });
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout!.once('data', (data: Buffer) => resolve(data.toString()));
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    });
    const { listening } = JSON.parse(line) as { listening: string };
    return new ListeningProcess(child, Number(listening.split(':').at(-1)), performance.now() - started);
  }

  static eventStore(data: string, ...more: string[]): Promise<ListeningProcess> {
    return ListeningProcess.start(MAIN, ['--data', data, '--exit-with-stdin', ...more]);
  }

  /** Ends it at once, whatever it is doing. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  /** CPU milliseconds since the start, user and system. */
  cpu(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** Resident memory in MiB. */
  rss(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))![1]) / 1024;
  }

  client(): EventStoreDBClient {
    return new EventStoreDBClient({ endpoint: { address: '127.0.0.1', port: this.port } }, { insecure: true });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.stdin!.end();
    await ended;
  }
}
