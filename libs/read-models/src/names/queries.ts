import { type Documents, LATEST, valueOn, type View } from '#libs/event-sourcing/pure';
import { listRows } from '../lists/view.js';
import { units } from '../units/view.js';

const PAGE = 500;

/** Who is called what now: a whole register, for work that looks up thousands of names. */
export async function namesOn(documents: Documents) {
  const projects = new Map<string, string[]>();
  for await (const { id, project } of all(documents, listRows))
    add(projects, valueOn(project.details.name, LATEST), id);
  const byName = new Map<string, string[]>();
  const ids = new Set<string>();
  for await (const { id, unit } of all(documents, units)) {
    // Somebody else stands in the place of a unit that was merged.
    if (unit.merged) continue;
    ids.add(id);
    add(byName, valueOn(unit.name, LATEST), id);
  }
  return {
    /** Ids of the projects of a name. */
    projectsNamed: (name: string): readonly string[] => projects.get(name) ?? [],
    /** The id of the one unit that has the name or the id; undefined if there is none, or more than one. */
    unitNamed(name: string): string | undefined {
      if (ids.has(name)) return name;
      const named = byName.get(name) ?? [];
      return named.length === 1 ? named[0] : undefined;
    },
  };
}

async function* all<S extends { readonly sort: string }>(documents: Documents, view: View<S>): AsyncGenerator<S> {
  // Sums stand among the rows of a view; they have no place in its order.
  for (let after = ''; ;) {
    const page = await documents.page(view, { filter: {}, after, limit: PAGE });
    yield* page.items;
    if (page.next === null) return;
    after = page.next;
  }
}

function add(names: Map<string, string[]>, name: string | undefined, id: string): void {
  if (name === undefined) return;
  const ids = names.get(name);
  if (ids) ids.push(id);
  else names.set(name, [id]);
}
