/** 谋划, 储备, 前期, 计划新开工, 在建, 停工, 竣工, 投产/投用, 终止. */
export const STATUSES = [
  'CONCEIVED',
  'RESERVED',
  'PRELIMINARY',
  'PLANNED_START',
  'UNDER_CONSTRUCTION',
  'SUSPENDED',
  'COMPLETED',
  'IN_SERVICE',
  'CANCELLED',
] as const;
export type Status = (typeof STATUSES)[number];
