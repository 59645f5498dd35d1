import { derivedId, type Envelope, type Recorded } from '#libs/event-sourcing';
import { dayOf, type ProjectCommand, projectStream } from '#libs/domain';
import { envelope, type Member, memberOf, OFFICE, published, registered, REPORTER } from '../deadlines/district.js';
import { MemoryWorld } from '../deadlines/memory-world.js';

export const BEGIN = '2022-04-07T02:00:00.000Z';
const PROJECTS = 9;
export const MOVES = 5;
const DAY = 86_400_000;
const MONTHS = ['2022-04', '2022-05', '2022-06', '2022-07'];

/** The clock jumps to an instant, and at once these commands come, ahead of the sweep or behind it. */
export interface Move {
  readonly at: string;
  readonly commands: readonly Envelope[];
}

export interface Play {
  readonly setUp: readonly Envelope[];
  readonly moves: readonly Move[];
}

/** Weeks of a small district in which something is due at nearly each move; the same seed gives the same play. */
export function playOf(seed: number, random: () => number): Play {
  const members = Array.from({ length: PROJECTS }, (_, number) => memberOf(String(seed), number));
  const setUp = [
    ...members.flatMap((member) => registered(member, '2022-01-01', '2022-04-20')),
    ...published(2022, members),
  ];
  let instant = Date.parse(BEGIN);
  const moves = Array.from({ length: MOVES }, (_, number): Move => {
    // At ten in the morning of Shanghai, so that the minutes in which the faults are made reach no other due time.
    instant += DAY * (number % 2 === 1 ? 7 : 5 + Math.floor(random() * 12));
    const at = new Date(instant).toISOString();
    const commands = members.filter(() => random() < 0.5).map((member) => commandOf(member, `${number}`, at, random));
    return { at, commands };
  });
  return { setUp, moves };
}

function commandOf(member: Member, key: string, at: string, random: () => number): Envelope {
  const stream = projectStream(member.id);
  const send = (command: ProjectCommand, actor = REPORTER) => envelope(stream, command, actor, key);
  const occurredOn = dayOf(at);
  // The blocker of some earlier move; where there was none the command is refused.
  const raised = derivedId(derivedId('district', stream, String(Math.floor(random() * Number(key)))), 'blocker');
  const month = MONTHS.findLast((each) => `${each}-15` <= occurredOn) ?? MONTHS[0]!;
  const kind = random();
  if (kind < 0.4) return send({ type: 'RaiseBlocker', occurredOn, category: 'LAND', description: '征地未完成' });
  if (kind < 0.5) return send({ type: 'ResolveBlocker', blocker: raised, resolution: '已完成征地' });
  if (kind < 0.6) return send({ type: 'AcceptBlocker', blocker: raised }, OFFICE);
  return send({
    ...{ type: 'SubmitReport', month, figures: { month: 1_000, yearToDate: 1_000 }, progress: '主体施工' },
    ...{ blockers: [], correctionReason: '示例', nilReason: null },
  });
}

/** What must be in the log, whatever happens on the way: where each stream stands after the begin and after each move. */
export interface Undisturbed {
  readonly events: ReadonlyMap<string, readonly string[]>;
  readonly revisions: readonly ReadonlyMap<string, number>[];
}

export async function undisturbed({ setUp, moves }: Play): Promise<Undisturbed> {
  const world = await MemoryWorld.begun(BEGIN);
  const revisions: Map<string, number>[] = [];
  const settle = async (commands: readonly Envelope[]) => {
    for (const command of commands) await world.send(command);
    await world.sweep();
    const streams = new Map<string, number>();
    for (const { stream, revision } of world.log.events) streams.set(stream, revision);
    revisions.push(streams);
  };
  await settle(setUp);
  for (const { at, commands } of moves) {
    await world.clock.advanceTo(new Date(at));
    await settle(commands);
  }
  return { events: byStream(world.log.events), revisions };
}

/** Each stream's events as text: all but the position, the minute and whose command it was that came along. */
export function byStream(events: Iterable<Recorded>): Map<string, string[]> {
  const streams = new Map<string, string[]>();
  for (const { stream, id, revision, type, data, metadata } of events) {
    const { actor, recordedAt } = metadata;
    const told = JSON.stringify({ id, revision, type, data, actor, on: dayOf(recordedAt) });
    streams.set(stream, [...(streams.get(stream) ?? []), told]);
  }
  return streams;
}
