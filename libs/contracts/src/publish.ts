import type { BulletinContent, BulletinEvent, FactCorrected, PublicationCommand } from '#libs/domain';
import { categoryOf, derivedId, idOf, type Recorded } from '#libs/event-sourcing';
import { publicType } from './contract.js';
import { inShanghai } from './instants.js';
import { type Told, toldOfBulletin, toldOfFact } from './mappings.js';
import { publicStream } from './publication.js';

/** What is to be told outside because of an event, and the stream in which it is told. */
export interface Publication {
  readonly stream: string;
  readonly command: PublicationCommand;
  readonly commandId: string;
}

const commandIdOf = (source: string): string => derivedId(source, 'public');

/** The id of the public event that tells an event of ours: the first of its command. */
export const publicIdOf = (source: string): string => derivedId(commandIdOf(source), '0');

/** What an event leads to outside; undefined for most. `bulletin` gives the events of a bulletin so far. */
export async function publicationOf(
  event: Recorded,
  bulletin: (stream: string) => AsyncIterable<Recorded>,
): Promise<Publication | undefined> {
  const id = idOf(event.stream);
  if (categoryOf(event.stream) === 'project') {
    const told =
      event.type === 'FactCorrected' ? toldOfCorrection(event as Recorded<FactCorrected>) : toldOfFact(event);
    return told && publication(event, told, id, publicStream(id));
  }
  if (event.type !== 'BulletinPublished') return undefined;
  const [content, corrects] = await contentOf(bulletin(event.stream));
  const told = toldOfBulletin(id, event.data as { docNo: string }, content, corrects);
  return told && publication(event, told, null, publicStream(`bulletin-${id}`));
}

function publication(event: Recorded, { name, data }: Told, project: string | null, stream: string): Publication {
  const recordedAt = inShanghai(event.metadata.recordedAt);
  const told = { type: publicType(name), data: { project, recordedAt, ...data } };
  return { stream, command: { type: 'Publish', event: told }, commandId: commandIdOf(event.id) };
}

/** A correction of what was never told is not told either. */
function toldOfCorrection({ data: { corrects, originalType: type, original, replacement } }: Recorded<FactCorrected>) {
  const mapped = (data: object | null) => (data ? toldOfFact({ type, data }) : undefined);
  const [before, after] = [mapped(original), mapped(replacement)];
  const name = (before ?? after)?.name;
  if (name === undefined) return undefined;
  return {
    name: 'project.fact-corrected',
    data: { corrects: publicIdOf(corrects), of: publicType(name), replacement: after ? { ...after.data } : null },
  } satisfies Told;
}

/** What a bulletin said when it was written last, and which one it corrects. */
async function contentOf(events: AsyncIterable<Recorded>): Promise<[BulletinContent, string | null]> {
  let content: BulletinContent | undefined;
  let corrects: string | null = null;
  for await (const event of events) {
    const { type, data } = event as Recorded<BulletinEvent>;
    if (type === 'BulletinDrafted') corrects = data.corrects?.bulletin ?? null;
    if (type === 'BulletinDrafted' || type === 'BulletinRedrafted') content = data;
  }
  return [content!, corrects];
}
