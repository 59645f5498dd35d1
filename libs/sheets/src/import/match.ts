import { type ProjectCodeState, projectCodeStream } from '#libs/domain';
import type { ImportContext } from './kind.js';
import { RowRefused } from './kind.js';

interface Named {
  readonly code: string | null;
  readonly name: string;
}

/** The project of a code, else the one of a name; undefined if there is none. Throws `RowRefused` where it is not one. */
export async function projectOf({ code, name }: Named, { door, register }: ImportContext): Promise<string | undefined> {
  const [coded, ids] = [code && (await projectOfCode(code, door)), register.projectsNamed(name)];
  if (coded && ids.length > 0 && !ids.includes(coded))
    throw new RowRefused('code', `项目代码 ${code} 属于另一个项目，“${name}”已登记`);
  if (coded) return coded;
  if (ids.length > 1) throw new RowRefused('name', `有 ${ids.length} 个项目叫“${name}”，请填写项目代码`);
  return ids[0];
}

const projectOfCode = async (code: string, door: ImportContext['door']): Promise<string | null> =>
  (await door.stateOf<ProjectCodeState>(projectCodeStream(code))).project;

/** Throws `RowRefused` for a project that nobody knows. */
export async function knownProject(named: Named, context: ImportContext): Promise<string> {
  const id = await projectOf(named, context);
  if (id === undefined) throw new RowRefused('name', `没有名为“${named.name}”的项目`);
  return id;
}
