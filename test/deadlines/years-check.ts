import type { DomainEvent, Recorded } from '#libs/event-sourcing';
import { type PlanEvent, planStream, type PolicyAdopted, type ProjectEvent, proofOfOrder } from '#libs/domain';
import { at, dayAfter, workingDay } from './days.js';
import { dueOfMatter, expectedOfMatters } from './matters-check.js';
import { type Played, YEARS } from './years.js';

/**
 * What must have fallen due in the years that were played, counted without the product's rules and calendar: the
 * notice's dates written out, and the working days of another source. Answers with what is missing, twice or at
 * another instant; nothing if all is right.
 */
export function missteps(played: Played): string[] {
  const streams = new Map<string, Recorded[]>();
  for (const event of played.events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  const plans = played.events.filter(({ stream }) => stream.startsWith('plan-')) as Recorded[] as Recorded<PlanEvent>[];
  const expected = new Map<string, number>();
  const found = new Map<string, number>();
  for (const each of expectedOfPlans()) expected.set(each, (expected.get(each) ?? 0) + 1);
  for (const event of plans) for (const each of dueOfPlan(event)) found.set(each, (found.get(each) ?? 0) + 1);
  const adoptions = played.events.filter(
    ({ type }) => type === 'PolicyAdopted',
  ) as Recorded[] as Recorded<PolicyAdopted>[];
  for (const [stream, events] of streams)
    if (stream.startsWith('project-')) {
      const own = events as Recorded<ProjectEvent>[];
      for (const each of [...expectedOfProject(stream, own, plans), ...expectedOfMatters(stream, own)])
        expected.set(each, (expected.get(each) ?? 0) + 1);
      for (const each of [...dueOfProject(own), ...own.flatMap(dueOfMatter)])
        found.set(each, (found.get(each) ?? 0) + 1);
      for (const event of own)
        if (event.type === 'BlockerRaised' && !proofOfOrder(event.data.blocker, own, adoptions).agrees)
          found.set(`${stream} blocker ${event.data.blocker} out of order`, 1);
    }
  const ids = new Set(played.events.map(({ id }) => id));
  return [
    ...(ids.size === played.events.length ? [] : ['an event is there twice']),
    ...[...new Set([...expected.keys(), ...found.keys()])]
      .filter((each) => expected.get(each) !== found.get(each))
      .map((each) => `${each}: expected ${expected.get(each) ?? 0}, found ${found.get(each) ?? 0}`),
  ];
}

/** Months of reporting and the ends of months, each with the year whose plan has them. */
function* expectedOfPlans(): Generator<string> {
  for (const year of YEARS)
    for (let number = year === 2022 ? 4 : 1; number <= 12; number++) {
      const month = `${year}-${String(number).padStart(2, '0')}`;
      // The year's plan is published in February; until then the one of the year before goes on.
      const isOwn = year === 2022 || number > 1;
      const stream = planStream(isOwn ? year : year - 1);
      const [opening, last] = [at(`${month}-15`), `${month}-25`];
      yield `${stream} open ${month} ${opening} ${at(`${month}-26`)}`;
      const reminders = [0, -1, -5].map((count) => at(count === 0 ? last : workingDay(last, count), 9));
      for (const each of new Set([opening, ...reminders.map((instant) => (instant < opening ? opening : instant))]))
        yield `${stream} remind ${month} ${each}`;
      yield `${stream} silence ${month} SECTOR_AUTHORITY ${at(workingDay(last, 1), 9)}`;
      yield `${stream} silence ${month} LG_OFFICE ${at(workingDay(last, 3), 9)}`;
      if (number === 12) yield `${stream} supplement ${month} ${at(`${month}-26`)}`;
      if (isOwn) yield `${stream} end ${month} ${at(dayAfter(`${month}-28`, 4).slice(0, 8) + '01')}`;
      else yield `${stream} succeeded by ${year}-02`;
    }
}

function dueOfPlan({ stream, type, data }: Recorded<PlanEvent>): string[] {
  switch (type) {
    case 'ReportingMonthOpened':
      return [`${stream} open ${data.month} ${data.opensAt} ${data.dueAt}`];
    case 'ReportsReminded':
    case 'ReminderLapsed':
      return [`${stream} remind ${data.month} ${data.at}`];
    case 'SilenceEscalated':
      return [`${stream} silence ${data.month} ${data.to} ${data.at}`];
    case 'SupplementOpened':
      return [`${stream} supplement ${data.month} ${data.at}`];
    case 'PlanSucceeded':
      return [`${stream} succeeded by ${data.month}`];
    case 'MonthEnded':
      return [`${stream} end ${data.month} ${data.endsAt}`];
    case 'ReportersMissed':
    case 'CalendarYearMissed':
    case 'BulletinDue':
      return [`${stream} ${type}`];
    default:
      return [];
  }
}

/** A member that is not in service by then owes the month's report; a start that was planned and did not come is overdue. */
function* expectedOfProject(
  stream: string,
  events: readonly Recorded<ProjectEvent>[],
  plans: readonly Recorded<PlanEvent>[],
): Generator<string> {
  const project = stream.slice('project-'.length);
  const endedAt = recordedAt(events, 'ProjectPutInService') ?? '9999';
  for (const { type, data } of plans) {
    if (type !== 'ReportingMonthOpened' || !data.owing.includes(project) || endedAt < data.dueAt) continue;
    const submitted = events.find((event) => event.type === 'ReportSubmitted' && event.data.month === data.month);
    if (!submitted || submitted.metadata.recordedAt >= data.dueAt) yield `${stream} missed ${data.month} ${data.dueAt}`;
  }
  for (const event of events) {
    if (event.type !== 'MilestonesScheduled' || !event.data.dates.COMMENCEMENT) continue;
    const over = at(dayAfter(event.data.dates.COMMENCEMENT));
    if ((recordedAt(events, 'CommencementRecorded') ?? '9999') >= over) yield `${stream} start overdue`;
  }
}

const recordedAt = (events: readonly Recorded<DomainEvent>[], type: string): string | undefined =>
  events.find((event) => event.type === type)?.metadata.recordedAt;

const dueOfProject = (events: readonly Recorded<ProjectEvent>[]): string[] =>
  events.flatMap(({ stream, type, data }) => {
    if (type === 'ReportMissed') return [`${stream} missed ${data.month} ${data.dueAt}`];
    return type === 'StartOverdue' ? [`${stream} start overdue`] : [];
  });
