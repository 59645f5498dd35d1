import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { publicIdOf } from '#libs/contracts';
import { type DomainEvent, type EventStore, type NewEvent, NO_STREAM, SYSTEM } from '#libs/event-sourcing';
import { inParallel } from '../../apps/cli/src/import/in-parallel.js';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import { toldOfFact } from '../../libs/contracts/src/mappings.js';
import { historiesOf } from '../bench/rebuild-log.js';

const PATIENCE = 60_000;
const AT_ONCE = 8;
export const UNITS = ['unit-1', 'unit-2', 'unit-3', 'unit-4'];

/** A project that was appended, and the ids of the public events that must come of it, in their order. */
export interface Appended {
  readonly project: string;
  readonly told: readonly string[];
}

/** Appends new projects of so many public events in all, in appends of one to five events with pauses between. */
export async function appendProjects(store: EventStore, events: number, random: () => number): Promise<Appended[]> {
  const histories = historiesOf(20, 6);
  const projects: { project: string; events: NewEvent[]; told: string[] }[] = [];
  for (let count = 0; count < events; count += projects.at(-1)!.told.length) {
    const recorded = withUnits(histories[projects.length % histories.length]!, random).map(newEvent);
    const told = recorded.filter(({ event }) => toldOfFact(event)).map(({ id }) => publicIdOf(id));
    projects.push({ project: randomUUID(), events: recorded, told });
  }
  await inParallel(AT_ONCE, projects, async ({ project, events }) => {
    for (let at = 0; at < events.length;) {
      const some = events.slice(at, at + 1 + Math.floor(random() * 5));
      const revision = at === 0 ? NO_STREAM : at - 1;
      await patiently(PATIENCE, () => store.append(`project-${project}`, revision, some));
      at += some.length;
      await pause(random() * 60);
    }
  });
  return projects;
}

/** The same history with units that answer for the project, one of whom hands over to another on the way. */
function withUnits([first, ...others]: readonly DomainEvent[], random: () => number): DomainEvent[] {
  const unit = () => UNITS[Math.floor(random() * UNITS.length)]!;
  const occurredOn = '2022-01-01';
  const responsibilities = {
    ...{ responsibleUnit: unit(), legalEntity: unit(), leadAuthority: null, supportingUnits: [], reporter: null },
  };
  const half = Math.floor(others.length / 2);
  return [
    first!,
    { type: 'ResponsibilitiesAssigned', data: { occurredOn, responsibilities } },
    ...others.slice(0, half),
    { type: 'LegalEntityChanged', data: { occurredOn, legalEntity: unit() } },
    ...others.slice(half),
  ];
}

function newEvent(event: DomainEvent): NewEvent {
  const [id, commandId] = [randomUUID(), randomUUID()];
  const recordedAt = new Date().toISOString();
  const metadata = { actor: SYSTEM, recordedAt, commandId, bodyHash: '', $correlationId: '', $causationId: '' };
  return { id, event, metadata };
}
