import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { type Actor, bodyHashOf, CommandDoor, type Envelope, EventStore, systemClock } from '#libs/event-sourcing';
import { authorize, type ProjectCommand } from '#libs/domain';
import { DECIDERS } from '#libs/platform';
import { inParallel } from '../../apps/cli/src/import/in-parallel.js';
import { ListeningProcess } from './event-store-process.js';
import { comparison, figure, inTurns } from './report.js';

const BENCH = 'command';
const AT_ONCE = 16;
const STREAMS = 300;
const COMMANDS = 3_000;
const PAIRS = 7;
const ACTOR: Actor = { id: 'bench', role: 'LG_OFFICE', unit: null };

/** The command path against a bare loop of read and append, on one client and with events of equal size. */
export async function benchCommand(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-command-'));
  const server = await ListeningProcess.eventStore(folder);
  const store = new EventStore(`esdb://127.0.0.1:${server.port}?tls=false`);
  try {
    const door = new CommandDoor(store, DECIDERS, systemClock, authorize);
    const commands = await commandSide(door);
    const bare = await bareSide(store);
    await commands(COMMANDS);
    await bare(COMMANDS);
    const result = await inTurns(
      BENCH,
      PAIRS,
      () => commands(COMMANDS),
      () => bare(COMMANDS),
    );
    figure(BENCH, `commands, ${AT_ONCE} in flight`, result.own, '1/s');
    figure(BENCH, 'bare read and append', result.other, '1/s');
    return comparison(BENCH, 'commands/s', result.ratio, 'a bare loop of read and append', 0.5);
  } finally {
    await store.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Side = (count: number) => Promise<number>;

const ids = Array.from({ length: STREAMS }, () => randomUUID());

/** Work spread over the streams, so many at once; how many a second. */
async function rateOf(count: number, work: (id: string, round: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const all = Array.from({ length: count }, (_, n) => ({ id: ids[n % STREAMS]!, round: Math.floor(n / STREAMS) }));
  await inParallel(AT_ONCE, all, async ({ id, round }) => void (await work(id, round)));
  return (count / (performance.now() - began)) * 1_000;
}

async function commandSide(door: CommandDoor): Promise<Side> {
  const details = {
    name: '示例道路',
    description: null,
    sector: 'transport',
    town: '示例镇',
    nature: 'NEW' as const,
    investmentType: 'GOVERNMENT' as const,
    managingUnit: null,
    clientUnit: null,
    landArea: null,
    remark: null,
  };
  const send = (id: string, command: ProjectCommand) => {
    const commandId = randomUUID();
    const envelope: Envelope = {
      stream: `project-${id}`,
      command,
      actor: ACTOR,
      commandId,
      bodyHash: bodyHashOf(command),
      correlationId: commandId,
    };
    return door.handle(envelope);
  };
  await rateOf(STREAMS, (id) =>
    send(id, {
      type: 'RegisterProject',
      occurredOn: '2010-01-01',
      details,
      status: 'CONCEIVED',
      currency: 'CNY',
      programme: null,
    }),
  );
  let day = Date.UTC(2010, 0, 2);
  return (count) => {
    const from = day;
    day += Math.ceil(count / STREAMS) * 86_400_000;
    return rateOf(count, (id, round) => {
      const occurredOn = new Date(from + round * 86_400_000).toISOString().slice(0, 10);
      return send(id, { type: 'ChangeDetails', occurredOn, changes: { name: `示例道路，${occurredOn}` } });
    });
  };
}

/** Reads what is new in the stream and appends one event behind it, as the door does, without deciding anything. */
async function bareSide(store: EventStore): Promise<Side> {
  const client: EventStoreDBClient = store['client'];
  const event = () =>
    jsonEvent({
      id: randomUUID(),
      type: 'DetailsChanged',
      data: { occurredOn: '2010-01-02', changes: { name: '示例道路，2010-01-02' } },
      metadata: {
        actor: ACTOR,
        recordedAt: new Date().toISOString(),
        commandId: randomUUID(),
        bodyHash: 'x'.repeat(43),
        $correlationId: randomUUID(),
        $causationId: randomUUID(),
        schema: 1,
        last: true,
      },
    });
  const revisions = new Map<string, bigint>();
  await rateOf(STREAMS, async (id) => {
    const { nextExpectedRevision } = await client.appendToStream(`bare-${id}`, event(), {
      expectedRevision: NO_STREAM,
    });
    revisions.set(id, nextExpectedRevision);
  });
  return (count) =>
    rateOf(count, async (id) => {
      const stream = `bare-${id}`;
      let expectedRevision = revisions.get(id)!;
      for await (const { event: found } of client.readStream(stream, { fromRevision: expectedRevision }))
        if (found) expectedRevision = found.revision;
      const { nextExpectedRevision } = await client.appendToStream(stream, event(), { expectedRevision });
      revisions.set(id, nextExpectedRevision);
    });
}
