import type { DocumentRef } from '../facts.js';
import type { Dated, Event } from '../shapes.js';

/** 镇街, 区政府部门, 园城管委会, 在碚市属部门, 区属国有重点企业, 项目公司, 抄送单位 (reads bulletins, holds no place). */
export const UNIT_KINDS = [
  'TOWN',
  'DISTRICT_DEPARTMENT',
  'PARK',
  'MUNICIPAL_IN_DISTRICT',
  'STATE_ENTERPRISE',
  'PROJECT_COMPANY',
  'COPIED',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** occurredOn: day from which it was so, YYYY-MM-DD. */
export type UnitEvent =
  /** A unit became known under the name that it had on that day. */
  | Event<'UnitRegistered', Dated & { kind: UnitKind; name: string }>
  /** It had another name from a day on; former names stay findable. */
  | Event<'UnitRenamed', Dated & { name: string; document: DocumentRef }>
  /** From a day on another unit stands in its place. */
  | Event<'UnitMerged', Dated & { into: string; document: DocumentRef }>
  /** From a day on it is the authority of exactly these sectors. */
  | Event<'SectorsAssigned', Dated & { sectors: string[]; document: DocumentRef }>
  /** Somebody of the unit acknowledged a notice; the first one counts. */
  | Event<'NoticeRead', { notice: string }>;
