import {
  idOf,
  LATEST,
  type Recorded,
  type Series,
  type Sum,
  valueOn,
  type View,
  withFact,
} from '#libs/event-sourcing/pure';
import {
  type BatchEvent,
  dayOf,
  INITIAL_PROJECT,
  lastDayOf,
  type PlanEvent,
  projectDecider,
  type ProjectEvent,
  type ProjectState,
  type Status,
  yearOf,
} from '#libs/domain';
import { completedOn, contributionsOf } from '../dashboard/contributions.js';
import { facetsOf } from './facets.js';
import { ordersOf } from './orders.js';
import { facetKey, type List, listKey, type ListRow, ORDERS, type PlanLines, type RowProject } from './row.js';

const LIST_OF: Partial<Record<Status, List>> = {
  PLANNED_START: 'new-start',
  UNDER_CONSTRUCTION: 'ongoing',
  SUSPENDED: 'ongoing',
  PRELIMINARY: 'preliminary',
};

export const listRows: View<ListRow> = {
  name: 'list-rows',
  monthly: true,
  version: 11,
  indexes: [
    { 'state.years': 1, 'state.sort': 1 },
    { 'state.listed': 1, 'state.sort': 1 },
    ...ORDERS.map((order): Record<string, 1> => ({ 'state.listed': 1, [`state.orders.${order}`]: 1 })),
    // In the order of ids alone: an entry of every facet in every order would weigh on each write.
    { 'state.found': 1, 'state.sort': 1 },
  ],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    if (event.stream.startsWith('project-')) return [idOf(event.stream)];
    if (event.type === 'PlanEntryIncluded') return [event.data.entry.project];
    if (event.type === 'PlanEntryRemoved') return [event.data.project];
    if (event.type === 'BatchApplied') return event.data.results.map(({ project }) => project);
    if (event.type === 'MonthClosed') return [...event.data.members];
    return [];
  },

  evolve(before, recorded, id) {
    const row: ListRow = before ?? { ...EMPTY, id, sort: id, orders: ordersOf({ ...EMPTY, id }) };
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    switch (event.type) {
      case 'PlanEntryIncluded':
        return withEntries(row, {
          ...row.entries,
          [event.data.year]: {
            since: dayOf(event.metadata.recordedAt),
            lines: [{ on: BEGINNING, revision: event.revision, value: event.data.entry }],
          },
        });
      case 'PlanEntryRemoved': {
        const { [event.data.year]: _, ...entries } = row.entries;
        return withEntries(row, entries);
      }
      case 'BatchApplied':
        return withEntries(row, { ...row.entries, [event.data.year]: changedBy(event, row, id) });
      case 'MonthClosed':
        return { ...row, signed: { ...row.signed, [event.data.month]: signedFor(row, event.data.month) } };
      case 'PlanDrafted':
      case 'PlanPublished':
      case 'ReportingMonthOpened':
      case 'PlanSucceeded':
      case 'CalendarYearMissed':
      case 'ReportersMissed':
      case 'ReportsReminded':
      case 'ReminderLapsed':
      case 'SilenceEscalated':
      case 'SupplementOpened':
      case 'BulletinDue':
      case 'MonthEnded':
      case 'DispositionsRecorded':
      case 'YearClosed':
      case 'BaseAdjusted':
      case 'PlanRolledForward':
      case 'BulletinNoted':
        return row;
      default: {
        const evolved = projectDecider.evolve(Object.assign({ ...INITIAL_PROJECT }, row.project), event);
        const project = rowProject(evolved, row.project.fundingMovements);
        const next = withProject(row, project);
        if (event.type !== 'ReportSubmitted') return next;
        return {
          ...next,
          progress: { ...row.progress, [event.data.month]: event.data.imageProgress ?? event.data.progress },
        };
      }
    }
  },

  contributions: contributionsOf,
};

/** The summaries are documents of this same view: they are sums of exactly these rows. */
export const sumsOfRows = listRows as unknown as View<Sum>;

/** Before every day: a draft's line stands for the whole year. */
const BEGINNING = '0000-01-01';

function changedBy({ data, revision, metadata }: Recorded<BatchEvent>, row: ListRow, id: string): PlanLines {
  const on = dayOf(metadata.recordedAt);
  const held = row.entries[data.year] ?? { since: on, lines: [] };
  const { entry } = data.results.find(({ project }) => project === id)!;
  return { ...held, lines: withFact(held.lines, { on, revision, value: entry }) };
}

/** The year's accepted investment at the end of a month, as it is known when the month is closed. */
function signedFor({ project, entries }: ListRow, month: string): number {
  const day = lastDayOf(month);
  const entry = valueOn(entries[yearOf(month)]?.lines ?? [], day);
  return entry ? completedOn(project, entry, yearOf(month), day).accepted : 0;
}

function withEntries(row: ListRow, entries: ListRow['entries']): ListRow {
  const memberships = Object.entries(entries).flatMap(([year, { lines }]) =>
    lines.flatMap(({ on: from, value }, index) => {
      const to = lines[index + 1]?.on ?? LATEST;
      return value && from < to ? [{ year: Number(year), category: value.category, from, to }] : [];
    }),
  );
  const orders = ordersOf({ ...row, entries });
  const years = Object.keys(entries).map(Number);
  const listed = listedIn({ years, memberships, spans: row.spans });
  return { ...row, entries, orders, memberships, years, listed };
}

/** What a row is found by is made anew only where its ground has changed. */
function withProject(row: ListRow, project: RowProject): ListRow {
  const isSame = FOUND_BY.every((part) => project[part] === row.project[part]);
  if (isSame) return { ...row, project };
  const orders = ordersOf({ ...row, project });
  const [spans, facets] = [spansOf(project.status), facetsOf(project)];
  const found = [...new Set(facets.map(({ facet, value }) => facetKey(facet, value)))];
  return { ...row, project, spans, facets, orders, found, listed: listedIn({ ...row, spans }) };
}

const FOUND_BY = [
  'details',
  'status',
  'responsibilities',
  'persons',
  'milestones',
  'fundingLines',
  'fundingMovements',
] as const satisfies (keyof RowProject)[];

const rowProject = (
  {
    currency,
    code,
    details,
    status,
    responsibilities,
    persons,
    totalInvestment,
    milestones,
    approvals,
    statistics,
    fundingLines,
    fundingMovements,
    openings,
    transfers,
    reports,
  }: ProjectState,
  movements: ProjectState['fundingMovements'],
): RowProject => ({
  currency,
  code,
  details,
  status,
  responsibilities,
  persons,
  totalInvestment,
  milestones,
  approvals,
  statistics: entry(statistics),
  fundingLines,
  fundingMovements: promised(fundingMovements, movements),
  openings,
  transfers,
  reports,
});

/** No list shows what the statistics count of its investment. */
const entry = ({ entered }: ProjectState['statistics']): ProjectState['statistics'] => ({
  entered,
  investment: [],
});

/** Every payment would weigh more than the row; the same series as before comes back where nothing else moved. */
function promised(
  movements: ProjectState['fundingMovements'],
  before: ProjectState['fundingMovements'],
): ProjectState['fundingMovements'] {
  if (movements === before) return before;
  const kept = movements.filter(({ value: { step } }) => step === 'APPLIED' || step === 'ALLOCATED');
  return kept.length === before.length && kept.every((fact, at) => fact === before[at]) ? before : kept;
}

const EMPTY: Omit<ListRow, 'id' | 'sort' | 'orders'> = {
  project: rowProject(INITIAL_PROJECT, []),
  entries: {},
  years: [],
  memberships: [],
  signed: {},
  spans: [],
  facets: [],
  listed: [],
  found: [],
  progress: {},
};

function listedIn({ years, memberships, spans }: Pick<ListRow, 'years' | 'memberships' | 'spans'>): string[] {
  const isStill = (year: number) => memberships.some((each) => each.year === year && each.to === LATEST);
  const keys = years.flatMap((year) =>
    spans.flatMap(({ list, to }) => [
      listKey(year, list, false),
      ...(to === LATEST && isStill(year) ? [listKey(year, list, true)] : []),
    ]),
  );
  return [...new Set(keys)];
}

function spansOf(status: Series<Status>): ListRow['spans'] {
  return status.flatMap(({ on, value }, index) => {
    const to = status[index + 1]?.on ?? LATEST;
    const list = LIST_OF[value];
    return list && on < to ? [{ list, from: on, to }] : [];
  });
}
