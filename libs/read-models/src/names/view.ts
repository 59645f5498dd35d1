import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import { INITIAL_PROJECT, projectDecider, type ProjectEvent, type ProjectState } from '#libs/domain';

/** What a project is found by: each name that it ever had, and its code. */
export interface ProjectNames {
  readonly id: string;
  readonly sort: string;
  readonly code: string | null;
  readonly names: readonly string[];
  /** The single characters of names and code, and every two that stand side by side. */
  readonly grams: readonly string[];
  readonly details: Pick<ProjectState['details'], 'name'>;
}

/** Apart from the list rows, which are written with every event: so many index keys would weigh on each of them. */
export const projectNames: View<ProjectNames> = {
  name: 'project-names',
  version: 2,
  monthly: true,
  indexes: [{ 'state.sort': 1 }, { 'state.grams': 1, 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    return event.stream.startsWith('project-') && concerns(event) ? [idOf(event.stream)] : [];
  },

  evolve(before, event, id) {
    const known = before && { code: before.code, details: { ...INITIAL_PROJECT.details, ...before.details } };
    const state = { ...INITIAL_PROJECT, ...known };
    const { code, details } = projectDecider.evolve(state, event as Recorded<ProjectEvent>);
    const names = [...new Set(details.name.map(({ value }) => value))];
    const grams = [...new Set(textsOf({ code, names }).flatMap((text) => [...gramsOf(text)]))];
    return { id, sort: id, code, names, grams, details: { name: details.name } };
  },
};

function concerns(event: ProjectEvent): boolean {
  switch (event.type) {
    case 'ProjectRegistered':
    case 'ProjectRenamed':
    case 'ProjectCodeAssigned':
      return true;
    case 'ProjectDetailsChanged':
      return event.data.changes.name !== undefined;
    case 'FactCorrected':
      return ['ProjectRegistered', 'ProjectRenamed', 'ProjectDetailsChanged'].includes(event.data.originalType);
    default:
      return false;
  }
}

export const textsOf = ({ names, code }: Pick<ProjectNames, 'names' | 'code'>): string[] =>
  code === null ? [...names] : [...names, code];

/** A text as it is compared: width, case and blanks make no difference. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

export function gramsOf(text: string): Set<string> {
  const characters = [...folded(text)];
  return new Set(characters.flatMap((one, at) => (at === 0 ? [one] : [one, characters[at - 1]! + one])));
}
