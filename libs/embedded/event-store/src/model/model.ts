/**
 * The rules of streams as a plain in-memory function, written from the specification and not from the server's code:
 * append and its idempotence, soft delete, tombstone, metadata, and what readers see of it all.
 */
export type ExpectedInModel = 'any' | 'no_stream' | 'stream_exists' | number;

export interface ModelEvent {
  id: string;
  stream: string;
  revision: number;
  type: string;
  /** Parsed data of a metadata event. */
  metadata?: Record<string, unknown>;
  /** Learned from the server's answer. */
  position?: bigint;
}

export type Answer =
  | { kind: 'success'; revision: number; repeats?: ModelEvent }
  | { kind: 'wrong'; actual: number }
  | { kind: 'deleted' }
  | { kind: 'missing' }
  | { kind: 'events'; ids: string[] };

const FOREVER = '9223372036854775807';

export class Model {
  readonly streams = new Map<string, ModelEvent[]>();
  readonly tombstoned = new Set<string>();
  /** Latest place of each id, over all streams. */
  private readonly places = new Map<string, ModelEvent>();
  private made = 0;

  events(name: string): ModelEvent[] {
    return this.streams.get(name) ?? [];
  }

  isTombstoned(name: string): boolean {
    return this.tombstoned.has(name) || (name.startsWith('$$') && this.tombstoned.has(name.slice(2)));
  }

  metadata(name: string): Record<string, unknown> {
    if (name.startsWith('$$')) return { $maxCount: 1 };
    return this.events(`$$${name}`).at(-1)?.metadata ?? {};
  }

  softDeleted(name: string): boolean {
    return this.metadata(name)['$tb'] === FOREVER;
  }

  private add(stream: string, id: string, type: string, metadata?: Record<string, unknown>): ModelEvent {
    const events = this.events(stream);
    const event: ModelEvent = { id, stream, revision: events.length, type, metadata };
    this.streams.set(stream, [...events, event]);
    this.places.set(id, event);
    return event;
  }

  private addMetadata(name: string, metadata: Record<string, unknown>): ModelEvent {
    return this.add(`$$${name}`, `server-${++this.made}`, '$metadata', metadata);
  }

  private check(name: string, expected: ExpectedInModel, ids: string[]): 'write' | Answer {
    const events = this.events(name);
    const actual = events.length - 1;
    if (this.isTombstoned(name)) return { kind: 'deleted' };
    if (expected === 'stream_exists') {
      if (this.softDeleted(name)) return { kind: 'deleted' };
      if (events.length === 0 && this.events(`$$${name}`).length === 0) return { kind: 'wrong', actual };
    }
    if (typeof expected === 'string' && expected !== 'no_stream') {
      const known = ids.map((id) => this.places.get(id)).map((place) => (place?.stream === name ? place : undefined));
      if (!known[0]) return 'write';
      const last = known.at(-1);
      return known.every(Boolean)
        ? { kind: 'success', revision: last!.revision, repeats: last }
        : { kind: 'wrong', actual };
    }
    const at = expected === 'no_stream' ? -1 : expected;
    if (at > actual) return { kind: 'wrong', actual };
    if (at === actual) return 'write';
    const same = ids.findIndex((id, index) => events[at + 1 + index]?.id !== id);
    if (same < 0) {
      const repeats = events[at + ids.length]!;
      return { kind: 'success', revision: repeats.revision, repeats };
    }
    return same === 0 && expected === 'no_stream' && this.softDeleted(name) ? 'write' : { kind: 'wrong', actual };
  }

  append(name: string, expected: ExpectedInModel, ids: string[], metadata?: Record<string, unknown>): Answer {
    const verdict = this.check(name, expected, ids);
    if (verdict !== 'write') return verdict;
    const wasDeleted = this.softDeleted(name);
    const old = this.metadata(name);
    const described = name.slice(2);
    const describesDeleted = name.startsWith('$$') && this.softDeleted(described);
    const next = this.events(name).length;
    const written = ids.map((id) => this.add(name, id, metadata ? '$metadata' : 'Counted', metadata));
    if (wasDeleted) this.addMetadata(name, { ...old, $tb: next });
    if (describesDeleted) this.addMetadata(described, { ...metadata, $tb: this.events(described).length });
    return { kind: 'success', revision: written.at(-1)!.revision };
  }

  softDelete(name: string, expected: ExpectedInModel): Answer {
    const verdict = this.check(name, expected, [`server-${++this.made}`]);
    if (verdict !== 'write') return verdict;
    if (this.events(name).length === 0 && this.events(`$$${name}`).length === 0) return { kind: 'wrong', actual: -1 };
    return { kind: 'success', revision: this.addMetadata(name, { $tb: FOREVER }).revision };
  }

  tombstone(name: string, expected: ExpectedInModel): Answer {
    const verdict = this.check(name, expected, [`server-${++this.made}`]);
    if (verdict !== 'write') return verdict;
    this.tombstoned.add(name);
    return { kind: 'success', revision: -1 };
  }

  read(name: string, from: 'start' | 'end' | number, backwards: boolean, count: number): Answer {
    if (this.isTombstoned(name)) return { kind: 'deleted' };
    const events = this.events(name);
    if (events.length === 0 || this.softDeleted(name)) return { kind: 'missing' };
    const { $maxCount, $tb } = this.metadata(name);
    const first = Math.max(Number($tb ?? 0), $maxCount === undefined ? 0 : events.length - Number($maxCount));
    const start = from === 'start' ? 0 : from === 'end' ? events.length - 1 : from;
    const visible = events.slice(Math.max(0, first));
    const chosen = backwards
      ? visible.filter(({ revision }) => revision <= start).reverse()
      : visible.filter(({ revision }) => revision >= start);
    return { kind: 'events', ids: chosen.slice(0, count).map(({ id }) => id) };
  }
}
