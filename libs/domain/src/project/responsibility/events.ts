import type { Dated, Event } from '../../shapes.js';

/** 责任单位, 项目法人, 牵头部门, 配合单位, 报送专人; null is 待定. */
export interface Responsibilities {
  readonly responsibleUnit: string | null;
  readonly legalEntity: string | null;
  readonly leadAuthority: string | null;
  readonly supportingUnits: readonly string[];
  /** Directory id of the person who reports each month. */
  readonly reporter: string | null;
}

export type ResponsibilityEvent =
  /** From a day on these units and this person answer for it. */
  Event<'ResponsibilitiesAssigned', Dated & { responsibilities: Responsibilities }>;
