import { Query } from 'mingo';
import type { Position, Recorded } from './event.js';
import { BEFORE_ALL } from './event.js';
import type { Documents, Page, PageQuery } from './documents.js';
import { SumDifferences } from './fold.js';
import { sortOf, stateFilter } from './pages.js';
import { Holds, type Parked, waitingIn } from './parked.js';
import type { AnyView, Contribution, View } from './view.js';

/** Views folded in memory from the first event on: for rebuilds, and for what was known at an instant. */
export class MemoryDocuments implements Documents {
  position: Position = BEFORE_ALL;
  get waiting(): number {
    return waitingIn([...this.views.values()].flatMap(({ holds }) => holds.list()));
  }

  private last: Recorded | undefined;
  private readonly views = new Map<
    string,
    { view: AnyView; holds: Holds; states: Map<string, object>; sums?: Map<string, object> }
  >();

  /** `concerns` leaves out documents that nobody asks for; what is `announced` to stay parked is parked. */
  constructor(
    views: readonly AnyView[],
    private readonly concerns: (view: AnyView, key: string) => boolean = () => true,
    announced: readonly Parked[] = [],
  ) {
    for (const view of views)
      this.views.set(view.name, { view, holds: new Holds(view, [], announced), states: new Map() });
  }

  /** Tells each view and key that the event concerned. */
  apply(event: Recorded, onConcerned?: (view: AnyView, key: string) => void): void {
    for (const held of this.views.values()) {
      for (const key of held.holds.keysOf(event)) {
        if (!this.concerns(held.view, key)) continue;
        onConcerned?.(held.view, key);
        const state = held.holds.evolve(held.states.get(key) ?? null, event, key);
        if (state === null) held.states.delete(key);
        else held.states.set(key, state);
      }
      held.sums = undefined;
    }
    this.position = event.position;
    this.last = event;
  }

  /** The documents of a view that could not follow an event. */
  parked(view: AnyView): Parked[] {
    return this.held(view).holds.list();
  }

  /** A document that is no summary. */
  stateOf(view: AnyView, key: string): object | null {
    return this.held(view).states.get(key) ?? null;
  }

  /**
   * What a document adds to the view's summaries; undefined if that cannot be told: it is parked then and there is none
   * any more, so that what it adds one day, when it is folded anew, is all of it.
   */
  contributionsOf(view: AnyView, key: string): readonly Contribution[] | undefined {
    const { holds, states } = this.held(view);
    if (!view.contributions) return [];
    const contributions = holds.contributionsOf(states.get(key) ?? null, key, () => [this.last!]);
    if (!contributions) states.delete(key);
    return contributions;
  }

  /** Every document of a view, its summaries included. */
  all(view: AnyView): Map<string, object> {
    const sums = this.sums(view);
    return new Map([...this.held(view).states, ...sums]);
  }

  get<S extends object>(view: View<S>, key: string): Promise<S | null> {
    return Promise.resolve((this.held(view).states.get(key) ?? this.sums(view).get(key) ?? null) as S | null);
  }

  async many<S extends object>(view: View<S>, keys: readonly string[]): Promise<Map<string, S>> {
    const found = await Promise.all(keys.map(async (key) => [key, await this.get(view, key)] as const));
    return new Map(found.flatMap(([key, state]) => (state ? [[key, state] as const] : [])));
  }

  page<S extends object>(view: View<S>, query: PageQuery): Promise<Page<S>> {
    const matches = new Query(stateFilter(query));
    const found = [...this.held(view).states]
      .map(([, state]) => ({ state: state as S, at: sortOf(state, query.order) }))
      .filter(({ state }) => matches.test({ state }))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    const items = found.slice(0, query.limit);
    return Promise.resolve({
      items: items.map(({ state }) => state),
      next: found.length > items.length ? items.at(-1)!.at : null,
    });
  }

  private held(view: AnyView) {
    const held = this.views.get(view.name);
    if (!held) throw new Error(`view ${view.name} is not among those that were folded`);
    return held;
  }

  /** Sums are added up once, from what the documents contribute in the end. */
  private sums(view: AnyView): Map<string, object> {
    const held = this.held(view);
    if (!held.sums) {
      const differences = new SumDifferences();
      if (view.contributions)
        for (const key of held.states.keys()) differences.add(this.contributionsOf(view, key) ?? [], 1);
      held.sums = new Map(differences.touched().map((key) => [key, differences.appliedTo(key, { days: {} })]));
    }
    return held.sums;
  }
}
