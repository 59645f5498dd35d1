import { mkdirSync } from 'node:fs';
import { pino } from 'pino';
import { addDays, endOf, lastDayOf, monthIn, type PlanEvent, type ProjectEvent } from '#libs/domain';
import { openStore } from '../../libs/embedded/event-store/src/open.js';
import { EXAMPLES } from '../../libs/domain/src/project/examples.js';
import { accepted, raised, registered, RESOLVED, returned, submitted } from '../../libs/domain/src/project/samples.js';
import { DETAILS, DOCUMENT, opened, RESPONSIBILITIES, yi } from '../../libs/domain/src/testing.js';
import { drafted } from '../../libs/domain/src/plan/examples.js';
import { draftOf } from './rebuild-log.js';

const FIRST_YEAR = 2016;
const COHORTS = 5;
/** A project stands in the plans of so many years. */
const YEARS_OF_LIFE = 2;
/** What comes of a project in these years, beside what its plans tell of all of them. */
export const EVENTS_OF_LIFE = 100;
const SECTORS = ['transport', 'energy', 'industry', 'education', 'water'];
const EVENTS_OF_WRITE = 1_000;
const WRITES_IN_FLIGHT = 8;

/** What was told on a day, appended at once. */
interface Told {
  readonly stream: string;
  readonly on: string;
  readonly events: readonly (ProjectEvent | PlanEvent)[];
}

interface Project {
  readonly id: string;
  readonly number: number;
  readonly begins: number;
}

/**
 * Fills a log with the years of a district, in the order in which they passed: projects enter plans year by year, and
 * each month brings their reports, blockers and payments; how many events and projects. The same at every call.
 */
export async function fillDistrict(folder: string, atLeast: number): Promise<{ events: number; projects: number }> {
  mkdirSync(folder, { recursive: true });
  const store = openStore(folder, pino({ level: 'silent' }));
  const projects = Math.ceil(atLeast / EVENTS_OF_LIFE / COHORTS) * COHORTS;
  const flights: Promise<void>[] = [];
  let drafts: ReturnType<typeof draftOf>[] = [];
  let events = 0;
  const flush = async () => {
    if (drafts.length > 0) flights.push(store.write(drafts).done);
    drafts = [];
    if (flights.length >= WRITES_IN_FLIGHT) await flights.shift();
  };
  for (const { stream, on, events: told } of districtOf(projects)) {
    drafts.push(...told.map((event, at) => draftOf(stream, event, `${on}T02:00:00.000Z`, at === told.length - 1)));
    events += told.length;
    if (drafts.length >= EVENTS_OF_WRITE) await flush();
  }
  await flush();
  await Promise.all(flights);
  await store.close();
  return { events, projects };
}

function* districtOf(projects: number): Generator<Told> {
  const all = Array.from({ length: projects }, (_, number): Project => {
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    return { id, number, begins: FIRST_YEAR + (number % COHORTS) };
  });
  for (let year = FIRST_YEAR; year < FIRST_YEAR + COHORTS + YEARS_OF_LIFE - 1; year++) {
    const members = all.filter(({ begins }) => begins <= year && year < begins + YEARS_OF_LIFE);
    const stream = `plan-${year}`;
    const ids = members.map(({ id }) => id);
    for (const project of members) if (project.begins === year) yield born(project);
    yield { stream, on: `${year}-01-04`, events: [{ ...drafted, data: { ...drafted.data, year } } as PlanEvent] };
    for (const project of members) yield { stream, on: `${year}-01-05`, events: [included(project, year)] };
    yield { stream, on: `${year}-01-06`, events: [published(year)] };
    for (let month = 1; month <= 12; month++) {
      const name = monthIn(year, month);
      yield { stream, on: `${name}-07`, events: [monthOpened(year, name, ids)] };
      for (const project of members) yield monthOf(project, year, month);
      yield { stream, on: addDays(lastDayOf(name), 1), events: [monthEnded(year, name, ids)] };
    }
  }
}

function born({ id, number, begins }: Project): Told {
  const occurredOn = `${begins}-01-02`;
  const details = { ...DETAILS, name: `示例项目${number}`, sector: SECTORS[number % SECTORS.length]! };
  const responsibilities = { ...RESPONSIBILITIES, leadAuthority: `authority-${number % 20}` };
  const first = registered();
  const milestones = { COMMENCEMENT: `${begins}-03-15`, COMPLETION: `${begins + 1}-11-30` };
  const funding = EXAMPLES.ApplyForFunding.event;
  const events = [
    { ...first, data: { ...first.data, occurredOn, details } },
    { type: 'ResponsibilitiesAssigned', data: { occurredOn, responsibilities } },
    { type: 'PersonsNamed', data: { occurredOn, personInCharge: null, linkedLeader: `leader-${number % 7}` } },
    { type: 'MilestonesScheduled', data: { occurredOn, dates: milestones } },
    { ...funding, data: { ...funding.data, occurredOn, line: lineOf(id) } },
  ] as ProjectEvent[];
  return { stream: `project-${id}`, on: `${begins}-01-03`, events };
}

const lineOf = (id: string): string => `${id}/line`;

/** Two reports of three are right at once; every sixth month has a blocker, which the next one resolves. */
function monthOf({ id, number, begins }: Project, year: number, month: number): Told {
  const name = monthIn(year, month);
  const age = (year - begins) * 12 + month;
  const figures = { month: yi(0.01), yearToDate: yi(0.01) * month };
  const cutOff = lastDayOf(name);
  const report = submitted(figures, name);
  const told = { ...report, data: { ...report.data, cutOff } };
  const acceptance = accepted(figures, name);
  const blocker = (event: object, opened: number) => {
    const { type, data } = event as ProjectEvent;
    return { type, data: { ...data, blocker: `${id}/${opened}` } };
  };
  const phase = (age + number) % 6;
  const { AcceptBlocker, EscalateBlocker, CloseBlocker, PayFunding } = EXAMPLES;
  const events = [
    ...(month === 1 ? [entered(year)] : []),
    ...(age === 3 ? [{ type: 'CommencementRecorded', data: { ...STARTED, occurredOn: `${name}-15` } }] : []),
    ...(phase === 0 ? [raised(), AcceptBlocker.event, EscalateBlocker.event].map((event) => blocker(event, age)) : []),
    ...(phase === 1 && age > 1 ? [RESOLVED, CloseBlocker.event].map((event) => blocker(event, age - 1)) : []),
    told,
    ...(phase % 3 === 2 ? [returned(name), told] : []),
    { ...acceptance, data: { ...acceptance.data, cutOff } },
    ...(month % 3 === 0
      ? [{ ...PayFunding.event, data: { ...PayFunding.event.data, line: lineOf(id), occurredOn: `${name}-20` } }]
      : []),
  ] as ProjectEvent[];
  return { stream: `project-${id}`, on: `${name}-20`, events };
}

const STARTED = { document: DOCUMENT, irregular: false, missing: [], checklistVersion: null };
const entryIn = (year: number, begins: number) => ({
  category: year === begins ? ('NEW_START' as const) : ('CARRIED_OVER' as const),
  annualInvestment: yi(0.12),
  monthlyTargets: Array.from({ length: 12 }, () => yi(0.01)),
});

const entered = (year: number): ProjectEvent => ({
  type: 'PlanEntered',
  data: { year, ...entryIn(year, year), sourceRevision: 1 },
});

const included = ({ id, begins }: Project, year: number): PlanEvent => ({
  type: 'PlanEntryIncluded',
  data: { year, entry: { project: id, ...entryIn(year, begins), totalInvestment: yi(1) } },
});

const NOTHING = {
  construction: { count: 0, totalInvestment: 0, annualInvestment: 0 },
  preliminary: { count: 0, totalInvestment: 0 },
};
const published = (year: number): PlanEvent => ({
  type: 'PlanPublished',
  data: { year, approvedBy: '示例区政府', document: DOCUMENT, totals: NOTHING, nextOpening: null },
});

function monthOpened(year: number, month: string, owing: readonly string[]): PlanEvent {
  const { opensAt, dueAt, cutOff, policyVersion } = opened(month);
  const dates = { opensAt, dueAt, cutOff, policyVersion, calendarVersion: 1 };
  return {
    type: 'ReportingMonthOpened',
    data: { year, month, ...dates, owing, nextOpening: null, notices: [], supplement: null },
  };
}

const monthEnded = (year: number, month: string, members: readonly string[]): PlanEvent => ({
  type: 'MonthEnded',
  data: { year, month, endsAt: endOf(lastDayOf(month)), lights: null, members },
});
