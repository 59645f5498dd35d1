import type { DocumentRef } from '../facts.js';
import type { Dated, Event } from '../shapes.js';

/** 分工: the sectors and units that a leader of the district is in charge of. */
export interface Portfolio {
  readonly sectors: readonly string[];
  readonly units: readonly string[];
}

/** occurredOn: day from which it is so. Leaders are directory ids, members ids of units. */
export type LeadingGroupEvent =
  /** 领导小组: who leads it, which units are in it and which of them is its office, from a day on. */
  | Event<'LeadingGroupFormed', Dated & { leader: string; office: string; members: string[]; document: DocumentRef }>
  /** 项目组: the units that push some projects on, from a day on; a later one of the same id replaces it. */
  | Event<'ProjectGroupFormed', Dated & { group: string; name: string; members: string[]; document: DocumentRef }>
  /** A project group was dissolved. */
  | Event<'ProjectGroupDissolved', Dated & { group: string; document: DocumentRef }>
  /** From a day on a leader is in charge of exactly these sectors and units. */
  | Event<'LeaderPortfolioAssigned', Dated & { leader: string; document: DocumentRef } & Portfolio>
  /** From a day on a leader is in charge of nothing any more. */
  | Event<'LeaderPortfolioEnded', Dated & { leader: string; document: DocumentRef }>;
