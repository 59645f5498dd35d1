import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainEvent } from '#libs/event-sourcing/pure';

const DOMAIN = join(import.meta.dirname, '../../libs/domain/src');

/** A stream's events up to one of a type. */
export interface Told {
  /** The kind of the stream. */
  readonly kind: string;
  readonly events: readonly DomainEvent[];
}

type Examples = Readonly<Record<string, { readonly given?: readonly DomainEvent[]; readonly event: DomainEvent }>>;

/** For each type of event the shortest stream that ends in one, from every `…EXAMPLES` of the domain. */
export async function toldByExamples(): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  const files = (readdirSync(DOMAIN, { recursive: true }) as string[]).filter((file) => /examples\.[jt]s$/.test(file));
  for (const file of files.sort()) {
    const [kind] = file.split('/') as [string];
    const exported = Object.entries((await import(join(DOMAIN, file))) as Record<string, Examples>);
    const tables = exported.filter(([name]) => name.endsWith('EXAMPLES')).map(([, table]) => table);
    for (const { given = [], event } of tables.flatMap((table) => Object.values(table)))
      for (const events of prefixesOf([...given, event])) {
        const { type } = events.at(-1)!;
        if (events.length < (told.get(type)?.events.length ?? Infinity)) told.set(type, { kind, events });
      }
  }
  return told;
}

const prefixesOf = (events: readonly DomainEvent[]) => events.map((_, last) => events.slice(0, last + 1));
