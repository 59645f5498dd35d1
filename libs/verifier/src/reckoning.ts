import type { Leaf } from './leaf.js';

/** Numbers by their names; a rate is told by the two of which it is the quotient, the part first. Money is in 分. */
export type Amounts = Readonly<Record<string, number>>;

/** What events say, as far as the reckoning looks; these fields have had the same meaning in every schema. */
interface Data {
  readonly year: number;
  readonly month: string;
  readonly project: string;
  readonly entry: Entry;
  readonly results: readonly { readonly project: string; readonly entry: Entry | null }[];
  readonly occurredOn: string;
  readonly status: string;
  readonly currency: string;
  readonly details: { readonly sector: string | null };
  readonly changes: { readonly sector?: string | null };
  readonly through: string;
  readonly yearToDate: number;
  readonly on: string;
  readonly afterMonth: string | null;
  readonly figures: Figures;
  readonly cutOff: string;
  /** Of a correction: the revision of the fact that it corrects, and what the fact is instead. */
  readonly revision: number;
  readonly originalType: string;
  readonly replacement: Data | null;
}

interface Entry {
  readonly project: string;
  readonly category: string;
  readonly totalInvestment: number;
  readonly annualInvestment: number;
  readonly monthlyTargets: readonly number[] | null;
}

interface Figures {
  readonly yearToDate: number;
}

interface Fact {
  readonly revision: number;
  readonly type: string;
  readonly data: Data;
  readonly recordedOn: string;
}

interface Report {
  readonly figures: Figures;
  readonly cutOff: string;
  readonly returned: boolean;
  readonly accepted?: Figures;
}

class Project {
  facts: Fact[] = [];
  readonly reports = new Map<string, Report>();
  readonly moved: Data[] = [];
}

/** What becomes of a project with such a fact, from the day of the fact on. */
const STATUS_OF: Readonly<Record<string, (fact: Fact) => string>> = {
  ProjectRegistered: ({ data }) => data.status,
  NewStartPlanned: () => 'PLANNED_START',
  ProjectReserved: () => 'RESERVED',
  PreliminaryWorkBegun: () => 'PRELIMINARY',
  CommencementRecorded: () => 'UNDER_CONSTRUCTION',
  ResumptionReported: () => 'UNDER_CONSTRUCTION',
  SuspensionReported: () => 'SUSPENDED',
  ProjectCompleted: () => 'COMPLETED',
  ProjectPutInService: () => 'IN_SERVICE',
  ProjectCancelled: () => 'CANCELLED',
};

const LISTS: Readonly<Record<string, readonly string[]>> = {
  'new-start': ['PLANNED_START'],
  ongoing: ['UNDER_CONSTRUCTION', 'SUSPENDED'],
  preliminary: ['PRELIMINARY'],
  none: ['CONCEIVED', 'RESERVED', 'COMPLETED', 'IN_SERVICE', 'CANCELLED'],
};

/** Whether a project counts in a cell of the dashboard, by what it is on the day. */
const CELLS: readonly [RegExp, (is: { category: string; status: string; sector: string }, of: string) => boolean][] = [
  [/^\/construction$/, ({ category }) => category !== 'PRELIMINARY'],
  [/^\/preliminary$/, ({ category }) => category === 'PRELIMINARY'],
  [/^\/byList\/([a-z-]+)$/, ({ status }, list) => LISTS[list]?.includes(status) ?? false],
  [/^\/bySector\/([^/]*)$/, ({ sector }, of) => sector === of],
];

const COMPLETED = ['completedAccepted', 'completedPending'];
const SUMS = ['count', 'totalInvestment', 'annualPlan', 'targetToDate', ...COMPLETED];
/** Rates with what they are the quotients of. */
const RATES: Readonly<Record<string, readonly string[]>> = {
  completionRate: ['completedAccepted', 'annualPlan'],
  targetRate: ['completedAccepted', 'targetToDate'],
  gapToTimeProgress: ['completedAccepted', 'annualPlan'],
};

/** The projects to which an event of a plan gives lines; whoever is in no such event has no part in the plan. */
export function projectsNamedIn({ type, data }: Pick<Leaf, 'type' | 'data'>): string[] {
  const { entry, results } = data as Data;
  if (type === 'PlanEntryIncluded') return [entry.project];
  return type === 'BatchApplied' ? results.map(({ project }) => project) : [];
}

/** Whether a figure can be reckoned here; the others are only added up. */
export const isReckoned = (cell: string, figure: string): boolean =>
  CELLS.some(([form]) => form.test(cell)) && (SUMS.includes(figure) || figure in RATES);

/**
 * A year's figures from its events, written from the definitions (README.md) and not from the server's code: what two
 * hands reckon alike is not one's mistake.
 */
export class Reckoning {
  /** Every project that the plan ever named, with its lines: from which day on which; null is no member any more. */
  private readonly lines = new Map<string, { on: string; entry: Entry | null }[]>();
  private readonly projects = new Map<string, Project>();
  private publishedOn: string | undefined;

  constructor(private readonly year: number) {}

  see({ stream, revision, type, data, metadata }: Leaf): void {
    const recordedOn = shanghaiDay((metadata as { recordedAt: string }).recordedAt);
    if (stream === `plan-${this.year}`) this.seePlan(type, data as Data, recordedOn);
    else if (stream.startsWith('project-'))
      seeProject(this.projectOf(stream.slice(8)), { revision, type, data: data as Data, recordedOn });
  }

  get named(): IterableIterator<string> {
    return this.lines.keys();
  }

  /** What a project adds to a figure that `isReckoned`, at the end of a month or on an earlier day. */
  amountsOf(id: string, { month, cell, figure, asOf }: ReckonedFigure): Amounts {
    const monthEnd = lastDayOf(month);
    const day = asOf !== null && asOf < monthEnd ? asOf : monthEnd;
    if (this.publishedOn === undefined || this.publishedOn > (asOf ?? this.publishedOn)) return {};
    const entry = this.lines.get(id)?.findLast(({ on }) => on <= day)?.entry;
    const project = this.projectOf(id);
    const status = lastOn(project.facts, day, (fact) => STATUS_OF[fact.type]?.(fact));
    const isOurs = project.facts.findLast(({ type }) => type === 'ProjectRegistered')?.data.currency === 'CNY';
    if (!entry || status === undefined || !isOurs) return {};
    const sector = lastOn(project.facts, day, ({ data }) => (data.details ?? data.changes)?.sector) ?? '';
    const { category, totalInvestment, annualInvestment, monthlyTargets } = entry;
    const isIn = CELLS.some(([form, counts]) => {
      const [matched, of = ''] = form.exec(cell) ?? [];
      return matched !== undefined && counts({ category, status, sector }, of);
    });
    if (!isIn) return {};
    const { accepted, reported } = category === 'PRELIMINARY' ? NOTHING : completedOn(project, this.year, day);
    const targets = (monthlyTargets ?? []).filter((_, at) => lastDayOf(monthIn(this.year, at + 1)) <= day);
    const sums: Amounts = {
      ...{ count: 1, totalInvestment, annualPlan: annualInvestment },
      targetToDate: targets.reduce((sum, target) => sum + target, 0),
      ...{ completedAccepted: accepted, completedPending: reported - accepted },
    };
    return Object.fromEntries((RATES[figure] ?? [figure]).map((name) => [name, sums[name]!]));
  }

  private seePlan(type: string, { entry, project, results }: Data, recordedOn: string): void {
    if (type === 'PlanPublished') this.publishedOn = recordedOn;
    // A line of the draft stands for the whole year.
    if (type === 'PlanEntryIncluded') this.lines.set(entry.project, [{ on: '', entry }]);
    if (type === 'PlanEntryRemoved') this.lines.set(project, []);
    if (type === 'BatchApplied')
      for (const result of results)
        this.lines.set(result.project, [
          ...(this.lines.get(result.project) ?? []),
          { on: recordedOn, entry: result.entry },
        ]);
  }

  private projectOf(id: string): Project {
    const project = this.projects.get(id) ?? new Project();
    this.projects.set(id, project);
    return project;
  }
}

export interface ReckonedFigure {
  /** YYYY-MM */
  readonly month: string;
  readonly cell: string;
  readonly figure: string;
  /** YYYY-MM-DD, or null for the latest that is known. */
  readonly asOf: string | null;
}

function seeProject(project: Project, fact: Fact): void {
  const { type, data } = fact;
  const { month, figures, cutOff } = data;
  const before = project.reports.get(month);
  switch (type) {
    case 'ReportSubmitted':
      project.reports.set(month, { ...before, figures, cutOff, returned: false });
      return;
    case 'ReportAmended':
      project.reports.set(month, { ...before!, figures, returned: false });
      return;
    case 'ReportReturned':
      project.reports.set(month, { ...before!, returned: true });
      return;
    case 'ReportAccepted':
      project.reports.set(month, { ...before!, accepted: figures, returned: false });
      return;
    case 'FiguresMoved':
      project.moved.push(data);
      return;
    case 'FactCorrected':
      project.facts = project.facts.filter(({ revision }) => revision !== data.revision);
      if (data.replacement)
        project.facts.push({ ...fact, revision: data.revision, type: data.originalType, data: data.replacement });
      return;
    default:
      project.facts.push(fact);
  }
}

/** The value of the last fact up to a day that has one, by day and then by revision. */
function lastOn<T>(facts: readonly Fact[], day: string, valueOf: (fact: Fact) => T | undefined): T | undefined {
  let last: { on: string; revision: number; value: T } | undefined;
  for (const fact of facts) {
    const value = valueOf(fact);
    const on = fact.type === 'NewStartPlanned' ? fact.recordedOn : fact.data.occurredOn;
    if (value === undefined || on > day) continue;
    const isLater = !last || on > last.on || (on === last.on && fact.revision > last.revision);
    if (isLater) last = { on, revision: fact.revision, value };
  }
  return last?.value;
}

const NOTHING = { accepted: 0, reported: 0 };

/** The year's investment: of the opening figures, then of the latest report whose cut-off has come, and what was moved since. */
function completedOn({ facts, reports, moved }: Project, year: number, day: string) {
  const opening = facts.findLast(({ type, data }) => type === 'OpeningFiguresRecorded' && data.year === year)?.data;
  const opened = opening && lastDayOf(opening.through) <= day ? opening.yearToDate : 0;
  let [accepted, reported] = [
    { month: '', sum: opened },
    { month: '', sum: opened },
  ];
  for (const [month, report] of [...reports].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!month.startsWith(String(year)) || report.cutOff > day) continue;
    // A returned report counts for nothing but what was accepted of it before.
    const standing = report.returned ? report.accepted : report.figures;
    if (standing) reported = { month, sum: standing.yearToDate };
    if (report.accepted) accepted = { month, sum: report.accepted.yearToDate };
  }
  const withMoved = ({ month, sum }: { month: string; sum: number }): number =>
    moved
      .filter((each) => each.year === year && each.on <= day && (each.afterMonth ?? '') >= month)
      .reduce((total, { yearToDate }) => total + yearToDate, sum);
  return { accepted: withMoved(accepted), reported: withMoved(reported) };
}

const EIGHT_HOURS = 8 * 3_600_000;
const dayIn = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
const shanghaiDay = (instant: string): string => dayIn(Date.parse(instant) + EIGHT_HOURS);
const monthIn = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;
const lastDayOf = (month: string): string => dayIn(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0));

/** A figure from its amounts: the sum itself, or the quotient of two, halves up; null where there is none. */
export function figureOf(figure: string, month: string, amounts: Amounts): number | null {
  const [part, whole] = (RATES[figure] ?? Object.keys(amounts)).map((name) => amounts[name]);
  if (part === undefined || whole === undefined) return part ?? null;
  if (whole === 0) return null;
  // The gap is in percentage points: against the share of the year that is over, of which a month is two of 24 parts.
  const time = figure === 'gapToTimeProgress' ? BigInt(Number(month.slice(5)) * 2) : 0n;
  return Number(halfUp((BigInt(part) * 24n - time * BigInt(whole)) * 10_000n, BigInt(whole) * 24n)) / scaleOf(figure);
}

const scaleOf = (figure: string): number => (figure === 'gapToTimeProgress' ? 100 : 10_000);

function halfUp(numerator: bigint, denominator: bigint): bigint {
  const [doubled, divisor] = [2n * numerator + denominator, 2n * denominator];
  return doubled / divisor - (doubled < 0n && doubled % divisor !== 0n ? 1n : 0n);
}
