import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServers } from '#libs/embedded/servers';
import { type Envelope, readCheckpoint } from '#libs/event-sourcing';
import { adoptDefaultPolicies, openRuntime, readConfig } from '#libs/platform';
import { PROJECTION } from '#libs/read-models';
import { importRows } from '../../apps/cli/src/import/nyc-capital-projects/index.js';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import { nycCsv, nycRows, randomFrom } from '../fixtures/nyc-capital-projects.js';
import { compiled, environmentOf, freePort, keeper } from '../programs.js';
import { killAtRandom } from './import-killer.js';
import { CommandLedger, compareWithReplay } from './import-ledger.js';
import { MovingPlan } from './import-plan.js';
import { Reader } from './import-reader.js';
import { playRounds, type Round } from './rounds.js';

/** Longest pause ahead of each of the 16 commands under way, so that the kills fall into the middle of the import. */
const LONGEST_PAUSE = 200;
const PATIENCE = 60_000;

/**
 * Kills projector, worker and event store while histories are imported and a plan moves, with a reader all the while:
 * no acknowledged command is lost or doubled, every read model is what a replay makes, no total differs from its rows.
 */
export async function faultsImport(args: string[] = []): Promise<boolean> {
  const passed = await playRounds('import', args, playRound);
  if (passed) console.log('import: nothing lost or doubled, every view as replayed, every total the sum of its rows');
  return passed;
}

async function playRound({ folder, seed, programs }: Round): Promise<string> {
  const began = performance.now();
  const random = randomFrom(seed);
  const file = join(folder, 'rows.csv');
  writeFileSync(file, nycCsv(nycRows({ seed, projects: 40, dates: 10 })));

  const port = await freePort();
  const eventStoreUrl = `esdb://127.0.0.1:${port}?tls=false`;
  const keep = keeper(join(folder, 'programs'), programs);
  const eventStoreMain = compiled('libs/embedded/event-store/src/main.js');
  const eventStoreData = join(folder, 'event-store');
  keep('event-store', [eventStoreMain, '--port', String(port), '--data', eventStoreData, '--exit-with-stdin'], {});
  const servers = await startServers({ data: join(folder, 'servers'), given: { eventStoreUrl } });
  const environment = environmentOf(servers);
  const open = () => openRuntime(readConfig(environment, { startsServers: false }), 'faults');
  const runtime = open();
  const { door, db, store, clock } = runtime;
  try {
    await patiently(PATIENCE, () => adoptDefaultPolicies(door, clock));
    keep('projector', [compiled('apps/projector/src/main.js')], environment);
    keep('worker', [compiled('apps/worker/src/main.js')], environment);

    const ledger = new CommandLedger();
    const record = ledger.recording((envelope) => door.handle(envelope));
    const send = async (envelope: Envelope) => {
      await pause(random() * LONGEST_PAUSE);
      return record(envelope);
    };
    const revisionOf = async (stream: string) => (await door.streams.load(stream)).revision;
    const reader = new Reader(db);
    reader.start();
    let done = false;
    const ended = () => done;
    const plan = new MovingPlan(String(seed), record, randomFrom(seed + 1));
    const moving = plan.run(ended);
    const killing = killAtRandom(programs, db, random, ended);
    const importing = importRows(file, { send, revisionOf }, { patienceMilliseconds: PATIENCE });
    try {
      // Every kill is made in every round: where the import is over before, the plan goes on moving.
      await Promise.race([Promise.all([importing, killing]), moving]);
    } finally {
      done = true;
      await Promise.allSettled([moving, killing, importing]);
    }
    await moving;

    const end = await patiently(PATIENCE, () => store.end());
    await patiently(PATIENCE, async () => {
      const reached = (await readCheckpoint(db, PROJECTION))?.position ?? -1;
      if (reached < end) throw new Error(`the views stand at ${reached} and do not reach ${end}`);
    });
    const positions = await reader.stop();
    const events = await ledger.compare(store);
    const documents = await compareWithReplay(db, store);
    await importAgain(file, open());
    const kills = programs.map(({ name, kills }) => `${name} ${kills}`).join(', ');
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    return (
      `killed ${kills}; ${ledger.count} commands, ${events} events, ${documents} documents, ` +
      `${reader.answers} answers at ${positions} positions, ${reader.busy} put off; ${seconds} s`
    );
  } finally {
    await runtime.close();
    await Promise.all(programs.map((program) => program.stop('SIGKILL')));
    await servers.stop();
  }
}

/** With nothing in memory of what was sent: the log alone must say that all of it is done. */
async function importAgain(file: string, { door, close }: ReturnType<typeof openRuntime>): Promise<void> {
  try {
    const { newEvents } = await importRows(file, {
      send: (envelope) => door.handle(envelope),
      revisionOf: async (stream) => (await door.streams.load(stream)).revision,
    });
    if (newEvents > 0) throw new Error(`the second import made ${newEvents} new events`);
  } finally {
    await close();
  }
}
