/** Where money comes from (notice §5): 中央资金, 市级资金, 专项债, 区级财政性资金, 信贷, 债券, 股权, 保险, 社会资金, 存量资源, 其他. */
export const FUNDING_SOURCES = [
  'CENTRAL',
  'MUNICIPAL',
  'SPECIAL_BOND',
  'DISTRICT_FISCAL',
  'CREDIT',
  'BOND',
  'EQUITY',
  'INSURANCE',
  'SOCIAL_FUNDS',
  'EXISTING_ASSET',
  'OTHER',
] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** 资金 and the elements 用地, 用能, 用工, 原材料: what a project needs. */
export const RESOURCES = ['FUNDS', 'LAND', 'ENERGY', 'LABOUR', 'MATERIALS'] as const;
export type Resource = (typeof RESOURCES)[number];

/** Funds are counted in whole 分, elements in hundredths of their unit; each material has a unit of its own. */
export const UNITS = {
  FUNDS: '分',
  LAND: '亩',
  ENERGY: '吨标煤',
  LABOUR: '人',
  MATERIALS: null,
} as const satisfies Record<Resource, string | null>;

/** 前期工作经费, 建设资金. */
export const FUNDING_USES = ['PRELIM_EXPENSE', 'CONSTRUCTION'] as const;
export type FundingUse = (typeof FUNDING_USES)[number];
