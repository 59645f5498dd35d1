import type { Command } from '../shapes.js';

export type ProjectCodeCommand =
  Command<'ReserveProjectCode', { project: string }> | Command<'ReleaseProjectCode', { reason: string }>;
