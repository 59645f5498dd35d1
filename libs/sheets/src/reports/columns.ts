import type { ColumnSpec } from '../header/column.js';

export type ReportColumn =
  | 'serial'
  | 'period'
  | 'name'
  | 'code'
  | 'annual'
  | 'month'
  | 'yearToDate'
  | 'toDate'
  | 'civilWorks'
  | 'installation'
  | 'landAndOther'
  | 'stage'
  | 'progress'
  | 'proposalDone'
  | 'feasibilityDone'
  | 'designDone'
  | 'expenses'
  | 'story'
  | 'difficulties'
  | 'safetyIssue'
  | 'correctionReason'
  | 'nilReason'
  | 'contact'
  | 'phone';

/** 月报, in the headers of the sheets that go round. */
export const REPORT_COLUMNS: readonly ColumnSpec<ReportColumn>[] = [
  { name: 'serial', path: /^(序号|编号)$/ },
  { name: 'period', path: /^(期号|期次|报送月份|月份)$/ },
  { name: 'name', path: /^(项目|工程)名称$/, isRequired: true },
  { name: 'code', path: /^(投资)?项目(统一)?代码$|^统一代码$/ },
  { name: 'annual', path: /^(本?年度?|当年|\d{4}年度?)(计划投资|投资计划)(额)?$/, isAmount: true },
  { name: 'month', path: /^(本期|本月|当月)(实际)?完成投资(额)?$/, isAmount: true, isRequired: true },
  {
    name: 'yearToDate',
    path: /^(当年|本年度?|今年以?来|年度)(累计)?完成投资(额)?$|^1-(\d{1,2}|本)月(累计)?完成投资(额)?$/,
    isAmount: true,
    isRequired: true,
  },
  { name: 'toDate', path: /^(自?开工以?来|截[至止]本(期|月))累计完成投资(额)?$/, isAmount: true },
  { name: 'civilWorks', path: /(^|\/)(土建工程|建筑工程|建安工程)(投资|费用?)?$/, isAmount: true },
  { name: 'installation', path: /(^|\/)设备(购置)?(及|和|与)?(安装)?(工程)?(投资|费用?)?$/, isAmount: true },
  { name: 'landAndOther', path: /(^|\/)(土地(及其他|等)?|其他)(费用|投资)$/, isAmount: true },
  { name: 'stage', path: /^(项目)?建设阶段$/ },
  { name: 'proposalDone', path: /(^|\/)(是否)?(已)?(完成)?立项(审批|批复)?$/ },
  { name: 'feasibilityDone', path: /(^|\/)(是否)?(已)?(完成)?可研(审批|批复)?$/ },
  { name: 'designDone', path: /(^|\/)(是否)?(已)?(完成)?初设(审批|批复)?$/ },
  { name: 'expenses', path: /^(本期|本月)?前期(工作)?(经费|费用)(支出)?$/, isAmount: true },
  { name: 'progress', path: /^(工程)?形象进度$/ },
  { name: 'story', path: /^(项目|工程)?进展情况$/ },
  { name: 'difficulties', path: /^(存在(的)?)(主要)?问题(及|和)?(困难)?$/ },
  { name: 'safetyIssue', path: /^安全(问题|隐患|情况)$/ },
  { name: 'correctionReason', path: /^更正原因$/ },
  { name: 'nilReason', path: /^(零投资|停工|停工或零投资)原因$/ },
  { name: 'contact', path: /(^|\/)(填报人|联系人|报送人)(姓名)?$/, isPersonal: true },
  { name: 'phone', path: /(^|\/)(联系)?(电话|手机|方式)(号码)?$/, isPersonal: true },
];
