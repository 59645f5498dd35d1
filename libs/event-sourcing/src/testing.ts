import type { Actor, DomainEvent, Recorded } from './event.js';
import type { AnyDecider, Decider } from './decider.js';
import { derivedId } from './ids.js';
import { Refusal } from './refusal.js';
import { fold } from './fold.js';
import type { View } from './view.js';

/** Where and when a scenario's events happened, unless an event says otherwise. */
export interface Scene {
  readonly stream: string;
  readonly now: string;
  readonly actor: Actor;
  readonly others?: Readonly<Record<string, unknown>>;
}

/** An event of a scenario, with whatever deviates from the scene. */
export type Told<E extends DomainEvent> = E & { readonly recordedAt?: string; readonly stream?: string };

/** Id of the event at a place of a scene. */
export const idAt = (position: number): string => derivedId('scene', String(position));

/** Events as the log would hold them, each stream numbered from 0. */
export function recorded<E extends DomainEvent>(events: readonly Told<E>[], scene: Scene): Recorded<E>[] {
  const revisions = new Map<string, number>();
  return events.map(({ recordedAt, stream = scene.stream, ...event }, position) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return {
      ...(event as unknown as E),
      id: idAt(position),
      stream,
      revision,
      position,
      metadata: {
        actor: scene.actor,
        recordedAt: recordedAt ?? scene.now,
        commandId: derivedId('scene-command', String(position)),
        bodyHash: '',
        schema: 1,
        last: true,
        $correlationId: 'scene',
        $causationId: 'scene',
      },
    };
  });
}

/** The event as the command door records it where time brought it about. */
export const asDue = (event: Recorded): Recorded => ({
  ...event,
  metadata: { ...event.metadata, commandId: event.id },
});

/** Given events, when a command comes, then these events, or this refusal. Due events come first, as in the log. */
export function scenario<S, C extends { type: string }, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  scene: Scene,
) {
  return {
    decider,
    scene,
    given: (...events: Told<E>[]) => ({
      when: (command: C | { type: 'Tick' }, at: Partial<Scene> = {}) => {
        const outcome = run(decider, recorded(events, scene), command, { ...scene, ...at });
        return {
          then: (...expected: DomainEvent[]) => expect(outcome).toEqual(expected),
          thenMatches: (...expected: object[]) =>
            expect(outcome).toEqual(expected.map((each) => expect.objectContaining(each) as unknown)),
          thenSatisfies: (check: (events: readonly DomainEvent[]) => void) => {
            if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
            check(outcome);
          },
          thenNothing: () => expect(outcome).toEqual([]),
          thenRefused: (code: string, facts: object = {}) => expect(outcome).toMatchObject({ refused: code, facts }),
        };
      },
      state: () => recorded(events, scene).reduce((state, event) => decider.evolve(state, event), decider.initial),
    }),
  };
}

function run(decider: AnyDecider, events: Recorded[], command: { type: string }, scene: Scene) {
  let state: unknown = decider.initial;
  for (const event of events) state = decider.evolve(state, event);
  const reads = (stream: string) => decider.reads?.(command, state, scene.now).some((read) => read.stream === stream);
  const at = {
    now: scene.now,
    actor: scene.actor,
    stream: scene.stream,
    newId: (name: string) => `new-${name}`,
    stateOf: <T>(stream: string) => {
      if (!reads(stream)) throw new Error(`${stream} is not among the streams that the decision reads`);
      return scene.others?.[stream] as T;
    },
  };
  const outcome: DomainEvent[] = [];
  try {
    for (let due; (due = decider.due?.(state, at));) {
      const event = due.event as DomainEvent;
      outcome.push(event);
      const revision = events.length + outcome.length - 1;
      state = decider.evolve(state, asDue({ ...recorded([event], scene)[0]!, revision }));
    }
    if (command.type !== 'Tick') outcome.push(...(decider.decide(command, state, at) as DomainEvent[]));
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, facts: error.facts };
    throw error;
  }
}

/**
 * Folds events into a view's documents, summaries included, and checks on the way that delivering the log in one
 * batch or event by event makes no difference, and that a batch that is written twice changes nothing.
 */
export async function viewed<S extends object>(view: View<S>, events: readonly Recorded[]): Promise<Map<string, S>> {
  const atOnce = await folded(view, [events]);
  const oneByOne = await folded(
    view,
    events.map((event) => [event]),
  );
  expect(Object.fromEntries(oneByOne)).toEqual(Object.fromEntries(atOnce));
  return atOnce as Map<string, S>;
}

async function folded(view: View, batches: readonly (readonly Recorded[])[]): Promise<Map<string, object>> {
  const stored = new Map<string, { position: number; state: object | null }>();
  for (const batch of [...batches, ...batches.slice(-1)]) {
    const upTo = batch.at(-1)?.position ?? 0;
    const load = (keys: string[]) =>
      Promise.resolve(new Map(keys.flatMap((key) => (stored.has(key) ? [[key, stored.get(key)!] as const] : []))));
    for (const { key, state } of await fold(view, batch, load))
      if ((stored.get(key)?.position ?? -1) < upTo) stored.set(key, { position: upTo, state });
  }
  return new Map([...stored].flatMap(([key, { state }]) => (state ? [[key, state] as const] : [])));
}
