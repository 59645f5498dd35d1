import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUBLIC_NAMES } from '#libs/contracts';
import { type Grant, type SubscriberCommand } from '#libs/domain';
import { adoptDefaultPolicies, openRuntime, readConfig, type Runtime } from '#libs/platform';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import { compiled, environmentOf, freePort, keeper, type Program } from '../programs.js';
import { subscriberEnvelope, subscriberTokens } from '../subscribers.js';
import { CutDoor } from './cut-door.js';
import { KeptMongo } from './kept-mongo.js';
import { redisOptions, redisServer } from './redis.js';
import { Receiver } from './subscribers-receiver.js';

const PATIENCE = 60_000;
/** Bytes after which a connection of the consumer behind the door is cut, at most: more than a full page has. */
const LONGEST_CUT = 500_000;
const ISSUER = 'urn:taizhang:faults';

export const GRANTS = {
  crashing: { types: PUBLIC_NAMES, units: null },
  cut: { types: PUBLIC_NAMES.filter((name) => name !== 'project.milestones-scheduled'), units: ['unit-1', 'unit-2'] },
  hooked: { types: PUBLIC_NAMES, units: ['unit-1', 'unit-3'] },
} satisfies Readonly<Record<string, Grant>>;

/** The product in processes of its own on servers that keep their data over the rounds, and who follows it. */
export interface SubscribersWorld {
  readonly runtime: Runtime;
  readonly mongo: KeptMongo;
  readonly door: CutDoor;
  readonly receiver: Receiver;
  readonly redisPort: number;
  readonly eventStore: Program;
  readonly redis: Program;
  readonly api: Program;
  readonly workers: readonly Program[];
  readonly programs: readonly Program[];
  /** A consumer from the first event on, under the grant of that name; the file that it keeps. */
  consume(name: string, grant: 'crashing' | 'cut', crashEvery: number): { program: Program; file: string };
  stop(): Promise<void>;
}

export async function openSubscribersWorld(seed: number, random: () => number): Promise<SubscribersWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-subscribers-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  const programs: Program[] = [];
  const keep = keeper(join(folder, 'programs'), programs);
  const [port, redisPort, apiPort] = [await freePort(), await freePort(), await freePort()];
  const eventStoreUrl = `esdb://127.0.0.1:${port}?tls=false`;
  const data = ['--port', String(port), '--data', join(folder, 'event-store'), '--exit-with-stdin'];
  const eventStore = keep('event-store', [compiled('libs/embedded/event-store/src/main.js'), ...data], {});
  const queue = redisOptions(redisPort, folder);
  const redis = keep('redis', queue, { PATH: process.env.PATH }, await redisServer());
  const mongo = await KeptMongo.start(join(folder, 'servers'), eventStoreUrl);
  const servers = { eventStoreUrl, mongoUri: mongo.uri, redisUrl: `redis://127.0.0.1:${redisPort}` };

  const { jwks, tokenOf } = await subscriberTokens(folder, ISSUER);
  const environment = environmentOf(servers, {
    ...{ TAIZHANG_DATA: join(folder, 'data'), TAIZHANG_WEBHOOK_NETWORKS: '127.0.0.0/8' },
    ...{ TAIZHANG_JWKS: jwks, TAIZHANG_ISSUER: ISSUER },
  });
  const runtime = openRuntime(readConfig(environment, { startsServers: false }), 'faults');
  const door = await CutDoor.open(
    () => apiPort,
    () => Math.ceil(random() ** 3 * LONGEST_CUT),
  );
  const receiver = await Receiver.open(random);
  await patiently(PATIENCE, () => adoptDefaultPolicies(runtime.door, runtime.clock));
  const workers = ['worker-1', 'worker-2'].map((name) =>
    keep(name, [compiled('apps/worker/src/main.js')], environment),
  );
  const api = keep('api', [compiled('apps/api/src/main.js')], { ...environment, PORT: String(apiPort) });
  const send = (subscriber: string, command: SubscriberCommand) => {
    // Made once, so that a repetition is the same command.
    const envelope = subscriberEnvelope(subscriber, command);
    return patiently(PATIENCE, () => runtime.door.handle(envelope));
  };
  for (const [subscriber, grant] of Object.entries(GRANTS))
    await send(subscriber, { type: 'GrantSubscription', ...grant });
  const terms = { url: receiver.url, types: null, project: null, signature: 'v1', after: null } as const;
  await send('hooked', { type: 'RegisterWebhook', ...terms });
  const tokens = { crashing: await tokenOf('crashing'), cut: await tokenOf('cut') };
  return {
    ...{ runtime, mongo, door, receiver, redisPort, eventStore, redis, api, workers, programs },
    consume(name, grant, crashEvery) {
      const file = join(folder, name);
      const own = {
        PATH: process.env.PATH,
        TAIZHANG_URL: `http://${grant === 'cut' ? door.address : `127.0.0.1:${apiPort}`}`,
        TAIZHANG_TOKEN: tokens[grant],
        ...{ CRASH_EVERY: String(crashEvery), SEED: String(seed) },
      };
      return { program: keep(name, [compiled('test/faults/subscribers-consumer.js'), file], own), file };
    },
    async stop() {
      door.close();
      receiver.close();
      await runtime.close();
      await Promise.all(programs.map((program) => program.stop('SIGKILL')));
      await mongo.stop();
      process.off('exit', remove);
      remove();
    },
  };
}
