import { Refusal, type RefusalKind } from '#libs/event-sourcing/pure';

/** Every refusal of a rule: its kind, and what the person reads. Codes stay; docs/errors.md is printed from here. */
export const REFUSALS = {
  ROLE_MAY_NOT: ['forbidden', '该角色无权执行此操作'],
  UNIT_MAY_NOT: ['forbidden', '该单位与此项目无此项职责，无权执行此操作'],
  REVIEWER_IS_REPORTER: ['forbidden', '报送人不得审核本人报送的月报'],
  CLOSER_IS_RESOLVER: ['forbidden', '销号须由解决人以外的人员确认'],

  UNKNOWN_PROJECT: ['unknown', '没有这个项目'],
  UNKNOWN_PLAN: ['unknown', '没有这个年度计划'],
  UNKNOWN_ENTRY: ['unknown', '年度计划中没有这个项目'],
  UNKNOWN_BLOCKER: ['unknown', '没有这个卡点难点问题'],
  UNKNOWN_REPORT: ['unknown', '没有这个月份的月报'],

  PROJECT_EXISTS: ['conflict', '项目已登记'],
  PLAN_EXISTS: ['conflict', '该年度计划已编制'],
  PLAN_PUBLISHED: ['conflict', '年度计划已发布，只能通过批次调整'],
  PLAN_NOT_PUBLISHED: ['conflict', '年度计划尚未发布'],
  PLAN_DOES_NOT_RECONCILE: ['conflict', '年度计划分项与总量不符'],
  PLAN_ENTRIES_INCOMPLETE: ['conflict', '部分项目责任未落实（责任单位、项目法人、牵头部门、报送专人）或缺少月度目标'],
  PROJECT_ENDED: ['conflict', '项目已终止或已投用'],
  PROJECT_NOT_STARTED: ['conflict', '项目尚未开工'],
  PROJECT_ALREADY_STARTED: ['conflict', '项目已开工'],
  PROJECT_COMPLETED: ['conflict', '项目已竣工'],
  PROJECT_NOT_COMPLETED: ['conflict', '项目尚未竣工'],
  PROJECT_SUSPENDED: ['conflict', '项目处于停工状态'],
  PROJECT_NOT_SUSPENDED: ['conflict', '项目未停工'],
  STAGE_BEFORE_CURRENT: ['conflict', '发生日期早于项目现有状态的起始日期'],
  MONTH_NOT_OPEN: ['conflict', '该月份尚未开放报送'],
  NO_REPORT_OWED: ['conflict', '该项目本月无报送义务'],
  REPORT_AWAITS_REVIEW: ['conflict', '月报已报送，待审核'],
  REPORT_ACCEPTED: ['conflict', '月报已审核通过，只能更正'],
  REPORT_NOT_ACCEPTED: ['conflict', '月报尚未审核通过'],
  REPORT_NOT_PENDING: ['conflict', '月报不在待审核状态'],
  RESCHEDULE_NEEDS_REASON: ['conflict', '节点时间已确定，调整须说明原因'],
  MILESTONE_NOT_SCHEDULED: ['conflict', '该节点尚未安排时间'],
  BLOCKER_NOT_OPEN: ['conflict', '该问题已解决或已销号'],
  BLOCKER_NOT_RESOLVED: ['conflict', '该问题尚未解决'],
  LEVEL_NOT_HELD: ['conflict', '该问题不在所述层级'],
  LEVEL_IS_HIGHEST: ['conflict', '该问题已在最高层级'],
  OPENING_FIGURES_EXIST: ['conflict', '期初数已录入'],
  POLICY_NOT_IN_FORCE: ['conflict', '该规则在此日期尚未生效'],
  CALENDAR_YEAR_MISSING: ['conflict', '缺少该年度的工作日历'],

  FACT_IN_FUTURE: ['never', '事实发生日期不得晚于今天'],
  AMOUNT_OUT_OF_RANGE: ['never', '金额超出范围'],
  TARGETS_DO_NOT_SUM: ['never', '月度目标之和与年度计划投资不一致'],
  PLAN_COUNTS_CNY_ONLY: ['never', '年度计划只列人民币项目'],
  PRELIMINARY_HAS_NO_ANNUAL_PLAN: ['never', '前期项目不列年度计划投资'],
  CUMULATIVE_DOES_NOT_FOLLOW: ['never', '累计数不等于上期累计加本月数，须说明更正原因'],
  NEGATIVE_MONTH_NEEDS_REASON: ['never', '本月数为负（核减）须说明原因'],
  SUSPENDED_REPORTS_NIL: ['never', '停工项目应报送零投资并说明原因'],
  PLACES_LEFT_OPEN: ['never', '非前期项目须落实责任单位、项目法人和牵头部门'],
  POLICY_RUNS_BACKWARDS: ['never', '规则最早自次日起生效'],
  POLICY_DATES_OVERLAP: ['never', '规则生效日期须晚于上一版本'],
  POLICY_UNSOUND: ['never', '规则内容有误'],
  PERSONAL_DATA_IN_TEXT: ['never', '文本中含有手机号码或身份证号码'],
} as const satisfies Record<string, readonly [RefusalKind, string]>;

export type RefusalCode = keyof typeof REFUSALS;

export const refuse = (code: RefusalCode, facts: Record<string, unknown> = {}): Refusal =>
  new Refusal(REFUSALS[code][0], code, facts);
