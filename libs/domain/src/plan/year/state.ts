import type { Folds } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import type { Disposition, YearEvent } from './events.js';

export interface YearState {
  readonly dispositions: ReadonlyMap<string, Disposition>;
  /** Day on which the year was closed. */
  readonly closedOn: string | null;
  /** Project → 分 invested up to the year's end, as it was fixed or adjusted. */
  readonly bases: ReadonlyMap<string, number>;
  readonly rolledForward: boolean;
}

export const INITIAL_YEAR: YearState = {
  dispositions: new Map(),
  closedOn: null,
  bases: new Map(),
  rolledForward: false,
};

export const FOLDS: Folds<YearState, YearEvent> = {
  DispositionsRecorded: ({ dispositions }, { data }) => ({
    dispositions: new Map([
      ...dispositions,
      ...data.dispositions.map(({ project, disposition }) => [project, disposition] as const),
    ]),
  }),
  YearClosed: (_, { data, metadata }) => ({
    closedOn: dayOf(metadata.recordedAt),
    bases: new Map(data.bases.map(({ project, toYearEnd }) => [project, toYearEnd])),
  }),
  BaseAdjusted: ({ bases }, { data: { project, toYearEnd } }) => ({ bases: new Map(bases).set(project, toYearEnd) }),
  PlanRolledForward: () => ({ rolledForward: true }),
};
