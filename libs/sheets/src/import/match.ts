import type { Register } from './door.js';
import { RowRefused } from './kind.js';

/** The one project of a name; undefined if there is none. Throws `RowRefused` where several are called so. */
export function projectNamed(register: Register, name: string): string | undefined {
  const [id, ...others] = register.projectsNamed(name);
  if (others.length > 0) throw new RowRefused('name', `有 ${others.length + 1} 个项目叫“${name}”，无法判断是哪一个`);
  return id;
}

/** Throws `RowRefused` for a name that no project has. */
export function knownProject(register: Register, name: string): string {
  const id = projectNamed(register, name);
  if (id === undefined) throw new RowRefused('name', `没有名为“${name}”的项目`);
  return id;
}
