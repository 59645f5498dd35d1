import type { Series } from '#libs/event-sourcing/pure';
import type { PlanEntry, ProjectState } from '#libs/domain';

/** 新开工, 在建, 前期; every other status is on none of the three. */
export const LISTS = ['new-start', 'ongoing', 'preliminary'] as const;
export type List = (typeof LISTS)[number];

/** What the lists and the dashboard need of a project. */
export type RowProject = Pick<
  ProjectState,
  | 'currency'
  | 'details'
  | 'status'
  | 'responsibilities'
  | 'totalInvestment'
  | 'milestones'
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
  readonly project: RowProject;
  readonly entries: Readonly<Record<string, PlanLines>>;
  /** Years in whose plan it stands or stood, for filtering. */
  readonly years: readonly number[];
  /** From when until when, exclusively, it was a member of which plan. */
  readonly memberships: readonly { readonly year: number; readonly from: string; readonly to: string }[];
  /** Month → 分 of the year's investment that the office signed when it closed the month. */
  readonly signed: Readonly<Record<string, number>>;
  /** From when until when, exclusively, it stood on which list. */
  readonly spans: readonly { readonly list: List; readonly from: string; readonly to: string }[];
}
