import { type Fact, type Folds, type Series, withFact } from '#libs/event-sourcing/pure';
import type { UnitEvent, UnitKind } from './events.js';

export interface UnitState {
  /** Null before it is registered. */
  readonly kind: UnitKind | null;
  readonly name: Series<string>;
  /** Codes of the sectors whose authority it is. */
  readonly sectors: Series<readonly string[]>;
  /** The unit in its place, and from when on; a unit is merged once. */
  readonly merged: Fact<string> | null;
  /** Ids of the notices that were acknowledged. */
  readonly read: Readonly<Record<string, true>>;
}

export const INITIAL_UNIT: UnitState = { kind: null, name: [], sectors: [], merged: null, read: {} };

export const unitStream = (unit: string): string => `unit-${unit}`;

export const FOLDS: Folds<UnitState, UnitEvent> = {
  UnitRegistered: (state, { revision, data: { occurredOn: on, kind, name } }) => ({
    kind,
    name: withFact(state.name, { on, revision, value: name }),
  }),
  UnitRenamed: (state, { revision, data: { occurredOn: on, name } }) => ({
    name: withFact(state.name, { on, revision, value: name }),
  }),
  UnitMerged: (state, { revision, data: { occurredOn: on, into } }) => ({
    merged: { on, revision, value: into },
  }),
  SectorsAssigned: (state, { revision, data: { occurredOn: on, sectors } }) => ({
    sectors: withFact(state.sectors, { on, revision, value: sectors }),
  }),
  NoticeRead: (state, { data: { notice } }) => ({ read: { ...state.read, [notice]: true } }),
};
