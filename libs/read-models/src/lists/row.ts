import type { Series } from '#libs/event-sourcing/pure';
import type { Category, PlanEntry, ProjectState } from '#libs/domain';

/** 新开工, 在建, 前期; every other status is on none of the three. */
export const LISTS = ['new-start', 'ongoing', 'preliminary'] as const;
export type List = (typeof LISTS)[number];

/** What rows are filtered by beside list and year: `unit` holds any place in the project, `leader` is its 包联领导. */
export const FACETS = ['status', 'sector', 'town', 'unit', 'authority', 'responsible', 'leader', 'source'] as const;
export type Facet = (typeof FACETS)[number];

/** What stands in `found`. */
export const facetKey = (facet: Facet, value: string): string => `${facet}=${value}`;

/** On a list at any time, or until further notice: most that ever stood among the new starts do so no more. */
export const listKey = (year: number, list: List, still: boolean): string => `${year}/${list}${still ? '/still' : ''}`;

/** From when until when, exclusively, something was so. */
export interface FacetSpan {
  readonly facet: Facet;
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

/** By name, by annual investment of the newest plan (largest first), by planned start. */
export const ORDERS = ['name', 'annual', 'start'] as const;
export type Order = (typeof ORDERS)[number];

/** What the lists and the dashboard need of a project. Of its money that is what was applied for and allocated. */
export type RowProject = Pick<
  ProjectState,
  | 'currency'
  | 'code'
  | 'details'
  | 'status'
  | 'responsibilities'
  | 'persons'
  | 'totalInvestment'
  | 'milestones'
  | 'approvals'
  | 'statistics'
  | 'fundingLines'
  | 'fundingMovements'
  | 'openings'
  | 'transfers'
  | 'reports'
>;

/** A project's line in one year's plan through all of its versions. */
export interface PlanLines {
  /** Day on which it came into the plan or its draft. */
  readonly since: string;
  /** What it was from the first day on, and from each batch on; null is no member any more. */
  readonly lines: Series<PlanEntry | null>;
}

/** A project as the lists show it, with its lines in the yearly plans. */
export interface ListRow {
  readonly id: string;
  /** Order of the lists. */
  readonly sort: string;
  /** The other orders, by what is known last: each a text of its own for every row. */
  readonly orders: Readonly<Record<Order, string>>;
  readonly project: RowProject;
  readonly entries: Readonly<Record<string, PlanLines>>;
  /** Years in whose plan it stands or stood, for filtering. */
  readonly years: readonly number[];
  /** From when until when, exclusively, it was a member of which plan. */
  readonly memberships: readonly {
    readonly year: number;
    readonly category: Category;
    readonly from: string;
    readonly to: string;
  }[];
  /** Month → 分 of the year's investment that the office signed when it closed the month. */
  readonly signed: Readonly<Record<string, number>>;
  /** From when until when, exclusively, it stood on which list. */
  readonly spans: readonly { readonly list: List; readonly from: string; readonly to: string }[];
  /** What it can be filtered by, and when that was so. */
  readonly facets: readonly FacetSpan[];
  /** `2022/ongoing`: the lists on which it ever stood under each year of `years`; with `/still` where it goes on. */
  readonly listed: readonly string[];
  /** `unit=…`: what it is or was to be found by, whatever the day. */
  readonly found: readonly string[];
  /** Month → 形象进度 as the last report of that month told it. */
  readonly progress: Readonly<Record<string, string>>;
}
