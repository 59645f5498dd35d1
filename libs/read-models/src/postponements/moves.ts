import { daysBetween, type Milestone, type ProjectState } from '#libs/domain';

/** A planned date became another one on a day; earlier dates are moves too, by fewer than no days. */
export interface Move {
  readonly milestone: Milestone;
  readonly on: string;
  readonly revision: number;
  readonly from: string;
  readonly to: string;
  /** Days by which it is later. */
  readonly days: number;
}

/** Every move of a project's dates, the earliest first; a first date and one that is given up are none. */
export function movesOf(milestones: ProjectState['milestones']): Move[] {
  const moves = Object.entries(milestones).flatMap(([milestone, series]) =>
    series.flatMap(({ on, revision, value: to }, index) => {
      const from = series[index - 1]?.value ?? null;
      if (from === null || to === null || from === to) return [];
      return [{ milestone: milestone as Milestone, on, revision, from, to, days: daysBetween(from, to) }];
    }),
  );
  return moves.sort((a, b) => (a.on < b.on || (a.on === b.on && a.revision < b.revision) ? -1 : 1));
}
