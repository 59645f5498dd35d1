import type { DocumentRef } from '../facts.js';
import type { Command } from '../shapes.js';
import type { UnitKind } from './events.js';

/** occurredOn: day from which it was so, never in the future. */
export type UnitCommand =
  | Command<'RegisterUnit', { occurredOn: string; kind: UnitKind; name: string }>
  | Command<'RenameUnit', { occurredOn: string; name: string; document: DocumentRef }>
  | Command<'MergeUnit', { occurredOn: string; into: string; document: DocumentRef }>
  | Command<'AssignSectors', { occurredOn: string; sectors: string[]; document: DocumentRef }>
  | Command<'AcknowledgeNotice', { notice: string }>;
