import { DEFAULT_POLICIES } from './policy/defaults.js';
import { UPCASTS } from './upcasts.js';

/** As the log holds an event of the first schema. */
const NAMED = { title: '关于示例项目的批复', docNo: null, issuer: null, issuedOn: '2022-01-20', sha256: null };

const read = (type: string, data: object): object =>
  UPCASTS[type]!.reduce<object>((before, step) => step(before as never), data);

const UNCHECKED = { irregular: false, missing: [], checklistVersion: null };

describe('a start that was recorded before there were checklists', () => {
  it('is read as one for which none was gone through', () => {
    const [, unchecked] = UPCASTS.CommencementRecorded!;
    const second = { occurredOn: '2022-03-01', document: { ...NAMED, kind: 'OTHER', size: null, mediaType: null } };
    expect(unchecked!(second as never)).toEqual({ ...second, ...UNCHECKED });
  });
});

describe('a document that was named before its kind, size and type were kept', () => {
  const known = { ...NAMED, kind: 'OTHER', size: null, mediaType: null };

  it('is read as one of which they are not known', () => {
    expect(read('CommencementRecorded', { occurredOn: '2022-03-01', document: NAMED })).toEqual({
      occurredOn: '2022-03-01',
      document: known,
      ...UNCHECKED,
    });
    expect(read('OpeningFiguresRecorded', { year: 2022, evidence: NAMED })).toEqual({ year: 2022, evidence: known });
  });

  it('stays none where there was none', () => {
    expect(read('ProjectPutInService', { document: null })).toEqual({ document: null });
  });
});

/** Events as earlier versions wrote them, and what they are read as. */
const SAMPLES: readonly [type: string, written: object, read: object][] = [
  [
    'ProjectRegistered',
    { occurredOn: '2022-01-01', details: { name: '示例道路', description: null } },
    { details: { name: '示例道路', description: null, landArea: null, remark: null } },
  ],
  [
    'BlockerRaised',
    {
      blocker: 'b1',
      occurredOn: '2022-05-15',
      category: 'LAND',
      description: '征地未完成',
      level: 'L1_LEGAL_ENTITY',
      clock: { dueAt: '2022-05-23T16:00:00.000Z', policyVersion: 1 },
    },
    { clock: { dueAt: '2022-05-23T16:00:00.000Z', warnsAt: null, policyVersion: 1 }, level: 'L1_LEGAL_ENTITY' },
  ],
  [
    'BlockerEscalated',
    {
      blocker: 'b1',
      from: 'L3_DISTRICT_LEADER',
      to: 'L4_LEADING_GROUP',
      cause: 'BEYOND_POWERS',
      outcome: '超出权限',
      arrivedAt: '2022-05-16T02:00:00.000Z',
      policyVersion: null,
      clock: null,
    },
    { to: 'L4_LEADING_GROUP', clock: null },
  ],
  [
    'PolicyAdopted',
    {
      policy: 'escalation',
      version: 1,
      effectiveFrom: '2022-03-28',
      rules: { workingDays: { L1_LEGAL_ENTITY: 3, L2_SECTOR_AUTHORITY: 5, L3_DISTRICT_LEADER: 7 } },
      source: DEFAULT_POLICIES.escalation.source,
    },
    {
      rules: {
        workingDays: { L1_LEGAL_ENTITY: 3, L2_SECTOR_AUTHORITY: 5, L3_DISTRICT_LEADER: 7 },
        warningPercent: 75,
      },
    },
  ],
  ...['PlanEntered', 'PlanEntryChanged'].map((type): [string, object, object] => [
    type,
    { year: 2022, category: 'NEW_START', annualInvestment: 100, sourceRevision: 3 },
    { annualInvestment: 100, monthlyTargets: null, sourceRevision: 3 },
  ]),
  [
    'PolicyAdopted',
    {
      policy: 'monthly-report',
      version: 1,
      effectiveFrom: '2022-03-28',
      rules: { openDay: 15, dueDay: 25, inclusive: true, zone: 'Asia/Shanghai', holidayShift: 'NONE', repairDays: 2 },
      source: DEFAULT_POLICIES['monthly-report'].source,
    },
    {
      rules: {
        repairDays: 2,
        review: 'ONE_STEP',
        preliminaryEvery: 1,
        supplement: { opens: '12-26', due: '01-10' },
        reminders: { workingDaysBefore: [5, 1], hour: 9 },
        overdue: { toAuthority: 1, toOffice: 3 },
      },
    },
  ],
  [
    'ReportingMonthOpened',
    {
      year: 2022,
      month: '2022-05',
      opensAt: '2022-05-14T16:00:00.000Z',
      dueAt: '2022-05-25T16:00:00.000Z',
      policyVersion: 1,
      cutOff: '2022-05-31',
      owing: ['p1'],
      nextOpening: null,
    },
    { month: '2022-05', calendarVersion: null, notices: [], supplement: null },
  ],
  [
    'ReportSubmitted',
    { month: '2022-05', figures: { month: 1, yearToDate: 1 }, progress: '主体施工', blockers: [], late: false },
    { progress: '主体施工', stage: null, imageProgress: null, costs: null, preliminary: null },
  ],
  [
    'PolicyAdopted',
    { policy: 'stacking', version: 1, effectiveFrom: '2022-03-28', rules: { alertFrom: 2 }, source: {} },
    { policy: 'stacking', rules: { alertFrom: 2 } },
  ],
];

describe('an event of an earlier version', () => {
  it.each(SAMPLES)('%s is read as one of today', (type, written, expected) => {
    expect(read(type, written)).toMatchObject(expected);
  });
});
