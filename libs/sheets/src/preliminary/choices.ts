import type { ApprovalKind } from '#libs/domain';
import { bare } from '../cells/text.js';

/** Each kind by what stands in its name and in no other's; the first that fits counts. */
const KINDS: readonly (readonly [RegExp, ApprovalKind])[] = [
  [/工程规划许可/, 'WORKS_PERMIT'],
  [/用地规划许可/, 'LAND_PERMIT'],
  [/用地预审|选址/, 'LAND_PREREVIEW_SITE'],
  [/施工许可/, 'CONSTRUCTION_PERMIT'],
  [/初步设计|初设|概算/, 'PRELIM_DESIGN_ESTIMATE'],
  [/可行性研究|可研/, 'FEASIBILITY'],
  [/建议书|立项/, 'PROPOSAL'],
  [/环境影响|环评/, 'EIA'],
  [/节能|能评/, 'ENERGY_REVIEW'],
  [/水土保持|水保/, 'WATER_SOIL'],
  [/招标|招投标/, 'TENDER'],
  [/核准/, 'VERIFICATION'],
  [/备案/, 'FILING'],
];

export const approvalNamed = (text: string): ApprovalKind | undefined =>
  KINDS.find(([pattern]) => pattern.test(bare(text)))?.[1];

/** 未办理, 已受理, 已退件, 已批复. */
export type ApprovalStep = 'NONE' | 'APPLIED' | 'RETURNED' | 'GRANTED';

export function stepNamed(text: string): ApprovalStep | undefined {
  const said = bare(text);
  if (/^(未(办理|受理|批复|申报|启动)|无需办理|不涉及|否)$/.test(said)) return 'NONE';
  if (/^(已受理|受理|办理中|在办|审批中|已申报)$/.test(said)) return 'APPLIED';
  if (/^(已)?(退件|退回|补正)$/.test(said)) return 'RETURNED';
  return /^(已)?(批复|取得|办结|完成|通过|备案|核准)$|^是$/.test(said) ? 'GRANTED' : undefined;
}
