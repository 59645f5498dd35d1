import type { PlanEntry, ProjectState } from '#libs/domain';

/** 新开工, 在建, 前期; every other status is on none of the three. */
export const LISTS = ['new-start', 'ongoing', 'preliminary'] as const;
export type List = (typeof LISTS)[number];

/** What the lists and the dashboard need of a project. */
export type RowProject = Pick<
  ProjectState,
  'currency' | 'details' | 'status' | 'responsibilities' | 'totalInvestment' | 'milestones' | 'openings' | 'reports'
>;

/** A project as the lists show it, with its lines in the yearly plans. */
export interface ListRow {
  readonly id: string;
  /** Order of the lists. */
  readonly sort: string;
  readonly project: RowProject;
  readonly entries: Readonly<Record<string, PlanEntry & { readonly since: string }>>;
  /** Years in whose plan it stands, for filtering. */
  readonly years: readonly number[];
  /** From when until when, exclusively, it stood on which list. */
  readonly spans: readonly { readonly list: List; readonly from: string; readonly to: string }[];
}
