import type { Command } from '../../shapes.js';

export type MonthCommand = Command<'CloseMonth', { month: string }>;
