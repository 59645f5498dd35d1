import { join } from 'node:path';
import { publicationDecider, publicationOf } from '#libs/contracts';
import { type DomainEvent, type Recorded, schemaOf } from '#libs/event-sourcing/pure';
import { UPCASTS } from '#libs/domain';
import { type Sample, sampleName, storedSamples } from './stored.js';

const NOW = '2022-05-16T02:00:00.000Z';
const at = { now: NOW, actor: { id: 'system', role: 'SYSTEM', unit: null }, newId: String };

/** What the last event of a stream is told outside as, or undefined. */
export async function toldAs(told: readonly Recorded[]): Promise<(DomainEvent & { stream: string }) | undefined> {
  const publication = await publicationOf(told.at(-1)!, async function* () {
    for (const event of told) yield await Promise.resolve(event);
  });
  if (!publication) return undefined;
  const { stream, command } = publication;
  const stateOf = (): never => {
    throw new Error('a publication looks at no other stream');
  };
  const [event] = publicationDecider.decide(command, publicationDecider.initial, { ...at, stream, stateOf });
  return { ...event!, stream };
}

/** Events as the log would hold them in one stream. */
export function inStream(stream: string, events: readonly DomainEvent[]): Recorded[] {
  return events.map((event, revision) => ({
    ...{ ...event, id: `${stream}-${revision}`, stream, revision, position: revision },
    metadata: {
      ...{ actor: at.actor, recordedAt: NOW, commandId: '', bodyHash: '', schema: 1 },
      ...{ $correlationId: '', $causationId: '' },
    },
  }));
}

/** For each type of the contract a sample, from the newest samples of the log. */
export async function toldSamples(): Promise<Map<string, object>> {
  const samples = storedSamples(join(import.meta.dirname, '../../../libs/domain/samples')).filter(isNewest);
  const found = new Map<string, object>();
  for (const { kind, events } of samples) {
    const stream = inStream(`${kind}-sample`, events.map(asPublic));
    const told = await toldAs(stream);
    if (told && !found.has(told.type)) found.set(told.type, told.data);
  }
  return found;
}

const isNewest = ({ name, events }: Sample): boolean => {
  const { type } = events.at(-1)!;
  return name === sampleName(type, schemaOf(UPCASTS, type));
};

/** Stored bulletins are internal ones; one for everybody differs in nothing else. */
const asPublic = ({ type, data }: DomainEvent): DomainEvent => ({
  type,
  data: type === 'BulletinDrafted' ? { ...data, kind: 'PUBLIC' } : data,
});
