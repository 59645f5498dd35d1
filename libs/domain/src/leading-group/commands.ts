import type { DocumentRef } from '../facts.js';
import type { Portfolio } from './events.js';

type Command<Type extends string, Body> = { readonly type: Type } & Readonly<
  Body & { occurredOn: string; document: DocumentRef }
>;

/** occurredOn: day from which it is so, never in the future. */
export type LeadingGroupCommand =
  | Command<'FormLeadingGroup', { leader: string; office: string; members: string[] }>
  | Command<'FormProjectGroup', { group: string; name: string; members: string[] }>
  | Command<'DissolveProjectGroup', { group: string }>
  | Command<'AssignLeaderPortfolio', { leader: string } & Portfolio>
  | Command<'EndLeaderPortfolio', { leader: string }>;
