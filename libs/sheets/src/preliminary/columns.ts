import type { ColumnSpec } from '../header/column.js';

export type PreliminaryColumn =
  | 'serial'
  | 'name'
  | 'code'
  | 'kind'
  | 'issuer'
  | 'state'
  | 'appliedOn'
  | 'issuedOn'
  | 'title'
  | 'docNo'
  | 'sha256'
  | 'reason'
  | 'contact'
  | 'phone';

/** 前期, a row for each approval of a project. */
export const PRELIMINARY_COLUMNS: readonly ColumnSpec<PreliminaryColumn>[] = [
  { name: 'serial', path: /^(序号|编号)$/ },
  { name: 'name', path: /^(项目|工程)名称$/, isRequired: true },
  { name: 'code', path: /^(投资)?项目(统一)?代码$|^统一代码$/ },
  { name: 'kind', path: /(^|\/)(审批|审批办理|办理)事项(名称)?$/, isRequired: true },
  { name: 'issuer', path: /(^|\/)(批复|审批)(单位|部门|机关)$/ },
  { name: 'state', path: /(^|\/)(批复|审批|办理)(状态|情况|结果)$/, isRequired: true },
  { name: 'appliedOn', path: /(^|\/)(受理|申报)(时间|日期)$/ },
  { name: 'issuedOn', path: /(^|\/)(批复|审批)(时间|日期)$/ },
  { name: 'title', path: /(^|\/)(批复)?文件(标题|名称)$/ },
  { name: 'docNo', path: /(^|\/)(批复)?(文号|文件号)$/ },
  { name: 'sha256', path: /(^|\/)(批复)?文件校验码$/ },
  { name: 'reason', path: /(^|\/)退件原因$/ },
  { name: 'contact', path: /(^|\/)(填报人|联系人|经办人)(姓名)?$/, isPersonal: true },
  { name: 'phone', path: /(^|\/)(联系)?(电话|手机|方式)(号码)?$/, isPersonal: true },
];
