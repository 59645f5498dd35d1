import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What the examples keep: where they are, each project's name, and how many events were told of it. */
export interface Kept {
  readonly place: string | null;
  readonly projects: Readonly<Record<string, { readonly name: string | null; readonly events: number }>>;
  /** Ids of events, where the place is kept by the server and one may come again. */
  readonly taken: readonly string[];
}

export const NOTHING: Kept = { place: null, projects: {}, taken: [] };

export const load = (file: string): Kept =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : NOTHING;

/** Place and effect are one file that is replaced at once: after a crash it holds both or neither. */
export function keep(file: string, kept: Kept): void {
  writeFileSync(`${file}.new`, JSON.stringify(kept), { flush: true });
  renameSync(`${file}.new`, file);
}

/** The effect of one event. Types and fields that are not known are passed over. */
export function after(kept: Kept, type: string, data: object): Kept {
  const { project, name, changes } = data as { project: string | null; name?: string; changes?: { name?: string } };
  if (project === null) return kept;
  const before = kept.projects[project] ?? { name: null, events: 0 };
  const told = type.startsWith('taizhang.project.') ? (name ?? changes?.name) : undefined;
  const now = { name: told ?? before.name, events: before.events + 1 };
  return { ...kept, projects: { ...kept.projects, [project]: now } };
}
