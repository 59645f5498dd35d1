import type { EventStore } from './event-store.js';
import type { Position } from './event.js';
import { MemoryDocuments } from './memory-documents.js';
import { type Parked, streamKey } from './parked.js';
import type { AnyView } from './view.js';

/** Parked documents as today's code folds them from the first event on. */
export interface Repaired {
  readonly states: ReadonlyMap<string, object | null>;
  /** What still cannot follow. */
  readonly parked: readonly Parked[];
}

/**
 * Folds all that is parked anew, up to a position; for a parked stream every document that its waiting events concern.
 * What stays parked as `announced` does so here too.
 */
export async function repair(
  store: EventStore,
  views: readonly AnyView[],
  parked: readonly Parked[],
  upTo: Position,
  announced: readonly Parked[],
): Promise<ReadonlyMap<AnyView, Repaired>> {
  const keys = await keysToRepair(store, views, parked, upTo);
  const documents = new MemoryDocuments(views, (view, key) => keys.get(view)!.has(key), announced);
  for await (const event of store.readAll()) {
    if (event.position > upTo) break;
    documents.apply(event);
  }
  const repaired = (view: AnyView): Repaired => {
    const states = new Map([...keys.get(view)!].map((key) => [key, documents.stateOf(view, key)]));
    const unsummed = [...states.keys()].filter((key) => documents.contributionsOf(view, key) === undefined);
    // What cannot be summed stands where it stood.
    for (const key of unsummed) states.delete(key);
    const waiting = new Map(parked.filter((each) => each.view === view.name).map((each) => [each.key, each]));
    return {
      states,
      parked: documents.parked(view).map((each) => (unsummed.includes(each.key) && waiting.get(each.key)) || each),
    };
  };
  return new Map(views.map((view) => [view, repaired(view)]));
}

async function keysToRepair(
  store: EventStore,
  views: readonly AnyView[],
  parked: readonly Parked[],
  upTo: Position,
): Promise<Map<AnyView, Set<string>>> {
  const keys = new Map(views.map((view) => [view, new Set<string>()]));
  const streams = new Map(views.map((view) => [view, new Set<string>()]));
  for (const view of views)
    for (const { key } of parked.filter((each) => each.view === view.name))
      if (key.startsWith(streamKey(''))) streams.get(view)!.add(key);
      else keys.get(view)!.add(key);
  if ([...streams.values()].every(({ size }) => size === 0)) return keys;
  const first = Math.min(...parked.map(({ since }) => since));
  for await (const event of store.readAll(first - 1)) {
    if (event.position > upTo) break;
    for (const view of views)
      if (streams.get(view)!.has(streamKey(event.stream))) addKeys(keys.get(view)!, () => view.keys(event));
  }
  return keys;
}

function addKeys(keys: Set<string>, of: () => string[]): void {
  try {
    for (const key of of()) keys.add(key);
  } catch {
    // It stays parked: the fold that follows says so with its reason.
  }
}
