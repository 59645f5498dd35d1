import type { Level } from '../../policy/escalation.js';
import type { Command } from '../../shapes.js';
import type { BLOCKER_CATEGORIES } from './events.js';

export type BlockerCommand =
  | Command<'RaiseBlocker', { occurredOn: string; category: (typeof BLOCKER_CATEGORIES)[number]; description: string }>
  | Command<'AcceptBlocker', { blocker: string }>
  | Command<'EscalateBlocker', { blocker: string; from: Level; outcome: string }>
  | Command<'ReturnBlockerDown', { blocker: string; from: Level; instructions: string }>
  | Command<'RequestHold', { blocker: string; reason: string }>
  | Command<'ConsentToHold', { blocker: string }>
  | Command<'ResumeBlocker', { blocker: string }>
  | Command<'RecordLevelOutcome', { blocker: string; level: Level; outcome: string }>
  | Command<'ResolveBlocker', { blocker: string; resolution: string }>
  | Command<'CloseBlocker', { blocker: string }>
  | Command<'ReopenBlocker', { blocker: string; reason: string }>;
