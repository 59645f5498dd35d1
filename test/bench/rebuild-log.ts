import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { pino } from 'pino';
import { type ProjectCommand, projectDecider, type ProjectEvent, type ProjectState } from '#libs/domain';
import type { At, DomainEvent, Envelope, Recorded } from '#libs/event-sourcing';
import { commandsOf, registrationOf } from '../../apps/cli/src/import/nyc-capital-projects/commands.js';
import { byProject } from '../../apps/cli/src/import/nyc-capital-projects/projects.js';
import { rowsIn } from '../../apps/cli/src/import/nyc-capital-projects/read-rows.js';
import { openStore } from '../../libs/embedded/event-store/src/open.js';
import type { ProposedEvent } from '../../libs/embedded/event-store/src/wire/recorded-event.js';
import { nycCsv, nycRows } from '../fixtures/nyc-capital-projects.js';

/** So many different histories; the log holds each of them many times, under an id of its own. */
const HISTORIES = 100;
const IN_FLIGHT = 50;
/** Behind every day that a history tells of. */
const NOW = '2099-05-16T02:00:00.000Z';

/** Fills a log without the way over gRPC with imported histories, each project in one append; how many events. */
export async function fillLog(folder: string, atLeast: number, dates = 15): Promise<number> {
  const histories = historiesOf(HISTORIES, dates);
  mkdirSync(folder, { recursive: true });
  const store = openStore(folder, pino({ level: 'silent' }));
  let flights: Promise<void>[] = [];
  let events = 0;
  for (let n = 0; events < atLeast; n++) {
    const history = histories[n % histories.length]!;
    flights.push(store.write(draftsOf(history)).done);
    events += history.length;
    if (flights.length < IN_FLIGHT) continue;
    await Promise.all(flights);
    flights = [];
  }
  await Promise.all(flights);
  await store.close();
  return events;
}

/** So many different histories, each of a project as an import of so many reporting dates makes it. */
export function historiesOf(projects: number, dates: number): ProjectEvent[][] {
  const csv = nycCsv(nycRows({ seed: 1, projects, dates }));
  return byProject(rowsIn(csv).rows).map((rows) => decided([registrationOf(rows[0]!), ...rows.flatMap(commandsOf)]));
}

function decided(envelopes: readonly Envelope<ProjectCommand>[]): ProjectEvent[] {
  let state: ProjectState = projectDecider.initial;
  return envelopes.flatMap(({ command, actor, stream }) => {
    const at = { now: NOW, actor, stream, newId: (name: string) => name } as At;
    const events = projectDecider.decide(command as ProjectCommand, state, at);
    for (const event of events)
      state = projectDecider.evolve(state, { ...event, metadata: { recordedAt: NOW } } as Recorded<ProjectEvent>);
    return events;
  });
}

const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));

/** The events of one append under ids of their own. */
function draftsOf(history: readonly DomainEvent[]) {
  const stream = `project-${randomUUID()}`;
  return history.map((event, index) => draftOf(stream, event, NOW, index === history.length - 1));
}

/** An event as the command path writes it. */
export function draftOf(stream: string, { type, data }: DomainEvent, recordedAt: string, isLast: boolean) {
  const commandId = randomUUID();
  const metadata = {
    actor: { id: 'bench', role: 'LG_OFFICE', unit: null },
    recordedAt,
    commandId,
    bodyHash: 'x'.repeat(43),
    $correlationId: commandId,
    $causationId: commandId,
    schema: 1,
    ...(isLast && { last: true }),
  };
  const event: ProposedEvent = { id: randomUUID(), type, json: true, data: json(data), metadata: json(metadata) };
  return { stream, event };
}
