import type { Level } from '../../policy/escalation.js';
import type { Command } from '../../shapes.js';
import type { BLOCKER_CATEGORIES } from './events.js';

export type BlockerCommand =
  | Command<'RaiseBlocker', { occurredOn: string; category: (typeof BLOCKER_CATEGORIES)[number]; description: string }>
  | Command<'AcceptBlocker', { blocker: string }>
  | Command<'EscalateBlocker', { blocker: string; from: Level; outcome: string }>
  | Command<'ResolveBlocker', { blocker: string; resolution: string }>
  | Command<'CloseBlocker', { blocker: string }>;
