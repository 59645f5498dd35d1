import type { DocumentRef } from '../facts.js';
import type { UnitKind } from './events.js';

type Command<Type extends string, Body> = { readonly type: Type } & Readonly<Body>;

/** occurredOn: day from which it was so, never in the future. */
export type UnitCommand =
  | Command<'RegisterUnit', { occurredOn: string; kind: UnitKind; name: string }>
  | Command<'RenameUnit', { occurredOn: string; name: string; document: DocumentRef }>
  | Command<'MergeUnit', { occurredOn: string; into: string; document: DocumentRef }>
  | Command<'AssignSectors', { occurredOn: string; sectors: string[]; document: DocumentRef }>
  | Command<'AcknowledgeNotice', { notice: string }>;
