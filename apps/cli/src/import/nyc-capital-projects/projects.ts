import type { Row } from './columns.js';

/** The rows of each project, in the order in which they come. */
export function byProject(rows: readonly Row[]): Row[][] {
  const projects = new Map<string, Row[]>();
  for (const row of rows) {
    const project = projects.get(row.pid);
    if (project) project.push(row);
    else projects.set(row.pid, [row]);
  }
  return [...projects.values()];
}

export const inOrderOfDate = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => (a.on < b.on ? -1 : 1));

export const placeOf = ({ line, pid, on }: { line: number; pid: string; on: string }): string =>
  `line ${line}, PID ${pid}, ${on}`;
