import { type Actor, bodyHashOf, derivedId, type Envelope } from '#libs/event-sourcing';
import type { Place } from '../place.js';

/** The file that a row comes from, and who brings it. */
export interface Source {
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
  readonly actor: Actor;
}

/** A command for a stream, before it is put into its envelope. */
export interface Directed {
  readonly stream: string;
  readonly command: { readonly type: string };
}

/** The id derives from file, row and command alone, so that importing the row again is the same command again. */
export function envelopeOf({ hash, actor }: Source, place: Place | null, { stream, command }: Directed): Envelope {
  const bodyHash = bodyHashOf(command);
  return {
    stream,
    command,
    actor,
    commandId: derivedId('import', hash, place?.sheet ?? '', String(place?.row ?? 0), bodyHash),
    bodyHash,
    correlationId: derivedId('import', hash),
  };
}

/** The id of a project that a row brings into being. */
export const newProjectOf = (hash: string, { sheet, row }: Place): string =>
  derivedId('import', hash, sheet, String(row), 'project');
