import { holds, idOf, type Rules } from '#libs/event-sourcing/pure';
import { requirePast } from '../facts.js';
import { refuse } from '../refusals.js';
import type { UnitCommand } from './commands.js';
import type { UnitEvent } from './events.js';
import { type UnitState, unitStream } from './state.js';

export const RULES: Rules<UnitState, UnitCommand, UnitEvent> = {
  RegisterUnit({ type: _, ...data }, state, at) {
    if (state.kind !== null) throw refuse('UNIT_EXISTS');
    requirePast(data.occurredOn, at);
    return [{ type: 'UnitRegistered', data }];
  },

  RenameUnit({ type: _, ...data }, state, at) {
    requirePast(data.occurredOn, at);
    requireStanding(state, data.occurredOn);
    if (holds(state.name, data.occurredOn, data.name)) return [];
    return [{ type: 'UnitRenamed', data }];
  },

  MergeUnit({ type: _, ...data }, state, at) {
    const { occurredOn, into } = data;
    requirePast(occurredOn, at);
    if (state.merged?.on === occurredOn && state.merged.value === into) return [];
    if (into === idOf(at.stream)) throw refuse('UNIT_MERGES_INTO_ITSELF', { into });
    if (state.merged) throw refuse('UNIT_MERGED', { into: state.merged.value, on: state.merged.on });
    const successor = at.stateOf<UnitState>(unitStream(into));
    if (successor.kind === null) throw refuse('UNKNOWN_UNIT', { unit: into });
    // Who was merged before takes nobody in any more, so that every chain of mergers ends.
    if (successor.merged) throw refuse('UNIT_MERGED', { into: successor.merged.value, on: successor.merged.on });
    return [{ type: 'UnitMerged', data }];
  },

  AssignSectors({ type: _, ...data }, state, at) {
    requirePast(data.occurredOn, at);
    requireStanding(state, data.occurredOn);
    if (holds<readonly string[]>(state.sectors, data.occurredOn, data.sectors)) return [];
    return [{ type: 'SectorsAssigned', data }];
  },

  AcknowledgeNotice: ({ notice }, state) =>
    Object.hasOwn(state.read, notice) ? [] : [{ type: 'NoticeRead', data: { notice } }],
};

/** Nothing new is told of a unit from the day on which another one stands in its place. */
function requireStanding({ merged }: UnitState, day: string): void {
  if (merged && merged.on <= day) throw refuse('UNIT_MERGED', { into: merged.value, on: merged.on });
}
