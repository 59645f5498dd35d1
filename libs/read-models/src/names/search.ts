import type { Documents } from '#libs/event-sourcing/pure';
import { folded, gramsOf, type ProjectNames, projectNames, textsOf } from './view.js';

/** So many pairs narrow a search down far enough; the rest is compared. */
const MOST_PAIRS = 8;

export interface SearchQuery {
  /** Any part of a name that a project has or had, or of its code; width, case and blanks make no difference. */
  readonly text: string;
  readonly after?: string;
  readonly limit: number;
}

/** Whether anything is left of a text to search for; blanks alone are not. */
export const isSearchable = (text: string): boolean => folded(text) !== '';

/**
 * One page of the projects that a text names, in the order of their ids. It may be short, or empty, before the last
 * one: the pairs of the text are found by an index, and whether they stand in its order is compared afterwards.
 */
export async function projectsNamed(documents: Documents, { text, after, limit }: SearchQuery) {
  const [first, ...others] = sought(text);
  const page = await documents.page(projectNames, {
    filter: {
      'state.grams': first!,
      ...(others.length > 0 && { $and: others.map((gram) => ({ 'state.grams': gram })) }),
    },
    ...(after !== undefined && { after }),
    limit,
  });
  return { items: page.items.filter((project) => contains(project, text)).map(foundOf), next: page.next };
}

/** The pairs of a text; a single character has none. */
function sought(text: string): string[] {
  const grams = [...gramsOf(text)];
  return grams.length === 1 ? grams : grams.filter((gram) => [...gram].length === 2).slice(0, MOST_PAIRS);
}

const contains = (project: ProjectNames, text: string): boolean =>
  textsOf(project).some((held) => folded(held).includes(folded(text)));

const foundOf = ({ id, code, names }: ProjectNames) => ({ id, code, names });
