import { DEFAULT_APPROVALS, DEFAULT_CHECKLISTS, DEFAULT_DURATIONS } from './default-approvals.js';
import { HOLIDAY_NOTICES } from './holiday-notices.js';
import type { PolicyRules, RuleSource } from './policy.js';

/** What a new installation begins with: inferences where the notice is silent, open to a later version. */
export const DEFAULT_POLICIES: { readonly [N in keyof PolicyRules]: { rules: PolicyRules[N]; source: RuleSource } } = {
  'monthly-report': {
    rules: {
      openDay: 15,
      dueDay: 25,
      inclusive: true,
      zone: 'Asia/Shanghai',
      holidayShift: 'NONE',
      overrides: [],
      figuresThrough: 'MONTH_END_EXPECTED',
      repairDays: 2,
      review: 'ONE_STEP',
      preliminaryEvery: 1,
      supplement: { opens: '12-26', due: '01-10' },
      reminders: { workingDaysBefore: [5, 1], hour: 9 },
      overdue: { toAuthority: 1, toOffice: 3 },
    },
    source: { document: '关于做好2022年区级重点项目实施有关工作的通知', clause: '六：每月25日前' },
  },
  escalation: {
    rules: { workingDays: { L1_LEGAL_ENTITY: 5, L2_SECTOR_AUTHORITY: 5, L3_DISTRICT_LEADER: 7 }, warningPercent: 75 },
    source: { document: '关于做好2022年区级重点项目实施有关工作的通知', clause: '六：依次开展调度' },
  },
  stacking: {
    rules: { alertFrom: 2 },
    source: { document: '关于做好2022年区级重点项目实施有关工作的通知', clause: '五：防止政策效应过度叠加' },
  },
  bulletins: {
    rules: { cadence: 'NONE', daysAfterReports: 10 },
    source: {
      document: '关于做好2022年区级重点项目实施有关工作的通知',
      clause: '六：适时进行通报（周期通知未明，默认不设）',
    },
  },
  calendar: {
    rules: { years: HOLIDAY_NOTICES },
    source: { document: '国务院办公厅关于部分节假日安排的通知', clause: '2022—2026' },
  },
  approvals: {
    rules: DEFAULT_APPROVALS,
    source: {
      document: '关于做好2022年区级重点项目实施有关工作的通知',
      clause: '六：开工前审批事项（有效期通知未明，为推定）',
    },
  },
  durations: {
    rules: DEFAULT_DURATIONS,
    source: {
      document: '关于做好2022年区级重点项目实施有关工作的通知',
      clause: '六：倒排工期（办理时限通知未明，为推定）',
    },
  },
  checklists: {
    rules: DEFAULT_CHECKLISTS,
    source: {
      document: '关于做好2022年区级重点项目实施有关工作的通知',
      clause: '四：行业工作规则（清单通知未明，为推定）',
    },
  },
  lights: {
    rules: {
      start: { yellowFrom: 1, redFrom: 3 },
      progress: {
        yellowFrom: 10,
        redAbove: 30,
        basis: { CARRIED_OVER: 'TIME_PROGRESS', NEW_START: 'MONTHLY_TARGETS', PRELIMINARY: 'NONE' },
      },
      statistics: { yellowFrom: 1, redAbove: 2 },
      preliminary: { redAbove: 3 },
    },
    source: {
      document: '关于做好2022年区级重点项目实施有关工作的通知',
      clause: '六：目标任务分解到月（红黄绿灯标准通知未明，为推定）',
    },
  },
};
