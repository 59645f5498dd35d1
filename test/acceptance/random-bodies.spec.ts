import fc from 'fast-check';
import { assignedProject, document, openWorld, registration, responsibilities, type World } from './world.js';

let world: World;
let project: string;

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  project = (await assignedProject(world)).id;
  await world.done('plans', { year: 2022, declared });
}, 300_000);
afterAll(() => world?.stop());

const declared = {
  construction: { count: 1, totalInvestment: 100, annualInvestment: 12 },
  preliminary: { count: 0, totalInvestment: 0 },
};
const occurredOn = '2022-02-01';
const figures = { month: 1, yearToDate: 1 };
const source = { document: '通知', clause: '六' };

/** One sound body for each command, which is then spoilt here and there. */
const COMMANDS: Readonly<Record<string, object>> = {
  projects: { ...registration(), currency: 'CNY', programme: null },
  plans: { year: 2023, declared },
  'plans/2022/include-project': {
    project: 'x',
    category: 'NEW_START',
    totalInvestment: 100,
    annualInvestment: 12,
    monthlyTargets: Array.from({ length: 12 }, () => 1),
  },
  'plans/2022/remove-project': { project: 'x' },
  'plans/2022/publish': { approvedBy: '区政府', document },
  'policies/escalation/adopt': { effectiveFrom: '2022-05-01', rules: { workingDays: {} }, source },
  'policies/calendar/adopt': { effectiveFrom: '2022-05-01', rules: { years: { '2027': {} } }, source },
  'policies/monthly-report/adopt': { effectiveFrom: '2022-05-01', rules: { openDay: 1, overrides: [] }, source },
  'policies/lights/adopt': { effectiveFrom: '2022-05-01', rules: { start: { yellowFrom: 1, redFrom: 3 } }, source },
  'policies/stacking/adopt': { effectiveFrom: '2022-05-01', rules: { alertFrom: 2 }, source },
  pools: { name: '池', contents: 'MATERIALS', source: null, unit: '吨', per: 'MONTH' },
  'pools/constructor/propose-match': { project: 'x', period: '2022', amount: 1 },
  'pools/constructor/place-project': { project: 'x', needs: [{ resource: 'LAND', unit: null, year: 2022, amount: 1 }] },
  measures: { title: '措施', content: '内容', effect: 'NEUTRAL', targets: { projects: [], sectors: ['ENERGY'] } },
  'measures/constructor/adopt': { effectiveFrom: '2022-05-01', document },
  bulletins: { month: '2022-04', kind: 'PUBLIC', title: '通报', content: '平稳', recipients: ['unit-copied'] },
  'bulletins/constructor/correct': {
    ...{ month: '2022-04', kind: 'PUBLIC', title: '通报', content: '平稳', recipients: [], reason: '有误' },
  },
  'bulletins/constructor/publish': { docNo: '1号' },
  'apply-for-funding': { occurredOn, source: 'CREDIT', use: 'CONSTRUCTION', amount: 1 },
  'funding/constructor/pay': { occurredOn, amount: 1, document },
  'set-financing-model': { occurredOn, model: 'FRANCHISE' },
  'apply-for-support': { occurredOn, level: 'NATIONAL', subject: '支持' },
  'supports/constructor/grant': { occurredOn, document },
  'grant-excuse': { dimension: 'START', until: '2022-12-31', reason: '汛期', document },
  'enter-statistics': { occurredOn, document },
  'record-statistics-investment': { through: '2022-02', yearToDate: 1 },
  'record-liaison': { occurredOn, kind: 'MUNICIPAL_DEPARTMENT', parties: ['示例局'], outcome: '衔接' },
  'change-details': { occurredOn, changes: { name: '新名', sector: 'ENERGY', town: null } },
  'assign-responsibilities': { occurredOn, responsibilities },
  'change-legal-entity': { occurredOn, legalEntity: 'unit-other', document },
  'change-lead-authority': { occurredOn, leadAuthority: 'unit-other', document },
  'name-persons': { occurredOn, personInCharge: 'person-7', linkedLeader: null },
  'appoint-officer': { occurredOn, duty: 'COORDINATION', officer: 'person-8' },
  'hand-over-officer': { occurredOn, duty: 'REPORTING', to: 'person-9' },
  'form-task-force': { occurredOn, leader: 'person-7', units: ['unit-other'], document: null },
  'adopt-dedicated-plan': { occurredOn, document },
  rename: { occurredOn, name: '新名', document },
  tag: { occurredOn, tags: ['STEADY_INVESTMENT'] },
  'assign-project-code': { code: '2204-500109-04-01-123456' },
  'change-total-investment': { occurredOn, amount: 100, reason: '概算' },
  'schedule-milestones': { occurredOn, dates: { COMMENCEMENT: '2022-05-01', COMPLETION: null } },
  'reschedule-milestone': { occurredOn, milestone: 'COMMENCEMENT', to: '2022-06-01', reason: '推迟', document },
  'report-source-phase': { occurredOn, phase: '设计' },
  'record-opening-figures': { year: 2022, through: '2022-03', yearToDate: 1, toLastYearEnd: 1, evidence: document },
  reserve: { occurredOn, document: null },
  'begin-preliminary-work': { occurredOn, document },
  suspend: { occurredOn, reason: '停工' },
  resume: { occurredOn, document },
  'submit-report': {
    ...{ month: '2022-04', figures, progress: '施工', blockers: ['constructor'], nilReason: null },
    ...{ stage: '主体施工', imageProgress: '三层', costs: { civilWorks: 1, installation: 0, landAndOther: 0 } },
    preliminary: { nodes: [{ approval: 'EIA', done: false, note: '编制中' }], expenses: 1 },
  },
  'return-report': { month: '2022-04', fields: ['progress'], reason: '不详' },
  'amend-report': { month: '2022-04', figures, reason: '更正' },
  'raise-blocker': { occurredOn, category: 'LAND', description: '征地' },
  'blockers/constructor/escalate': { from: 'L1_LEGAL_ENTITY', outcome: '提请' },
  'blockers/constructor/resolve': { resolution: '已解决' },
  'blockers/constructor/return-down': { from: 'L2_SECTOR_AUTHORITY', instructions: '退回' },
  'blockers/constructor/request-hold': { reason: '汛期' },
  'blockers/constructor/record-level-outcome': { level: 'L1_LEGAL_ENTITY', outcome: '已协商' },
  'hold-coordination': { occurredOn, level: 'L1_LEGAL_ENTITY', blockers: ['constructor'], minutes: document },
  'assign-task': { unit: 'unit-other', text: '限期办结', dueOn: '2022-06-30', blocker: null },
  'tasks/constructor/report': { report: '已办结' },
  'tasks/constructor/return': { reason: '未办结', dueOn: '2022-07-31' },
  'tasks/constructor/reassign': { unit: 'unit-other', reason: '职责调整' },
  'tasks/constructor/reschedule': { reason: '推迟', dueOn: '2022-07-31' },
  'tasks/constructor/cancel': { reason: '不再办理' },
  'blockers/constructor/reopen': { occurredOn, reason: '反弹' },
};

/** Things that have broken parsers, keys and stores before, beside whatever else JSON can say. */
const spoilt = fc.oneof(
  fc.constantFrom<unknown>(
    '\0',
    '\ud800',
    '__proto__',
    '$where',
    'a.b',
    '|',
    '-',
    '9999-12-31',
    '0000-01',
    '2022-02-29',
  ),
  fc.constantFrom<unknown>(Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, -1, 0.1, {}, [], [null], null, [[]], ''),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Replaces the n-th place of a body, counted through objects and lists. */
function spoil(body: unknown, n: number, value: unknown): unknown {
  const copy = structuredClone({ body });
  const places: [Record<string, unknown>, string][] = [];
  const walk = (holder: Record<string, unknown>): void => {
    for (const [name, inner] of Object.entries(holder)) {
      places.push([holder, name]);
      if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>);
    }
  };
  walk(copy);
  const [holder, name] = places[n % places.length]!;
  holder[name] = value;
  return copy.body;
}

const ask = fc
  .tuple(fc.constantFrom(...Object.keys(COMMANDS)), fc.array(fc.tuple(fc.nat(), spoilt), { maxLength: 3 }))
  .map(([command, spoils]) => ({
    command,
    body: spoils.reduce<unknown>((body, [n, value]) => spoil(body, n, value), COMMANDS[command]),
  }));

it('random bodies never give a 5xx, some are done, and the views follow', async () => {
  const seed = Date.now() % 2 ** 31;
  process.stderr.write(`random bodies: seed ${seed}\n`);
  const statuses = new Map<number, number>();
  const property = fc.asyncProperty(ask, async ({ command, body }) => {
    const path = /^(projects|plans|policies|pools|measures|bulletins)/.test(command)
      ? command
      : `projects/${project}/${command}`;
    const about = path.startsWith('plans/') ? 'plans/2022' : `projects/${project}`;
    const seen = await world.get(`${about}?after=${await world.end()}`);
    const { status } = await world.post(
      path,
      body,
      /^(pools|measures|bulletins)/.test(path) ? {} : { ifMatch: seen.headers.get('etag')! },
    );
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    expect(status).toBeLessThan(500);
  });
  await fc.assert(property, { numRuns: 300, seed });
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 400]));
  const after = await world.end();
  for (const path of [
    `projects/${project}`,
    'lists/ongoing?year=2022',
    'plans/2022',
    'blockers',
    'tasks',
    'inbox?only=unread&unit=unit-owner',
    'dashboards/2022/4',
    'pools',
    'measures',
    'bulletins',
    'measures/stacking',
    'funding/2022',
    'lights?year=2022',
  ])
    expect((await world.get(`${path}${path.includes('?') ? '&' : '?'}after=${after}`)).status).toBe(200);
}, 180_000);
