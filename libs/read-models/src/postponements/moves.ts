import type { Series } from '#libs/event-sourcing/pure';
import { daysBetween, type Milestone, nodeKey, type ProjectState } from '#libs/domain';

/** The planned dates of a project, as they were agreed from day to day. */
export interface Planned {
  readonly milestones: ProjectState['milestones'];
  /** The versions of its preparation plan. */
  readonly preparation: ProjectState['preparation']['plan'];
}

/** A planned date became another one on a day; earlier dates are moves too, by fewer than no days. */
export interface Move {
  /** Null for the due day of a node of the preparation plan. */
  readonly milestone: Milestone | null;
  /** `<approval>/<step>`; null for a milestone. */
  readonly node: string | null;
  readonly on: string;
  readonly revision: number;
  readonly from: string;
  readonly to: string;
  /** Days by which it is later. */
  readonly days: number;
}

/** Every move of a project's dates, the earliest first; a first date and one that is given up are none. */
export function movesOf({ milestones, preparation }: Planned): Move[] {
  const ofMilestones = Object.entries(milestones).flatMap(([milestone, series]) =>
    movedIn(series).map((move) => ({ milestone: milestone as Milestone, node: null, ...move })),
  );
  const nodes = new Set(preparation.flatMap(({ value }) => value.nodes.map(nodeKey)));
  const ofNodes = [...nodes].flatMap((node) => {
    const series = preparation.map(({ on, revision, value }) => {
      const planned = value.nodes.find((each) => nodeKey(each) === node);
      return { on, revision, value: planned?.dueOn ?? null };
    });
    return movedIn(series).map((move) => ({ milestone: null, node, ...move }));
  });
  return [...ofMilestones, ...ofNodes].sort((a, b) =>
    a.on < b.on || (a.on === b.on && a.revision < b.revision) ? -1 : 1,
  );
}

const movedIn = (series: Series<string | null>) =>
  series.flatMap(({ on, revision, value: to }, index) => {
    const from = series[index - 1]?.value ?? null;
    return from === null || to === null || from === to ? [] : [{ on, revision, from, to, days: daysBetween(from, to) }];
  });
