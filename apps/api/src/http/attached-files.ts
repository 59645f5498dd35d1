import type { FileStore } from '#libs/files';
import { EdgeProblem } from './problems.js';

interface NamedFile {
  readonly pointer: string;
  readonly document: { sha256: string; size: unknown; mediaType: unknown };
}

/** Completes each document of a command with what is known of its file; refuses one that nobody has uploaded. */
export async function withFiles<C extends object>(command: C, files: FileStore): Promise<C> {
  for (const { pointer, document } of filesIn(command, '')) {
    const found = await files.find(document.sha256);
    if (!found || found.erased)
      throw new EdgeProblem('FILE_NOT_UPLOADED', [{ pointer, detail: '没有这个文件，请先上传' }]);
    document.size = found.size;
    document.mediaType = found.mediaType;
  }
  return command;
}

function filesIn(value: unknown, place: string): NamedFile[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, each]) => filesIn(each, `${place}/${name}`));
  return 'sha256' in value && typeof value.sha256 === 'string'
    ? [{ pointer: `${place}/sha256`, document: value as NamedFile['document'] }, ...inner]
    : inner;
}
