import type { Dated, Event } from '../../shapes.js';

/** 政银企对接, 与市级部门衔接沟通. */
export const LIAISON_KINDS = ['GOVERNMENT_BANK_ENTERPRISE', 'MUNICIPAL_DEPARTMENT'] as const;
export type LiaisonKind = (typeof LIAISON_KINDS)[number];

export type LiaisonEvent =
  /** The district spoke with others about the project; parties are institutions, never persons. */
  Event<'LiaisonRecorded', Dated & { liaison: string; kind: LiaisonKind; parties: readonly string[]; outcome: string }>;
