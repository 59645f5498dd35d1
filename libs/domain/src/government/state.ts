import type { Folds } from '#libs/event-sourcing/pure';
import type { GovernmentPlanEvent, SourcedAmount } from './events.js';

export interface GovernmentPlanState {
  /** Null before it is drafted. */
  readonly year: number | null;
  readonly lines: Readonly<Record<string, readonly SourcedAmount[]>>;
  readonly published: boolean;
}

export const INITIAL_GOVERNMENT_PLAN: GovernmentPlanState = { year: null, lines: {}, published: false };

export const FOLDS: Folds<GovernmentPlanState, GovernmentPlanEvent> = {
  GovernmentPlanDrafted: (_, { data: { year } }) => ({ year }),
  GovernmentLineSet: ({ lines }, { data: { project, amounts } }) => ({ lines: withAmounts(lines, project, amounts) }),
  GovernmentLineRemoved: ({ lines }, { data: { project } }) => ({ lines: withAmounts(lines, project, []) }),
  GovernmentPlanPublished: () => ({ published: true }),
  GovernmentLineAdjusted: ({ lines }, { data: { project, amounts } }) => ({
    lines: withAmounts(lines, project, amounts),
  }),
};

/** The lines after one of them was set; a line without amounts is none. */
export function withAmounts(
  lines: GovernmentPlanState['lines'],
  project: string,
  amounts: readonly SourcedAmount[],
): GovernmentPlanState['lines'] {
  const { [project]: _, ...others } = lines;
  return amounts.length === 0 ? others : { ...others, [project]: amounts };
}
