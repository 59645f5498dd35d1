import { atOnePosition, type Documents, idOf, type Position, readCheckpoint } from '#libs/event-sourcing';
import { inShanghai, oc4idsPackage, type OpenProject } from '#libs/contracts';
import type { Runtime } from '#libs/platform';
import { openProjectsOn, PROJECTION, projectIdsOn } from '#libs/read-models';

const PAGE = 200;

/** Projects as they stand at a position or later. */
export interface OpenProjects {
  readonly position: Position;
  readonly projects: AsyncIterable<OpenProject>;
}

/**
 * Every project, or each of which anything was recorded since a position, a page of them in memory at a time. None is
 * older than `position`, so that who asks again since then misses nothing.
 */
export async function openProjects({ db, store }: Runtime, since?: Position): Promise<OpenProjects> {
  const position = (await readCheckpoint(db, PROJECTION))?.position ?? 0;
  const ask = async <T>(answer: (documents: Documents) => Promise<T>) =>
    (await atOnePosition(db, PROJECTION, answer)).result;

  async function* all() {
    for (let after: string | null = ''; after !== null;) {
      const begin: string = after;
      const { projects, next } = await ask(async (documents) => {
        const { ids, next } = await projectIdsOn(documents, begin, PAGE);
        return { projects: await openProjectsOn(documents, ids), next };
      });
      yield* projects;
      after = next;
    }
  }

  async function* changed(from: Position) {
    const ids = new Set<string>();
    for await (const { stream } of store.readAll(from, 'project-')) ids.add(idOf(stream));
    const sorted = [...ids].sort();
    for (let at = 0; at < sorted.length; at += PAGE)
      yield* await ask((documents) => openProjectsOn(documents, sorted.slice(at, at + PAGE)));
  }

  return { position, projects: since === undefined ? all() : changed(since) };
}

/** An OC4IDS package of them, published now. */
export const oc4idsOf = ({ clock, config }: Runtime, { position, projects }: OpenProjects): AsyncGenerator<string> =>
  oc4idsPackage(
    {
      uri: `urn:taizhang:oc4ids:${position}`,
      publishedDate: inShanghai(clock.now().toISOString()),
      publisher: config.publisher,
    },
    projects,
  );
