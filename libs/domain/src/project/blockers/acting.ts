import type { Level } from '../../policy/escalation.js';

/** The office acts for the leading group. */
const ACTING: Record<Level, readonly string[]> = {
  L1_LEGAL_ENTITY: ['LEGAL_ENTITY'],
  L2_SECTOR_AUTHORITY: ['SECTOR_AUTHORITY'],
  L3_DISTRICT_LEADER: ['DISTRICT_LEADER'],
  L4_LEADING_GROUP: ['LEADING_GROUP', 'LG_OFFICE'],
};

/** Whether a role acts for a level. */
export const isActingFor = (level: Level, role: string): boolean => ACTING[level].includes(role);
