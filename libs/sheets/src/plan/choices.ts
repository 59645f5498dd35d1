import type { Category, Details } from '#libs/domain';
import { bare } from '../cells/text.js';

/** 计划新开工, 续建, 前期 as people write them: in a column, over a section, as a sheet's name. */
export function categoryNamed(text: string): Category | undefined {
  const said = bare(text);
  if (/前期|储备/.test(said)) return 'PRELIMINARY';
  if (/续建|在建|结转/.test(said)) return 'CARRIED_OVER';
  return /新开工|拟开工|计划开工/.test(said) ? 'NEW_START' : undefined;
}

/** 改扩建 enlarges what is there. */
export function natureNamed(text: string): Details['nature'] | undefined {
  const said = bare(text).replace(/项目$/, '');
  if (/^(扩建|改扩建|新建\(扩建\))$/.test(said)) return 'EXPANSION';
  if (/^(改建|改造|技改|技术改造)$/.test(said)) return 'RENOVATION';
  return said === '新建' ? 'NEW' : undefined;
}

export function investmentTypeNamed(text: string): Details['investmentType'] | undefined {
  const said = bare(text).replace(/[制类]$/, '');
  if (/^(审批|政府投资)$/.test(said)) return 'GOVERNMENT';
  if (/^(核准|企业投资\(核准\))$/.test(said)) return 'ENTERPRISE_VERIFIED';
  return /^(备案|企业投资\(备案\))$/.test(said) ? 'ENTERPRISE_FILED' : undefined;
}

/** Whether construction had begun, from 开工状态. */
export function hasStarted(text: string): boolean | undefined {
  const said = bare(text);
  if (/^(否|未开工|未|×|待开工|拟开工)$/.test(said)) return false;
  return /^(是|已开工|已|√|在建|开工)$/.test(said) ? true : undefined;
}
