import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import { unitDecider, type UnitEvent, type UnitState } from '#libs/domain';

/** A unit with all the names that it ever had, and the units in whose place it stands. */
export interface UnitDocument {
  readonly id: string;
  readonly sort: string;
  /** Revision of its last event, which is its ETag. */
  readonly revision: number;
  readonly unit: Omit<UnitState, 'read'>;
  /** The units that were merged into it, in the order in which that was told. */
  readonly absorbed: readonly { readonly on: string; readonly unit: string }[];
  /** Who acknowledged which notice first, and when. */
  readonly receipts: readonly { readonly notice: string; readonly by: string; readonly readAt: string }[];
}

export const units: View<UnitDocument> = {
  name: 'units',
  version: 1,
  indexes: [{ 'state.sort': 1 }, { 'state.unit.kind': 1, 'state.sort': 1 }],

  /** A merger concerns both: who ends, and who goes on. */
  keys(recorded) {
    if (!recorded.stream.startsWith('unit-')) return [];
    const event = recorded as Recorded<UnitEvent>;
    const own = idOf(event.stream);
    return event.type === 'UnitMerged' ? [own, event.data.into] : [own];
  },

  evolve(before, recorded, id) {
    const event = recorded as Recorded<UnitEvent>;
    const document = before ?? { ...NEW, id, sort: id };
    if (idOf(event.stream) !== id) {
      if (event.type !== 'UnitMerged') return document;
      const merger = { on: event.data.occurredOn, unit: idOf(event.stream) };
      return { ...document, absorbed: [...document.absorbed, merger] };
    }
    const { read: _, ...unit } = unitDecider.evolve({ ...document.unit, read: {} }, event);
    const after = { ...document, revision: event.revision, unit };
    if (event.type !== 'NoticeRead') return after;
    const { actor, recordedAt } = event.metadata;
    const receipt = { notice: event.data.notice, by: actor.id, readAt: recordedAt };
    return { ...after, receipts: [...document.receipts, receipt] };
  },
};

const { read: _, ...UNKNOWN } = unitDecider.initial;
const NEW = { revision: -1, unit: UNKNOWN, absorbed: [], receipts: [] };
