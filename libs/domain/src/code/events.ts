import type { Event } from '../shapes.js';

export type ProjectCodeEvent =
  /** The code was set aside for a project; as the first event of its stream it makes the code unique. */
  | Event<'ProjectCodeReserved', { project: string }>
  /** The code was set free again, since the project does not hold it. */
  | Event<'ProjectCodeReleased', { project: string; reason: string }>;
