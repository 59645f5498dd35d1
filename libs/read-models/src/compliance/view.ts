import {
  type Contribution,
  idOf,
  type Recorded,
  type Series,
  valueOn,
  type View,
  withFact,
} from '#libs/event-sourcing/pure';
import {
  dayOf,
  type FactCorrected,
  type Holdings,
  holdingsAfter,
  INITIAL_PROJECT,
  isEnded,
  NO_HOLDINGS,
  type PlanEvent,
  projectDecider,
  type ProjectEvent,
  type ProjectState,
  responsibilitiesOn,
} from '#libs/domain';
import { escaped } from '../dashboard/balance.js';

/** How one project stands with one month's report. */
export interface MonthCompliance {
  readonly dueAt: string;
  readonly status: 'OWED' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'MISSED';
  readonly submittedAt: string | null;
  readonly late: boolean;
  /** The lead authority found it right, and the office has not accepted it yet. */
  readonly endorsed?: boolean;
  /** It was not repaired in its time. */
  readonly repairMissed?: boolean;
  /** Its figures lie above the total investment. */
  readonly exceedsTotal?: boolean;
  /** A miss that stands, though a stage by which the report was owed was corrected. */
  readonly basisCorrected?: true;
}

export interface ComplianceRow {
  readonly id: string;
  readonly sort: string;
  readonly name: Series<string>;
  readonly responsibilities: Holdings;
  readonly persons: ProjectState['persons'];
  /** In service or given up: no later month is owed. */
  readonly ended: boolean;
  /** Every month that was opened for it; those still open when it ended are not owed. */
  readonly months: Readonly<Record<string, MonthCompliance>>;
  /** The months that it owes or owed, for filtering. */
  readonly owing: readonly string[];
  /** Those of them for which nothing has come in. */
  readonly silent: readonly string[];
}

export const compliance: View<ComplianceRow> = {
  name: 'compliance',
  version: 5,
  indexes: [
    { 'state.owing': 1, 'state.sort': 1 },
    { 'state.silent': 1, 'state.sort': 1 },
  ],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    if (event.stream.startsWith('project-')) return [idOf(event.stream)];
    return event.type === 'ReportingMonthOpened' ? [...event.data.owing] : [];
  },

  evolve(before, recorded, id) {
    const event = recorded as Recorded<ProjectEvent | PlanEvent>;
    const row: ComplianceRow = before ?? { ...EMPTY, id, sort: id };
    const month = (name: string, change: Partial<MonthCompliance>) =>
      row.months[name] ? withMonths(row, { ...row.months, [name]: { ...row.months[name], ...change } }) : row;
    const fact = <T>(series: Series<T>, on: string, value: T) =>
      withFact(series, { on, revision: event.revision, value });
    switch (event.type) {
      case 'ReportingMonthOpened': {
        const owed: MonthCompliance = { dueAt: event.data.dueAt, status: 'OWED', submittedAt: null, late: false };
        return withMonths(row, { ...row.months, [event.data.month]: owed });
      }
      case 'ProjectRegistered':
        return {
          ...row,
          name: fact(row.name, event.data.occurredOn, event.data.details.name),
          ended: isEnded(event.data.status),
        };
      case 'ProjectDetailsChanged': {
        const { name } = event.data.changes;
        return name === undefined ? row : { ...row, name: fact(row.name, event.data.occurredOn, name) };
      }
      case 'ProjectRenamed':
        return { ...row, name: fact(row.name, event.data.occurredOn, event.data.name) };
      case 'ResponsibilitiesAssigned':
      case 'LegalEntityChanged':
      case 'LeadAuthorityChanged':
      case 'OfficerAppointed':
      case 'OfficerHandedOver':
      case 'UnitSucceeded':
        return { ...row, responsibilities: holdingsAfter(row.responsibilities, event) };
      case 'PersonsNamed': {
        const { occurredOn, personInCharge, linkedLeader } = event.data;
        return { ...row, persons: fact(row.persons, occurredOn, { personInCharge, linkedLeader }) };
      }
      case 'ReportSubmitted': {
        const { recordedAt } = event.metadata;
        const submittedAt = row.months[event.data.month]?.submittedAt ?? recordedAt;
        return month(event.data.month, { status: 'SUBMITTED', submittedAt, late: event.data.late, ...AFRESH });
      }
      case 'ReportReturned':
        return month(event.data.month, { status: 'RETURNED' });
      case 'ReportEndorsed':
        return month(event.data.month, { endorsed: true });
      case 'ReportRepairMissed':
        return month(event.data.month, { repairMissed: true });
      case 'TotalInvestmentExceeded':
        return month(event.data.month, { exceedsTotal: true });
      case 'ReportAccepted':
        return month(event.data.month, { status: 'ACCEPTED' });
      case 'ReportAmended':
        return month(event.data.month, { status: 'SUBMITTED', ...AFRESH });
      case 'ReportMissed':
        return month(event.data.month, { status: 'MISSED', late: true });
      case 'ProjectPutInService':
      case 'ProjectCancelled':
        return withMonths({ ...row, ended: true }, row.months);
      case 'FactCorrected':
        return corrected(row, event);
      default:
        return row;
    }
  },

  contributions: (row) => row.owing.map((month) => contributionOf(row, month, row.months[month]!)),
};

const EMPTY: Omit<ComplianceRow, 'id' | 'sort'> = {
  name: [],
  responsibilities: NO_HOLDINGS,
  persons: [],
  ended: false,
  months: {},
  owing: [],
  silent: [],
};

/** What new figures begin with. */
const AFRESH = { endorsed: false, repairMissed: false, exceedsTotal: false };

export const complianceSum = (month: string): string => `month/${month}`;

/** A month belongs to whoever was the lead authority on its due day. */
export const authorityOf = (row: ComplianceRow, month: MonthCompliance): string | null =>
  responsibilitiesOn(row.responsibilities, dueDayOf(month))?.leadAuthority ?? null;

/** And to the leader (包联领导) of that day. */
export const leaderOf = (row: ComplianceRow, month: MonthCompliance): string | null =>
  valueOn(row.persons, dueDayOf(month))?.linkedLeader ?? null;

/** It ends with the due instant, which belongs to the day after. */
const dueDayOf = ({ dueAt }: MonthCompliance): string => dayOf(new Date(Date.parse(dueAt) - 1).toISOString());

function contributionOf(row: ComplianceRow, month: string, held: MonthCompliance): Contribution {
  const counts = {
    owed: 1,
    reported: held.submittedAt === null ? 0 : 1,
    accepted: held.status === 'ACCEPTED' ? 1 : 0,
    late: held.late && held.submittedAt !== null ? 1 : 0,
    silent: held.submittedAt === null ? 1 : 0,
  };
  const cells = [`authority|${escaped(authorityOf(row, held) ?? '')}`, `leader|${escaped(leaderOf(row, held) ?? '')}`];
  const amounts = cells.flatMap((cell) => Object.entries(counts).map(([name, count]) => [`${cell}|${name}`, count]));
  return { sum: complianceSum(month), day: `${month}-01`, amounts: Object.fromEntries(amounts) as typeof counts };
}

/** Names, units, persons and the end follow a correction; a miss stands and is marked. */
function corrected(row: ComplianceRow, event: Recorded<FactCorrected>): ComplianceRow {
  const { details, responsibilities, persons } = projectDecider.evolve(
    {
      ...INITIAL_PROJECT,
      details: { ...INITIAL_PROJECT.details, name: row.name },
      responsibilities: row.responsibilities,
      persons: row.persons,
    },
    event,
  );
  const named = { ...row, name: details.name, responsibilities, persons };
  const { since, stages } = event.data;
  if (!stages) return named;
  const months = Object.entries(row.months).map(([month, held]) => [
    month,
    held.status === 'MISSED' && month >= since.slice(0, 7) ? { ...held, basisCorrected: true } : held,
  ]);
  return withMonths({ ...named, ended: stages.ended }, Object.fromEntries(months) as ComplianceRow['months']);
}

function withMonths(row: ComplianceRow, months: ComplianceRow['months']): ComplianceRow {
  const owing = Object.keys(months)
    .filter((month) => !row.ended || months[month]!.status !== 'OWED')
    .sort();
  return { ...row, months, owing, silent: owing.filter((month) => months[month]!.submittedAt === null) };
}
