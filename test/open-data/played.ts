import { MemoryDocuments, type Recorded } from '#libs/event-sourcing';
import { openProjectsOn, projectIdsOn, VIEWS } from '#libs/read-models';
import type { OpenProject } from '#libs/contracts';

const NEEDED = ['project-cards', 'project-names', 'units'];

/** The projects as these streams leave them. */
export async function openProjectsAfter(
  streams: Iterable<{ readonly events: readonly Recorded[] }>,
): Promise<OpenProject[]> {
  const documents = new MemoryDocuments(VIEWS.filter(({ name }) => NEEDED.includes(name)));
  for (const { events } of streams) for (const event of events) documents.apply(event);
  const { ids } = await projectIdsOn(documents, '', Infinity);
  return openProjectsOn(documents, ids);
}

/** What a generator of pieces makes of them. */
export async function whole(
  of: (projects: AsyncIterable<OpenProject>) => AsyncIterable<string>,
  projects: readonly OpenProject[],
): Promise<string> {
  let text = '';
  for await (const piece of of(arriving(projects))) text += piece;
  return text;
}

async function* arriving<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}
