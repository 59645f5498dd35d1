import type { DocumentRef } from '../facts.js';
import type { Command, Dated } from '../shapes.js';
import type { Portfolio } from './events.js';

type Documented = Dated & { readonly document: DocumentRef };

/** occurredOn: day from which it is so, never in the future. */
export type LeadingGroupCommand =
  | Command<'FormLeadingGroup', Documented & { leader: string; office: string; members: string[] }>
  | Command<'FormProjectGroup', Documented & { group: string; name: string; members: string[] }>
  | Command<'DissolveProjectGroup', Documented & { group: string }>
  | Command<'AssignLeaderPortfolio', Documented & { leader: string } & Portfolio>
  | Command<'EndLeaderPortfolio', Documented & { leader: string }>;
