import { runningServers, startServers } from '#libs/embedded/servers';
import { project } from '#libs/event-sourcing';
import { appendReads, openRuntime, readConfig, type Runtime } from '#libs/platform';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { say } from './terminal.js';

/**
 * Gives a command the servers that are configured, those of a start that is running on the data folder,
 * or else its own for as long as it takes.
 */
export async function withRuntime<T>(use: (runtime: Runtime) => Promise<T>): Promise<T> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env }, { startsServers: true });
  const { eventStoreUrl, mongoUri, redisUrl, data } = config;
  const configured = eventStoreUrl && mongoUri ? { eventStoreUrl, mongoUri, redisUrl } : undefined;
  const running = configured ?? runningServers(data);
  const own = running ? undefined : await startServers({ data, say });
  const runtime = openRuntime({ ...config, ...(running ?? own!) }, 'cli');
  try {
    return await use(runtime);
  } finally {
    await runtime.close();
    await own?.stop();
  }
}

interface Look {
  /** The command, such as `replay`. */
  readonly door: string;
  readonly project?: string;
  readonly asked: Readonly<Record<string, unknown>>;
}

/** The same for a command that shows history: that somebody looked is recorded first, by their account's number. */
export const withHistory = <T>({ door, project, asked }: Look, use: (runtime: Runtime) => Promise<T>): Promise<T> =>
  withRuntime(async (runtime) => {
    const given = Object.entries(asked).filter(([, value]) => typeof value === 'string') as [string, string][];
    await appendReads(runtime.store, [
      {
        at: runtime.clock.now().toISOString(),
        reader: { id: `cli-${process.getuid?.() ?? 'user'}`, role: 'SYSTEM', unit: null },
        door: `taizhang ${door}`,
        project: project ?? null,
        asked: Object.fromEntries(given),
        status: 200,
      },
    ]);
    return use(runtime);
  });

/** Keeps the views while a command needs them, unless a projector that is running already does. */
export async function withProjector<T>({ db, store, owner }: Runtime, use: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const projector = project({ db, store, owner, name: PROJECTION, views: VIEWS }, stop.signal);
  try {
    return await Promise.race([use(), projector.then(() => Promise.reject(new Error('the projector stopped')))]);
  } finally {
    stop.abort();
    await projector.catch(() => undefined);
  }
}
