import { changesBetween, plain, type ReadStream, stepsOf } from '#libs/event-sourcing/pure';
import { projectStream } from '#libs/domain';
import { cardOn, type ProjectAnswer } from '../project-card/queries.js';
import { type ProjectCard, projectCards } from '../project-card/view.js';
import { explained, type Explained, type Sides } from './explained.js';

/** Every field of a project that is another one on the other side; where it did not exist, all its fields are. */
export function projectDifference(
  read: ReadStream,
  id: string,
  { from, to }: Sides<ProjectAnswer | undefined>,
): Promise<Explained[]> {
  const changes = changesBetween(plain(from.answer ?? {}), plain(to.answer ?? {}));
  const steps = stepsOf(projectCards, id, read(projectStream(id)), { from: from.position, to: to.position });
  const on = (day: string) => (card: ProjectCard | null) => (card ? cardOn(card, day) : undefined);
  return explained(changes, steps, { from: on(from.day), to: on(to.day) });
}
