/** What an earlier map holds where the next one differs from it. */
interface Difference<K, V> {
  readonly next: GrowingMap<K, V>;
  readonly key: K;
  readonly isHeld: boolean;
  readonly value: V | undefined;
}

/**
 * A map that never changes as seen from outside, and of which a larger one is made in constant time: all that came
 * from one map share its entries, held by the one that was looked at last, and each other knows the way there
 * (Baker, "Shallow binding makes functional arrays fast", 1991). Folding n events takes n steps, not n².
 */
export class GrowingMap<K, V> implements ReadonlyMap<K, V> {
  /** Null in all but the one that was looked at last. */
  #entries: Map<K, V> | null;
  #difference: Difference<K, V> | null = null;

  /** Takes the map over: nobody else may change it. */
  constructor(entries = new Map<K, V>()) {
    this.#entries = entries;
  }

  with(key: K, value: V): GrowingMap<K, V> {
    const entries = this.#held();
    const next = new GrowingMap(entries);
    this.#giveTo(next, key);
    entries.set(key, value);
    return next;
  }

  /** Costs as much as the map is large, because an entry that comes back would come last. */
  without(key: K): GrowingMap<K, V> {
    const entries = new Map(this.#held());
    entries.delete(key);
    return new GrowingMap(entries);
  }

  get size(): number {
    return this.#held().size;
  }

  get(key: K): V | undefined {
    return this.#held().get(key);
  }

  has(key: K): boolean {
    return this.#held().has(key);
  }

  keys(): MapIterator<K> {
    return this.#copy().keys();
  }

  values(): MapIterator<V> {
    return this.#copy().values();
  }

  entries(): MapIterator<[K, V]> {
    return this.#copy().entries();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  /** Who goes through it may look at another one meanwhile. */
  #copy(): Map<K, V> {
    return new Map(this.#held());
  }

  /** Brings the entries here, a step for each map in between. */
  #held(): Map<K, V> {
    const way: GrowingMap<K, V>[] = [this];
    for (let step = this.#difference; step; step = step.next.#difference) way.push(step.next);
    for (const map of way.reverse().slice(1)) {
      const { next, key, isHeld, value } = map.#difference!;
      const entries = next.#entries!;
      next.#giveTo(map, key);
      if (isHeld) entries.set(key, value as V);
      else entries.delete(key);
      map.#entries = entries;
      map.#difference = null;
    }
    return this.#entries!;
  }

  /** Remembers what is here before the entries change for another one. */
  #giveTo(next: GrowingMap<K, V>, key: K): void {
    const entries = this.#entries!;
    this.#difference = { next, key, isHeld: entries.has(key), value: entries.get(key) };
    this.#entries = null;
  }
}
