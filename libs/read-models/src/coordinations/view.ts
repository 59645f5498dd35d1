import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import type { DocumentRef, Level, ProjectEvent } from '#libs/domain';

type Held = Extract<ProjectEvent, { type: 'CoordinationHeld' }>['data'];

/** 调度: a level met about a project. */
export interface CoordinationDocument {
  readonly id: string;
  readonly sort: string;
  readonly project: string;
  readonly on: string;
  readonly level: Level;
  readonly blockers: readonly string[];
  readonly minutes: DocumentRef;
}

export const coordinations: View<CoordinationDocument> = {
  name: 'coordinations',
  version: 2,
  indexes: [{ 'state.sort': 1 }, { 'state.level': 1, 'state.sort': 1 }, { 'state.project': 1, 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    if (event.type === 'CoordinationHeld') return [event.data.coordination];
    if (event.type !== 'FactCorrected' || event.data.originalType !== 'CoordinationHeld') return [];
    // What was voided before is told by what it becomes now.
    const { original, replacement } = event.data;
    return [(original ?? replacement)!['coordination'] as string];
  },

  evolve(_before, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    if (event.type === 'CoordinationHeld') return heldAs(event.data, id, idOf(event.stream));
    if (event.type !== 'FactCorrected' || event.data.replacement === null) return null;
    return heldAs(event.data.replacement as unknown as Held, id, idOf(event.stream));
  },
};

const heldAs = (held: Held, id: string, project: string): CoordinationDocument => {
  const { occurredOn: on, level, blockers, minutes } = held;
  return { id, sort: `${on}/${id}`, project, on, level, blockers, minutes };
};
