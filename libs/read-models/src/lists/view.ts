import { idOf, LATEST, type Recorded, type Series, type Sum, type View } from '#libs/event-sourcing/pure';
import {
  dayOf,
  INITIAL_PROJECT,
  type PlanEvent,
  projectDecider,
  type ProjectEvent,
  type ProjectState,
  type Status,
} from '#libs/domain';
import { contributionsOf } from '../dashboard/contributions.js';
import type { List, ListRow, RowProject } from './row.js';

const LIST_OF: Partial<Record<Status, List>> = {
  PLANNED_START: 'new-start',
  UNDER_CONSTRUCTION: 'ongoing',
  SUSPENDED: 'ongoing',
  PRELIMINARY: 'preliminary',
};

export const listRows: View<ListRow> = {
  name: 'list-rows',
  version: 3,
  indexes: [{ 'state.years': 1, 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    if (event.stream.startsWith('project-')) return [idOf(event.stream)];
    if (event.type === 'PlanEntryIncluded') return [event.data.entry.project];
    if (event.type === 'PlanEntryRemoved') return [event.data.project];
    return [];
  },

  evolve(before, recorded, id) {
    const row = before ?? { id, sort: id, project: rowProject(INITIAL_PROJECT), entries: {}, years: [], spans: [] };
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    switch (event.type) {
      case 'PlanEntryIncluded':
        return withEntries(row, {
          ...row.entries,
          [event.data.year]: { ...event.data.entry, since: dayOf(event.metadata.recordedAt) },
        });
      case 'PlanEntryRemoved': {
        const { [event.data.year]: _, ...entries } = row.entries;
        return withEntries(row, entries);
      }
      case 'PlanDrafted':
      case 'PlanPublished':
      case 'ReportingMonthOpened':
        return row;
      default: {
        const project = rowProject(projectDecider.evolve({ ...INITIAL_PROJECT, ...row.project }, event));
        return { ...row, project, spans: spansOf(project.status) };
      }
    }
  },

  contributions: contributionsOf,
};

/** The summaries are documents of this same view: they are sums of exactly these rows. */
export const sumsOfRows = listRows as unknown as View<Sum>;

function withEntries(row: ListRow, entries: ListRow['entries']): ListRow {
  return { ...row, entries, years: Object.keys(entries).map(Number) };
}

const rowProject = ({
  currency,
  details,
  status,
  responsibilities,
  totalInvestment,
  milestones,
  openings,
  reports,
}: ProjectState): RowProject => ({
  currency,
  // The description is long and no list shows it.
  details: { ...details, description: [] },
  status,
  responsibilities,
  totalInvestment,
  milestones,
  openings,
  reports,
});

function spansOf(status: Series<Status>): ListRow['spans'] {
  return status.flatMap(({ on, value }, index) => {
    const to = status[index + 1]?.on ?? LATEST;
    const list = LIST_OF[value];
    return list && on < to ? [{ list, from: on, to }] : [];
  });
}
