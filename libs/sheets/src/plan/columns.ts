import { type ColumnSpec, type MonthColumn, monthColumns } from '../header/column.js';

/** 本年度计划投资 or 2022年计划投资, with or without 资金来源. */
const ANNUAL = '(本年度?|当年|年度|\\d{4}年度?)(计划投资|投资计划|计划完成投资)(额|及资金来源)?';
const source = (label: string) => new RegExp(`^${ANNUAL}/(.+/)?(其中)?(${label})(资金|财政)?(投资)?$`);

export type PlanColumn =
  | 'serial'
  | 'name'
  | 'code'
  | 'category'
  | 'legalEntity'
  | 'nature'
  | 'investmentType'
  | 'sector'
  | 'town'
  | 'description'
  | 'landArea'
  | 'period'
  | 'start'
  | 'completion'
  | 'totalInvestment'
  | 'toLastYearEnd'
  | 'yearToDate'
  | 'central'
  | 'municipal'
  | 'district'
  | 'other'
  | 'annual'
  | 'startState'
  | 'remark'
  | 'leadAuthority'
  | 'responsibleUnit'
  | 'person'
  | 'contact'
  | 'phone'
  | 'leader'
  | MonthColumn;

/** 年度计划, in the headers of the sheets that go round; the first that fits a column takes it. */
export const PLAN_COLUMNS: readonly ColumnSpec<PlanColumn>[] = [
  { name: 'serial', path: /^(序号|编号)$/ },
  { name: 'name', path: /^(项目|工程)名称$/, isRequired: true },
  { name: 'code', path: /^(投资)?项目(统一)?代码$|^统一代码$/ },
  { name: 'category', path: /^(计划类别|项目类别|类别|建设类别)$/ },
  { name: 'legalEntity', path: /^(项目法人|项目业主|业主单位|建设单位)(单位)?$/ },
  { name: 'nature', path: /^(建设)?性质$/ },
  { name: 'investmentType', path: /^(投资类型|管理方式|审批类型|审核备类别)$/ },
  { name: 'sector', path: /^(项目类型|行业类别|所属行业|行业)$/ },
  { name: 'town', path: /^(建设地点|建设地址|所在镇街|属地)$/ },
  { name: 'description', path: /^(主要)?建设(内容|规模)((及|和)(规模|内容))?$/ },
  { name: 'landArea', path: /^(建设|项目)?用地面积(\(亩\))?$/ },
  { name: 'period', path: /^(建设)?起止(年限|年月|时间)$|^建设(年限|工期)$/ },
  { name: 'start', path: /^(计划)?开工(时间|日期|年月)$/ },
  { name: 'completion', path: /^(计划)?(竣工|完工)(时间|日期|年月)$/ },
  { name: 'totalInvestment', path: /^(项目|计划)?总投资(额)?$/, isAmount: true, isRequired: true },
  { name: 'toLastYearEnd', path: /^截[至止].*年底.*投资(额)?$/, isAmount: true },
  { name: 'yearToDate', path: /^(\d{4}年)?1-\d{1,2}月(累计)?完成投资(额)?$/, isAmount: true },
  { name: 'central', path: source('中央(预算内)?'), isAmount: true },
  { name: 'municipal', path: source('市级'), isAmount: true },
  { name: 'district', path: source('区级|区级财政性?'), isAmount: true },
  { name: 'other', path: source('其他|自筹|企业自筹'), isAmount: true },
  { name: 'annual', path: new RegExp(`^${ANNUAL}(/(合计|小计))?$`), isAmount: true },
  { name: 'startState', path: /^(是否)?开工(状态|情况)?$/ },
  { name: 'leadAuthority', path: /^(行业主管部门|主管部门|牵头(部门|单位))$/ },
  { name: 'responsibleUnit', path: /(^|\/)(项目)?责任单位$/ },
  { name: 'person', path: /(^|\/)责任人$/, isPersonal: true },
  { name: 'contact', path: /(^|\/)联系人(姓名)?$/, isPersonal: true },
  { name: 'phone', path: /(^|\/)(联系)?(电话|手机|方式)(号码)?$/, isPersonal: true },
  { name: 'leader', path: /(^|\/)(区级)?包联(区)?领导$/, isPersonal: true },
  { name: 'remark', path: /^备注$/ },
  ...monthColumns,
];
