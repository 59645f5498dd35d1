import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';
import type { Horizon } from './events.js';

export type HorizonCommand =
  | Command<'PromoteProject', { to: Horizon; document: DocumentRef }>
  /** sourceRevision: of the outline item's stream. */
  | Command<'EnterOutline', { item: string; sourceRevision: number }>
  | Command<'LeaveOutline', { item: string; sourceRevision: number }>;
