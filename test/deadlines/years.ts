import { createHash } from 'node:crypto';
import {
  addDays,
  atHour,
  type Category,
  DEFAULT_POLICIES,
  type Disposition,
  planStream,
  policyStream,
  type PlanCommand,
  type ProjectCommand,
  projectStream,
} from '#libs/domain';
import type { Actor, Recorded } from '#libs/event-sourcing';
import { randomFrom } from '../fixtures/nyc-capital-projects.js';
import { COLLEAGUE, envelope, type Member, memberOf, OFFICE, published, registered, REPORTER } from './district.js';
import { DOCUMENT } from '../../libs/domain/src/testing.js';
import { mattersOf } from './matters.js';
import { MemoryWorld } from './memory-world.js';

export const YEARS = [2022, 2023, 2024, 2025, 2026];
/** The first plan is published here, each later one on 10 February of its year. */
const BEGIN = '2022-04-07';
const END = '2026-12-31';
/** An example of the next year's notice: levels that are reached in the last days of 2026 count into 2027. */
const NOTICE_OF_2027 = '2026-11-10';
/** Shares of a plan's members in a month, and of its construction projects in a year. */
const REPORTED = 0.93;
const LATE = 0.03;
const RAISED = 0.02;
const SOLVED = 0.4;
const FINISHED = 0.1;
/** Shares of the reports in time that are sent back, and of them that are repaired. */
const RETURNED = 0.06;
const REPAIRED = 0.5;

interface Living extends Member {
  /** Whether construction has begun, and ended. */
  started: boolean;
  finished: boolean;
  /** Blockers that were raised and not yet solved. */
  readonly blockers: string[];
}

/** What was played, and what came of it. */
export interface Played {
  readonly events: readonly Recorded[];
  /** The members of each year's plan. */
  readonly members: ReadonlyMap<number, readonly string[]>;
  readonly refused: number;
}

/**
 * Plays five plans of so many projects, roll-overs included, day by day on the injected clock: each day at nine and at
 * ten in the morning of Shanghai the sweep comes, and in between and behind it people report, raise and solve.
 */
export async function playYears(projects: number, seed: number): Promise<Played> {
  const random = randomFrom(seed);
  const world = await MemoryWorld.begun(atHour(BEGIN, 8));
  const to = async (day: string, hour: number) => {
    const instant = new Date(atHour(day, hour));
    if (instant > world.clock.now()) await world.clock.advanceTo(instant);
    await world.sweep();
  };
  const ask = (stream: string, command: ProjectCommand | PlanCommand, actor: Actor, key: string) =>
    world.send(envelope(stream, command, actor, key));
  const members = new Map<number, readonly string[]>();
  let known = 0;
  const newcomer = async (day: string): Promise<Living> => {
    const member = memberOf(String(seed), known++);
    for (const each of registered(member, day, addDays(day, 60))) await world.send(each);
    return { ...member, started: member.category === 'CARRIED_OVER', finished: false, blockers: [] };
  };
  let living: Living[] = [];

  const rollOver = async (year: number, day: string) => {
    const next = living.filter(({ finished }) => !finished).map((each) => ({ ...each, category: nextCategory(each) }));
    if (year > YEARS[0]!) {
      const dispositions = living.map((each) => ({ project: each.id, disposition: dispositionOf(each) }));
      await ask(planStream(year - 1), { type: 'RecordDispositions', dispositions }, OFFICE, 'dispositions');
    }
    while (next.length < projects) next.push(await newcomer(day));
    living = next;
    for (const each of published(year, living)) await world.send(each);
    members.set(
      year,
      living.map(({ id }) => id),
    );
  };

  const aDay = async (day: string) => {
    const [month, number] = [day.slice(0, 7), Number(day.slice(8))];
    for (const project of living) {
      if (project.finished) continue;
      const stream = projectStream(project.id);
      const of = (command: ProjectCommand, actor: Actor = REPORTER) =>
        ask(stream, command, actor, `${day}/${command.type}`);
      // Each has a day of its own on which it reports.
      const share = number >= 15 ? chanceOf(seed, project.id, month) : 1;
      const on = share < REPORTED ? 15 + Math.floor((share / REPORTED) * 11) : share < REPORTED + LATE ? 28 : undefined;
      const returned = on !== undefined && on < 26 ? chanceOf(seed, project.id, `return/${month}`) : 1;
      if (number === on || (number === 27 && returned < RETURNED * REPAIRED)) await of(reportOf(month, project));
      if (number === 26 && returned < RETURNED)
        await of({ type: 'ReturnReport', month, fields: ['figures'], reason: '与佐证不符' }, COLLEAGUE);
      else if (number === 26 && returned < 1) await of({ type: 'AcceptReport', month }, COLLEAGUE);
      const chance = (matter: string) => chanceOf(seed, project.id, `${matter}/${month}`);
      for (const [command, actor] of mattersOf(project, day, world.log.of(stream), chance)) await of(command, actor);
      if (number === 10 && random() < RAISED) {
        const raise = envelope(
          stream,
          { type: 'RaiseBlocker', occurredOn: day, category: 'LAND', description: '征地未完成' },
          REPORTER,
          `${day}/raise`,
        );
        await world.send(raise);
        const event = world.log.of(stream).findLast(({ type }) => type === 'BlockerRaised');
        if (event?.metadata.commandId === raise.commandId)
          project.blockers.push((event.data as { readonly blocker: string }).blocker);
      }
      if (number === 20 && project.blockers.length > 0 && random() < SOLVED)
        await of({ type: 'ResolveBlocker', blocker: project.blockers.pop()!, resolution: '已完成征地' }, OFFICE);
      if (number === 5 && project.category === 'NEW_START' && !project.started && random() < 0.3) {
        project.started = true;
        await of({ type: 'RecordCommencement', occurredOn: day, document: DOCUMENT }, OFFICE);
      }
      if (day.endsWith('-12-05') && project.started && random() < FINISHED) {
        project.finished = true;
        await of({ type: 'Complete', occurredOn: day, document: DOCUMENT }, OFFICE);
        await of({ type: 'PutInService', occurredOn: day, document: DOCUMENT }, OFFICE);
      }
    }
  };

  await rollOver(YEARS[0]!, BEGIN);
  for (let day = BEGIN; day <= END; day = addDays(day, 1)) {
    await to(day, 9);
    if (day.endsWith('-02-10') && day > BEGIN) await rollOver(Number(day.slice(0, 4)), day);
    if (day === NOTICE_OF_2027) await adoptNextCalendar(world);
    await aDay(day);
    await to(day, 10);
  }
  await to(addDays(END, 1), 0);
  return { events: world.log.events, members, refused: world.refused };
}

async function adoptNextCalendar(world: MemoryWorld): Promise<void> {
  const { rules, source } = DEFAULT_POLICIES.calendar;
  const years = { ...rules.years, 2027: { off: ['2027-01-01'], work: [] } };
  const effectiveFrom = addDays(NOTICE_OF_2027, 1);
  const command = { type: 'AdoptPolicy', policy: 'calendar', effectiveFrom, rules: { years }, source } as const;
  await world.send({
    ...{ stream: policyStream('calendar'), command, actor: OFFICE, commandId: 'calendar-2027' },
    ...{ bodyHash: '', correlationId: 'calendar-2027' },
  });
}

function nextCategory({ category, started }: Living): Category {
  return started ? 'CARRIED_OVER' : category;
}

function dispositionOf({ category, started, finished }: Living): Disposition {
  if (finished) return 'COMPLETED';
  if (started) return 'CARRY_ON';
  return category === 'NEW_START' ? 'CARRY_START' : 'BACK_TO_PRELIMINARY';
}

const reportOf = (month: string, { category }: Living): ProjectCommand => ({
  ...{ type: 'SubmitReport', month, figures: { month: 1_000, yearToDate: 1_000 }, progress: '主体施工' },
  ...{ blockers: [], correctionReason: '示例', nilReason: null },
  preliminary: category === 'PRELIMINARY' ? { nodes: [], expenses: 1_000 } : null,
});

/** A number from 0 to 1 for what may come to a project, the same in each run. */
const chanceOf = (seed: number, project: string, what: string): number =>
  createHash('sha256').update(`${seed}/${project}/${what}`).digest().readUInt32BE() / 2 ** 32;

/** SHA-256 over all events as they stand in the log. */
export function digestOf(events: readonly Recorded[]): string {
  const hash = createHash('sha256');
  for (const event of events) hash.update(JSON.stringify(event));
  return hash.digest('hex');
}
