import { type Documents, type EventStore, streamKnownAt } from '#libs/event-sourcing';
import { projectStream } from '#libs/domain';
import { projectCards, type ProjectAnswer, projectOn, type Side, type Sides } from '#libs/read-models';
import type { Answer } from './bus.js';

/** What one side of a difference is about: a day, and the instant whose knowledge counts; now if left out. */
export interface SideAsked {
  /** YYYY-MM-DD */
  readonly day: string;
  /** RFC 3339, UTC */
  readonly knownAt?: string;
}

export interface SidesAsked {
  readonly from: SideAsked;
  readonly to: SideAsked;
}

type AskAt = <R>(knownAt: string | undefined, answer: (documents: Documents) => Promise<R>) => Promise<Answer<R>>;

/** Asks about both sides of a difference: about two days the same documents, so that both stand at one position. */
export async function askBothSides<T>(
  ask: AskAt,
  { from, to }: SidesAsked,
  answer: (documents: Documents, day: string) => Promise<T>,
): Promise<Sides<T>> {
  if (from.knownAt === to.knownAt) {
    const { position, result } = await ask(
      to.knownAt,
      async (documents) => [await answer(documents, from.day), await answer(documents, to.day)] as const,
    );
    return { from: { position, day: from.day, answer: result[0] }, to: { position, day: to.day, answer: result[1] } };
  }
  const sideOf = async ({ day, knownAt }: SideAsked): Promise<Side<T>> => {
    const { position, result } = await ask(knownAt, (documents) => answer(documents, day));
    return { position, day, answer: result };
  };
  // One after the other: only so many replays go on at once.
  return { from: await sideOf(from), to: await sideOf(to) };
}

/** A project on both sides from its own stream, in which all that was ever known of it is. */
export async function projectOnBothSides(
  store: EventStore,
  id: string,
  { from, to }: SidesAsked,
): Promise<Sides<ProjectAnswer | undefined>> {
  const sideOf = async ({ day, knownAt = FOREVER }: SideAsked) => {
    const known = await streamKnownAt(store, [projectCards], projectStream(id), knownAt);
    return { position: known.position, day, answer: await projectOn(known, id, day) };
  };
  return { from: await sideOf(from), to: await sideOf(to) };
}

/** Behind every instant of knowledge. */
export const FOREVER = '9999-12-31T00:00:00.000Z';
