import type { Folds } from '#libs/event-sourcing/pure';
import type { Horizon, HorizonEvent } from './events.js';

export interface HorizonState {
  /** Null until it stands for an item of the outline. */
  readonly horizon: Horizon | null;
  /** The outline items for which it stands. */
  readonly outlineItems: readonly string[];
  /** Last revision taken from each item, below which an echo is a repeat. */
  readonly outlineRevisions: Readonly<Record<string, number>>;
}

export const INITIAL_HORIZON: HorizonState = { horizon: null, outlineItems: [], outlineRevisions: {} };

export const FOLDS: Folds<HorizonState, HorizonEvent> = {
  OutlineEntered: ({ outlineItems, outlineRevisions }, { data: { item, horizon, sourceRevision } }) => ({
    horizon,
    outlineItems: [...outlineItems.filter((each) => each !== item), item],
    outlineRevisions: { ...outlineRevisions, [item]: sourceRevision },
  }),
  OutlineLeft: ({ outlineItems, outlineRevisions }, { data: { item, sourceRevision } }) => ({
    outlineItems: outlineItems.filter((each) => each !== item),
    outlineRevisions: { ...outlineRevisions, [item]: sourceRevision },
  }),
  ProjectPromoted: (_, { data: { to } }) => ({ horizon: to }),
};

/** Whether it has come near enough; a project that no outline item names is planned freely. */
export const hasReached = ({ horizon, outlineItems }: HorizonState, ...horizons: readonly Horizon[]): boolean =>
  outlineItems.length === 0 || (horizon !== null && horizons.includes(horizon));
