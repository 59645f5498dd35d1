import type { Details, UnitKind } from '#libs/domain';
import type { Random } from './random.js';

type Type = Details['investmentType'];

interface Sector {
  readonly code: string;
  /** 牵头部门 of the sector. */
  readonly authority: string;
  /** How often it occurs. */
  readonly weight: number;
  readonly types: readonly Type[];
  readonly works: readonly string[];
}

const STATE: readonly Type[] = ['GOVERNMENT'];
const PRIVATE: readonly Type[] = ['ENTERPRISE_FILED', 'ENTERPRISE_FILED', 'ENTERPRISE_VERIFIED'];
const EITHER: readonly Type[] = ['GOVERNMENT', 'ENTERPRISE_FILED'];

const sector = (code: string, authority: number, weight: number, types: readonly Type[], works: string): Sector => ({
  code,
  authority: `unit-bm-${String(authority).padStart(2, '0')}`,
  weight,
  types,
  works: works.split(' '),
});

export const SECTORS: readonly Sector[] = [
  sector('INDUSTRY', 1, 8, PRIVATE, '产业园标准厂房项目 智能制造基地项目 传感器生产线技改项目 新材料生产基地项目'),
  sector('TRANSPORT', 2, 5, STATE, '城市快速路工程 乡镇联网公路改造工程 铁路专用线工程 客运枢纽站项目'),
  sector('MUNICIPAL', 3, 4, STATE, '污水处理厂提标改造工程 城市公园项目 综合管廊工程 公共停车场项目'),
  sector('HOUSING', 3, 4, EITHER, '老旧小区改造项目 保障性住房项目 商住综合体项目'),
  sector('WATER', 4, 3, STATE, '河道综合整治工程 水厂扩建工程 水库除险加固工程'),
  sector('EDUCATION', 5, 3, STATE, '中学新校区项目 小学扩建项目 职业教育实训基地项目'),
  sector('HEALTH', 6, 2, EITHER, '区级医院门诊楼项目 社区卫生服务中心项目 康养中心项目'),
  sector('ENERGY', 7, 2, PRIVATE, '分布式光伏项目 输变电工程 天然气管网工程'),
  sector('TOURISM', 8, 3, EITHER, '温泉度假区项目 生态旅游环线项目 文化街区项目'),
  sector('LOGISTICS', 9, 2, PRIVATE, '冷链物流园项目 公路物流港项目 智慧仓储项目'),
];

/** 分工: which leader of the district has which sectors. */
export const PORTFOLIOS: readonly { readonly leader: string; readonly sectors: readonly string[] }[] = [
  { leader: 'person-911', sectors: ['INDUSTRY', 'ENERGY', 'LOGISTICS'] },
  { leader: 'person-912', sectors: ['TRANSPORT', 'MUNICIPAL', 'HOUSING', 'WATER'] },
  { leader: 'person-913', sectors: ['EDUCATION', 'HEALTH', 'TOURISM'] },
];

export const TOWNS = '一二三四五六七'
  .split('')
  .map((number) => `示例${number}街道`)
  .concat('一二三四五六'.split('').map((number) => `示例${number}镇`));

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);

/** 区发展改革委, which is the leading group's office. */
export const OFFICE_UNIT = 'unit-fgw-01';
export const DISTRICT_UNIT = 'unit-qzf-01';
export const LEADING_GROUP_UNIT = 'unit-ldxz-01';
/** 园城管委会 and the like: one for each town or park. */
export const RESPONSIBLE_UNITS = numbered('unit-jw', TOWNS.length);
export const LEGAL_ENTITIES = numbered('unit-fr', 64);
export const SUPPORTING_UNITS = numbered('unit-ph', 8);

interface NamedUnit {
  readonly unit: string;
  readonly kind: UnitKind;
  readonly name: string;
}

/** 抄送: sent bulletins, and nothing else. */
export const COPIED_UNITS: readonly NamedUnit[] = ['区委办公室', '区人大常委会办公室', '区政协办公室'].map(
  (name, index) => ({ unit: `unit-cs-0${index + 1}`, kind: 'COPIED', name: `示例${name}` }),
);

/** Every unit that answers for a project or is sent bulletins, with its kind and the name under which it is registered. */
export const UNITS: readonly NamedUnit[] = [
  { unit: OFFICE_UNIT, kind: 'DISTRICT_DEPARTMENT', name: '示例区发展改革委' },
  ...named([...new Set(SECTORS.map(({ authority }) => authority))], 'DISTRICT_DEPARTMENT', '示例区行业主管部门'),
  ...named(RESPONSIBLE_UNITS, 'TOWN', '示例项目责任单位'),
  ...named(LEGAL_ENTITIES, 'PROJECT_COMPANY', '示例项目公司'),
  ...named(SUPPORTING_UNITS, 'DISTRICT_DEPARTMENT', '示例配合单位'),
  ...COPIED_UNITS,
];

function named(units: readonly string[], kind: UnitKind, name: string): NamedUnit[] {
  return units.map((unit) => ({ unit, kind, name: `${name}${unit.slice(-2)}` }));
}

/** Every legal entity names one person; only the directory id is known here. */
export const reporterOf = (legalEntity: string): string =>
  `person-${String(LEGAL_ENTITIES.indexOf(legalEntity) + 1).padStart(3, '0')}`;

export function pickSector(random: Random): Sector {
  let left = random.whole(
    1,
    SECTORS.reduce((sum, { weight }) => sum + weight, 0),
  );
  return SECTORS.find(({ weight }) => (left -= weight) <= 0)!;
}
