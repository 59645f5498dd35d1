import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';

/** Where a file is referred to: whoever may read one of these may read the file. */
export interface FileDocument {
  readonly sha256: string;
  /** Streams, in the order in which they first named it. */
  readonly attachedTo: readonly string[];
  readonly erased: boolean;
}

export const files: View<FileDocument> = {
  name: 'files',
  version: 1,
  keys: (event) => (event.type === 'FileErased' ? [idOf(event.stream)] : hashesIn(event.data)),
  evolve(before, { stream, type }: Recorded, sha256) {
    const file = before ?? { sha256, attachedTo: [], erased: false };
    if (type === 'FileErased') return { ...file, erased: true };
    return file.attachedTo.includes(stream) ? file : { ...file, attachedTo: [...file.attachedTo, stream] };
  },
};

/** The hashes of all documents in an event, wherever in it they stand. */
function hashesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { sha256 } = value as { sha256?: unknown };
  const inner = Object.values(value).flatMap(hashesIn);
  return [...new Set(typeof sha256 === 'string' ? [sha256, ...inner] : inner)];
}
