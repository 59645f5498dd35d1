import type { Command } from '../shapes.js';

export type FileCommand = Command<'EraseFile', { reason: string }>;
