import { LATEST, type View } from '#libs/event-sourcing/pure';
import { recorded, type Scene, type Told, viewed } from '#libs/event-sourcing/testing';
import {
  type BulletinEvent,
  type ControlTotals,
  type FileEvent,
  DEFAULT_POLICIES,
  type LeadingGroupEvent,
  type MeasureEvent,
  type PlanEntry,
  type GovernmentPlanEvent,
  type OutlineEvent,
  type PlanEvent,
  type PolicyAdopted,
  type PoolEvent,
  type ProjectEvent,
  type SubscriberEvent,
  type UnitEvent,
} from '#libs/domain';
import {
  groupFormed,
  LEADING_GROUP_EXAMPLES,
  portfolioAssigned,
  projectGroupFormed,
} from '../../domain/src/group/examples.js';
import { CORRECTED } from '../../domain/src/project/corrections/examples.js';
import {
  accepted,
  CANCELLED,
  COMMENCED,
  COMPLETED,
  ENTERED,
  EXAMPLES,
  FIGURES,
  HELD as ON_HOLD,
  HOLD_REQUESTED,
  IN_SERVICE,
  raised,
  raisedAt,
  registered,
  RESOLVED,
  returned,
  submitted,
  SUSPENDED,
} from '../../domain/src/project/examples.js';
import { FILE_EXAMPLES } from '../../domain/src/file/examples.js';
import { GRANTED, HOOKED, SUBSCRIBER_EXAMPLES } from '../../domain/src/subscriber/examples.js';
import { UNIT_EXAMPLES, unitMerged, unitRegistered, unitRenamed } from '../../domain/src/unit/examples.js';
import {
  DETAILS,
  DOCUMENT,
  OFFICE,
  opened,
  PROJECT_CODE_OF_P1,
  RESPONSIBILITIES,
  yi,
} from '../../domain/src/testing.js';
import { BULLETIN_CASES } from './bulletins/cases.js';
import { NOTICE_CASES } from './plans/notice-cases.js';
import { START_CASES } from './starts/cases.js';
import { COORDINATION_CASES } from './tasks/cases.js';
import { APPROVAL_CASES } from './approvals/cases.js';
import { NOTICED } from './inbox/cases.js';
import { LIGHT_CASES } from './lights/cases.js';
import { FUNDING_CASES } from './funding/cases.js';
import { MEASURE_CASES } from './measures/cases.js';
import { GOVERNMENT_PLAN_CASES } from './government-plans/cases.js';
import { OUTLINE_CASES } from './outline/cases.js';
import { PLAN_CASES } from './plans/cases.js';
import { POOL_CASES } from './pools/cases.js';
import { NEVER } from './deadlines/view.js';
import { VIEWS } from './index.js';

type AnyEvent =
  | ProjectEvent
  | PlanEvent
  | OutlineEvent
  | GovernmentPlanEvent
  | UnitEvent
  | LeadingGroupEvent
  | PoolEvent
  | MeasureEvent
  | BulletinEvent
  | FileEvent
  | SubscriberEvent
  | PolicyAdopted;
type ViewName =
  | 'project-cards'
  | 'list-rows'
  | 'project-names'
  | 'plans'
  | 'outline'
  | 'government-plans'
  | 'compliance'
  | 'blockers'
  | 'coordinations'
  | 'tasks'
  | 'approvals'
  | 'preparation'
  | 'irregular-starts'
  | 'postponements'
  | 'deadlines'
  | 'inbox'
  | 'units'
  | 'leading-group'
  | 'policies'
  | 'pools'
  | 'measures'
  | 'bulletins'
  | 'ledgers'
  | 'lights'
  | 'files'
  | 'funding';

interface Case {
  /** What happened before. */
  readonly after: readonly Told<AnyEvent>[];
  readonly event: Told<AnyEvent>;
  /** Every document that the event changes, by view and key, with what it shows then; null is gone. */
  readonly shows: { readonly [Name in ViewName]?: Readonly<Record<string, object | null>> };
}

const APRIL_ENDS = '2022-04-30T16:00:00.000Z';
const scene: Scene = { stream: 'project-p1', now: '2022-05-16T02:00:00.000Z', actor: OFFICE };

const ENTRY: PlanEntry = {
  project: 'p1',
  category: 'NEW_START',
  totalInvestment: yi(5),
  annualInvestment: yi(1.2),
  monthlyTargets: Array.from({ length: 12 }, () => yi(0.1)),
};
const DECLARED: ControlTotals = {
  construction: { count: 1, totalInvestment: yi(5), annualInvestment: yi(1.2) },
  preliminary: { count: 0, totalInvestment: 0 },
};
const onPlan = (event: PlanEvent): Told<PlanEvent> => ({
  ...event,
  stream: 'plan-2022',
  recordedAt: '2022-04-07T02:00:00.000Z',
});
const drafted = onPlan({ type: 'PlanDrafted', data: { year: 2022, declared: DECLARED } });
const included = onPlan({ type: 'PlanEntryIncluded', data: { year: 2022, entry: ENTRY } });
const removed = onPlan({ type: 'PlanEntryRemoved', data: { year: 2022, project: 'p1' } });
const published = onPlan({
  type: 'PlanPublished',
  data: {
    year: 2022,
    approvedBy: '示例区政府',
    document: DOCUMENT,
    totals: DECLARED,
    nextOpening: { month: '2022-05', opensAt: opened('2022-05').opensAt },
  },
});
const { opensAt, dueAt } = opened('2022-05');
const monthOpened = onPlan({
  type: 'ReportingMonthOpened',
  data: {
    year: 2022,
    month: '2022-05',
    opensAt,
    dueAt,
    policyVersion: 1,
    cutOff: '2022-05-31',
    owing: ['p1'],
    calendarVersion: 1,
    notices: [],
    supplement: null,
    nextOpening: { month: '2022-06', opensAt: opened('2022-06').opensAt },
  },
});

const onUnit = (event: UnitEvent, unit = 'u1'): Told<UnitEvent> => ({ ...event, stream: `unit-${unit}` });
const onSubscriber = (event: SubscriberEvent): Told<SubscriberEvent> => ({ ...event, stream: 'subscriber-city' });
const hooked = [onSubscriber(GRANTED), onSubscriber(HOOKED)];
const onGroup = (event: LeadingGroupEvent): Told<LeadingGroupEvent> => ({ ...event, stream: 'group-leading' });

const assigned: ProjectEvent = {
  type: 'ResponsibilitiesAssigned',
  data: { occurredOn: '2022-01-01', responsibilities: RESPONSIBILITIES },
};
const member = [registered(), drafted, included];
const owing = [...member, published, ENTERED, monthOpened];
const blocked = [registered(), raised('b1')];
const onBlocker = <E extends ProjectEvent & { data: { blocker: string } }>(event: ProjectEvent) =>
  ({ ...event, data: { ...event.data, blocker: 'b1' } }) as E;
const { event: BLOCKER_ACCEPTED } = EXAMPLES.AcceptBlocker;
const { event: ESCALATED } = EXAMPLES.EscalateBlocker;
const { event: CLOSED } = EXAMPLES.CloseBlocker;
const WARNED: ProjectEvent = {
  type: 'BlockerWarned',
  data: { blocker: 'b1', level: 'L1_LEGAL_ENTITY', dueAt: '2022-05-23T16:00:00.000Z', policyVersion: 1 },
};
const FLAGGED: ProjectEvent = {
  type: 'BlockerOverdueAtTop',
  data: {
    ...{ blocker: 'b1', months: 1, policyVersion: 1 },
    clock: { dueAt: '2022-07-16T16:00:00.000Z', warnsAt: null, policyVersion: 1 },
  },
};
const RESUMED: ProjectEvent = {
  ...EXAMPLES.ResumeBlocker.event,
  data: { ...EXAMPLES.ResumeBlocker.event.data, status: 'ACCEPTED' },
} as ProjectEvent;

const ANYTHING = {};
/** The day of the scene. */
const today = '2022-05-16';
/** The card of the project after so many events of its stream. */
const card = (revision: number, project: object = ANYTHING) => ({ 'project-cards': { p1: { revision, project } } });
const values = (...pairs: [on: string, value: unknown][]) => pairs.map(([on, value]) => ({ on, value }));
const span = (list: string, from: string, to = LATEST) => ({ list, from, to });
const facet = (name: string, value: string, from: string, to = LATEST) => ({ facet: name, value, from, to });
const cell = (status: string, amounts: object, sector = 'transport') =>
  Object.fromEntries(
    Object.entries(amounts).map(([measure, amount]) => [`${status}|NEW_START|${sector}|${measure}`, amount as unknown]),
  );

const DETAILS_TOLD = {
  stage: '主体施工',
  imageProgress: '主体结构完成三层',
  costs: { civilWorks: yi(0.06), installation: yi(0.03), landAndOther: yi(0.01) },
  preliminary: null,
};
const submittedInFull: ProjectEvent = {
  type: 'ReportSubmitted',
  data: { ...submitted(FIGURES).data, ...DETAILS_TOLD },
};

const stackingAdopted: Told<PolicyAdopted> = {
  type: 'PolicyAdopted',
  stream: 'policy-stacking',
  data: { policy: 'stacking', version: 1, effectiveFrom: '2022-01-01', ...DEFAULT_POLICIES.stacking },
};
const HELD = { places: { leadAuthority: values(['2022-01-01', 'authority']) }, successions: [] };
/** A stage that the ledgers show beside those before. */
const becoming = (...stage: [on: string, status: string]) => ({
  p1: {
    status: expect.arrayContaining(values(stage).map((fact) => expect.objectContaining(fact) as unknown)) as unknown,
  },
});
/** What the compliance of May counts once for a lead authority, and for the leader, whom nobody named. */
const owedOf = (authority: string, ...counts: string[]) => ({
  days: {
    '2022-05-01': Object.fromEntries(
      [`authority|${authority}`, 'leader|'].flatMap((cell) => counts.map((count) => [`${cell}|${count}`, 1])),
    ),
  },
});
/** What a unit's ledger counts of project p1 from a day on. */
const inLedger = (unit: string, place: string, day: string, count: number) => ({
  [`unit/${unit}`]: { days: { [day]: { [`${place}|PLANNED_START`]: count, 'ANY|PLANNED_START': count } } },
});

/** Each event, and all that it changes. */
const TABLE: { readonly [Type in AnyEvent['type']]: Case } = {
  ProjectRegistered: {
    after: [],
    event: registered('PRELIMINARY'),
    shows: {
      lights: { p1: { spans: [], sectors: [{ sector: 'transport', from: '2022-01-01' }] } },
      ledgers: { p1: { units: [], spans: [], status: values(['2022-01-01', 'PRELIMINARY']) } },
      ...card(0, { exists: true, currency: 'CNY', status: values(['2022-01-01', 'PRELIMINARY']) }),
      'list-rows': {
        p1: { sort: 'p1', years: [], spans: [span('preliminary', '2022-01-01')], orders: { name: '示例道路/p1' } },
      },
      'project-names': { p1: { names: ['示例道路'], grams: ['示', '例', '示例', '道', '例道', '路', '道路'] } },
      compliance: { p1: { name: values(['2022-01-01', DETAILS.name]), ended: false, months: {} } },
      funding: { p1: { currency: 'CNY', funding: { fundingLines: {}, supports: {} } } },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  ProjectDetailsChanged: {
    after: member,
    event: {
      type: 'ProjectDetailsChanged',
      data: { occurredOn: '2022-03-01', changes: { name: '示例大道', sector: 'energy', description: '长' } },
    },
    shows: {
      lights: { p1: {} },
      ...card(1, { details: { description: values(['2022-01-01', null], ['2022-03-01', '长']) } }),
      'list-rows': {
        p1: {
          project: {
            details: {
              name: values(['2022-01-01', DETAILS.name], ['2022-03-01', '示例大道']),
              description: values(['2022-01-01', null], ['2022-03-01', '长']),
            },
          },
        },
        'balance/2022': { days: {} },
        'year/2022': {
          days: {
            '2022-03-01': { ...cell('PLANNED_START', { count: -1 }), ...cell('PLANNED_START', { count: 1 }, 'energy') },
          },
        },
      },
      'project-names': { p1: { names: ['示例道路', '示例大道'] } },
      compliance: { p1: { name: values(['2022-01-01', DETAILS.name], ['2022-03-01', '示例大道']) } },
    },
  },
  ResponsibilitiesAssigned: {
    after: owing,
    event: assigned,
    shows: {
      postponements: { p1: { moved: false, responsibilities: HELD } },
      lights: { p1: { places: expect.arrayContaining([expect.objectContaining({ unit: 'authority' })]) as unknown } },
      ...card(2, { responsibilities: HELD }),
      'list-rows': {
        p1: { project: { responsibilities: HELD } },
        'year/2022': { days: { '2022-01-01': { '@authority|authority|count': 1, '@responsible|keeper|count': 1 } } },
      },
      ledgers: {
        p1: {
          units: ['keeper', 'builder', 'authority', 'helper'],
          spans: [
            { unit: 'keeper', place: 'RESPONSIBLE_UNIT', from: '2022-01-01', to: LATEST },
            { unit: 'builder', place: 'LEGAL_ENTITY' },
            { unit: 'authority', place: 'SECTOR_AUTHORITY' },
            { unit: 'helper', place: 'SUPPORTING_UNIT' },
          ],
        },
        ...inLedger('keeper', 'RESPONSIBLE_UNIT', '2022-01-01', 1),
        ...inLedger('builder', 'LEGAL_ENTITY', '2022-01-01', 1),
        ...inLedger('authority', 'SECTOR_AUTHORITY', '2022-01-01', 1),
        ...inLedger('helper', 'SUPPORTING_UNIT', '2022-01-01', 1),
      },
      compliance: {
        p1: { responsibilities: HELD },
        'month/2022-05': owedOf('authority', 'owed', 'silent'),
      },
    },
  },
  LegalEntityChanged: {
    after: [registered(), assigned],
    event: EXAMPLES.ChangeLegalEntity.event,
    shows: {
      postponements: { p1: { moved: false } },
      lights: { p1: {} },
      ...card(2, {
        responsibilities: { places: { legalEntity: values(['2022-01-01', 'builder'], ['2022-05-16', 'successor']) } },
      }),
      'list-rows': { p1: {} },
      compliance: { p1: {} },
      ledgers: {
        p1: { units: ['keeper', 'builder', 'authority', 'helper', 'successor'] },
        ...inLedger('builder', 'LEGAL_ENTITY', '2022-05-16', -1),
        ...inLedger('successor', 'LEGAL_ENTITY', '2022-05-16', 1),
      },
    },
  },
  LeadAuthorityChanged: {
    after: [...owing, assigned],
    event: EXAMPLES.ChangeLeadAuthority.event,
    shows: {
      postponements: { p1: { moved: false } },
      lights: { p1: {} },
      ...card(3),
      'list-rows': {
        p1: {},
        'year/2022': { days: { '2022-05-16': { '@authority|authority|count': -1, '@authority|successor|count': 1 } } },
      },
      compliance: {
        p1: {},
        'month/2022-05': owedOf('successor', 'owed', 'silent'),
      },
      ledgers: {
        p1: {},
        ...inLedger('authority', 'SECTOR_AUTHORITY', '2022-05-16', -1),
        ...inLedger('successor', 'SECTOR_AUTHORITY', '2022-05-16', 1),
      },
    },
  },
  UnitSucceeded: {
    after: [registered(), assigned],
    event: EXAMPLES.SucceedUnit.event,
    shows: {
      postponements: {
        p1: { responsibilities: { successions: [{ on: '2022-05-16', from: 'keeper', to: 'successor' }] } },
      },
      lights: { p1: {} },
      ...card(2, { responsibilities: { successions: [{ on: '2022-05-16', from: 'keeper', to: 'successor' }] } }),
      'list-rows': { p1: {} },
      compliance: { p1: {} },
      ledgers: {
        p1: {},
        ...inLedger('keeper', 'RESPONSIBLE_UNIT', '2022-05-16', -1),
        ...inLedger('successor', 'RESPONSIBLE_UNIT', '2022-05-16', 1),
      },
    },
  },
  PersonsNamed: {
    after: owing,
    event: EXAMPLES.NamePersons.event,
    shows: {
      lights: { p1: { leaders: [{ leader: 'leader-2', from: '2022-05-16', to: LATEST }] } },
      compliance: {
        p1: { persons: values(['2022-05-16', { personInCharge: 'person-7', linkedLeader: 'leader-2' }]) },
        'month/2022-05': { days: { '2022-05-01': { 'leader|leader-2|owed': 1, 'leader|leader-2|silent': 1 } } },
      },
      ...card(2, { persons: values(['2022-05-16', { personInCharge: 'person-7', linkedLeader: 'leader-2' }]) }),
      'list-rows': {
        'year/2022': { days: { '2022-05-16': { '@leader|leader-2|annual': yi(1.2), '@leader||annual': -yi(1.2) } } },
        p1: {
          facets: expect.arrayContaining([facet('leader', 'leader-2', '2022-05-16')]) as unknown,
        },
      },
    },
  },
  OfficerAppointed: {
    after: member,
    event: EXAMPLES.AppointOfficer.event,
    shows: card(1, { coordinator: values(['2022-05-16', 'person-8']) }),
  },
  OfficerHandedOver: {
    after: [registered(), assigned],
    event: EXAMPLES.HandOverOfficer.event,
    shows: {
      ...card(2, {
        responsibilities: { places: { reporter: values(['2022-01-01', 'reporter-1'], ['2022-05-16', 'reporter-2']) } },
      }),
      'list-rows': { p1: {} },
      compliance: { p1: {} },
      ledgers: { p1: {} },
    },
  },
  TaskForceFormed: {
    after: member,
    event: EXAMPLES.FormTaskForce.event,
    shows: card(1, { taskForce: values(['2022-05-16', { leader: 'leader-2', units: ['authority', 'builder'] }]) }),
  },
  DedicatedPlanAdopted: {
    after: member,
    event: EXAMPLES.AdoptDedicatedPlan.event,
    shows: card(1, { dedicatedPlan: values(['2022-05-16', DOCUMENT]) }),
  },
  ProjectRenamed: {
    after: member,
    event: EXAMPLES.RenameProject.event,
    shows: {
      ...card(1, { details: { name: values(['2022-01-01', DETAILS.name], ['2022-05-16', '示例大道']) } }),
      'list-rows': { p1: { orders: { name: '示例大道/p1' } } },
      'project-names': { p1: { names: ['示例道路', '示例大道'] } },
      compliance: { p1: { name: values(['2022-01-01', DETAILS.name], ['2022-05-16', '示例大道']) } },
    },
  },
  ProjectCodeAssigned: {
    after: member,
    event: EXAMPLES.AssignProjectCode.event,
    shows: {
      ...card(1, { code: PROJECT_CODE_OF_P1 }),
      'list-rows': { p1: { project: { code: PROJECT_CODE_OF_P1 } } },
      'project-names': { p1: { code: PROJECT_CODE_OF_P1, grams: expect.arrayContaining(['09', '9-']) as unknown } },
    },
  },
  ProjectTagged: {
    after: member,
    event: EXAMPLES.TagProject.event,
    shows: card(1, { tags: values(['2022-05-16', ['STEADY_INVESTMENT']]) }),
  },
  TotalInvestmentChanged: {
    after: member,
    event: EXAMPLES.ChangeTotalInvestment.event,
    shows: {
      ...card(1, { totalInvestment: values(['2022-05-16', yi(5)]) }),
      'list-rows': { p1: { project: { totalInvestment: values(['2022-05-16', yi(5)]) } } },
    },
  },
  MilestonesScheduled: {
    after: member,
    event: EXAMPLES.ScheduleMilestones.event,
    shows: {
      postponements: { p1: { moved: false } },
      deadlines: { 'project-p1': { clocks: {} } },
      ...card(1, { milestones: { COMMENCEMENT: values(['2022-05-16', '2022-06-30']) } }),
      'list-rows': {
        p1: { project: { milestones: { COMPLETION: values(['2022-05-16', null]) } } },
        'year/2022': { days: { '2022-06-30': cell('PLANNED_START', { startDue: 1 }) } },
      },
    },
  },
  MilestoneRescheduled: {
    after: EXAMPLES.RescheduleMilestone.given,
    event: EXAMPLES.RescheduleMilestone.event,
    shows: {
      postponements: {
        p1: { moved: true, grounds: { 2: { reason: '用地未批', document: null } } },
        'year/2022': { days: { '2022-05-16': { '|times': 1, '|days': 92, '|projects': 1 } } },
      },
      deadlines: { 'project-p1': { clocks: {} } },
      ...card(2, {
        milestones: { COMMENCEMENT: values(['2022-01-01', '2022-06-30'], ['2022-05-16', '2022-09-30']) },
      }),
      'list-rows': {
        p1: {
          project: { milestones: { COMMENCEMENT: values(['2022-01-01', '2022-06-30'], ['2022-05-16', '2022-09-30']) } },
        },
      },
    },
  },
  SourcePhaseReported: {
    after: member,
    event: EXAMPLES.ReportSourcePhase.event,
    shows: card(1, { sourcePhase: values(['2022-05-16', 'Construction']) }),
  },
  OpeningFiguresRecorded: {
    after: member,
    event: EXAMPLES.RecordOpeningFigures.event,
    shows: {
      deadlines: { 'project-p1': { clocks: {} } },
      ...card(1, { openings: { 2022: { through: '2022-03', yearToDate: yi(0.3), toLastYearEnd: yi(2) } } }),
      'list-rows': {
        p1: { project: { openings: { 2022: { yearToDate: yi(0.3) } } } },
        'year/2022': { days: { '2022-03-31': cell('PLANNED_START', { accepted: yi(0.3) }) } },
      },
    },
  },
  PlanEntered: {
    after: member,
    event: ENTERED,
    shows: {
      ...card(1, { plans: { 2022: { category: 'NEW_START' } }, planRevisions: { 2022: 3 } }),
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  CommencementRecorded: {
    after: member,
    event: COMMENCED,
    shows: {
      ledgers: becoming('2022-03-01', 'UNDER_CONSTRUCTION'),
      ...card(1, { status: values(['2022-01-01', 'PLANNED_START'], ['2022-03-01', 'UNDER_CONSTRUCTION']) }),
      'list-rows': {
        p1: { spans: [span('new-start', '2022-01-01', '2022-03-01'), span('ongoing', '2022-03-01')] },
        'year/2022': {
          days: {
            '2022-03-01': { ...cell('PLANNED_START', { count: -1 }), ...cell('UNDER_CONSTRUCTION', { count: 1 }) },
          },
        },
      },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  SuspensionReported: {
    after: [...member, COMMENCED],
    event: SUSPENDED,
    shows: {
      ledgers: becoming('2022-04-01', 'SUSPENDED'),
      ...card(2, {
        status: values(
          ['2022-01-01', 'PLANNED_START'],
          ['2022-03-01', 'UNDER_CONSTRUCTION'],
          ['2022-04-01', 'SUSPENDED'],
        ),
      }),
      'list-rows': {
        p1: {
          spans: [
            span('new-start', '2022-01-01', '2022-03-01'),
            span('ongoing', '2022-03-01', '2022-04-01'),
            span('ongoing', '2022-04-01'),
          ],
        },
        'year/2022': {
          days: { '2022-04-01': { ...cell('UNDER_CONSTRUCTION', { count: -1 }), ...cell('SUSPENDED', { count: 1 }) } },
        },
      },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  ResumptionReported: {
    after: [...member, COMMENCED, SUSPENDED],
    event: EXAMPLES.Resume.event,
    shows: {
      ledgers: becoming('2022-05-01', 'UNDER_CONSTRUCTION'),
      ...card(3),
      'list-rows': {
        p1: {
          project: {
            status: values(
              ['2022-01-01', 'PLANNED_START'],
              ['2022-03-01', 'UNDER_CONSTRUCTION'],
              ['2022-04-01', 'SUSPENDED'],
              ['2022-05-01', 'UNDER_CONSTRUCTION'],
            ),
          },
        },
        'year/2022': {
          days: { '2022-05-01': { ...cell('SUSPENDED', { count: -1 }), ...cell('UNDER_CONSTRUCTION', { count: 1 }) } },
        },
      },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  ProjectReserved: {
    after: [registered('CONCEIVED')],
    event: EXAMPLES.ReserveProject.event,
    shows: {
      ledgers: { p1: { status: values(['2022-01-01', 'CONCEIVED'], ['2022-02-01', 'RESERVED']) } },
      ...card(1),
      deadlines: { 'project-p1': ANYTHING },
      'list-rows': { p1: { spans: [] } },
    },
  },
  PreliminaryWorkBegun: {
    after: [registered('RESERVED')],
    event: EXAMPLES.BeginPreliminaryWork.event,
    shows: {
      ledgers: { p1: { status: values(['2022-01-01', 'RESERVED'], ['2022-03-01', 'PRELIMINARY']) } },
      ...card(1),
      deadlines: { 'project-p1': ANYTHING },
      'list-rows': { p1: { spans: [span('preliminary', '2022-03-01')] } },
    },
  },
  ProjectCompleted: {
    after: [...member, COMMENCED],
    event: COMPLETED,
    shows: {
      ledgers: becoming('2022-05-10', 'COMPLETED'),
      ...card(2),
      'list-rows': {
        p1: {
          spans: [span('new-start', '2022-01-01', '2022-03-01'), span('ongoing', '2022-03-01', '2022-05-10')],
        },
        'year/2022': { days: { '2022-05-10': cell('COMPLETED', { count: 1, annual: yi(1.2), total: yi(5) }) } },
      },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  ProjectPutInService: {
    after: [...owing, COMMENCED, COMPLETED, raised('b1')],
    event: IN_SERVICE,
    shows: {
      ledgers: becoming('2022-05-12', 'IN_SERVICE'),
      ...card(5),
      'list-rows': {
        p1: ANYTHING,
        'year/2022': { days: { '2022-05-12': cell('IN_SERVICE', { count: 1 }) } },
      },
      compliance: { p1: { ended: true, months: {}, owing: [], silent: [] }, 'month/2022-05': null },
      deadlines: { 'project-p1': { clocks: {}, nextDueAt: NEVER } },
    },
  },
  ProjectCancelled: {
    after: owing,
    event: CANCELLED,
    shows: {
      ledgers: becoming('2022-05-12', 'CANCELLED'),
      ...card(2),
      'list-rows': {
        p1: { spans: [span('new-start', '2022-01-01', '2022-05-12')] },
        'year/2022': { days: { '2022-05-12': cell('CANCELLED', { count: 1 }) } },
      },
      compliance: { p1: { ended: true, months: {} }, 'month/2022-05': null },
      deadlines: { 'project-p1': { clocks: {}, nextDueAt: NEVER, sort: `${NEVER}/project-p1` } },
    },
  },
  CorrectionProposed: {
    after: member,
    event: EXAMPLES.ProposeCorrection.event,
    shows: card(1, { corrections: { 'new-correction': { status: 'PROPOSED', proposedBy: OFFICE.id } } }),
  },
  CorrectionDeclined: {
    after: [...member, EXAMPLES.ProposeCorrection.event],
    event: EXAMPLES.DeclineCorrection.event,
    shows: card(2, { corrections: { 'new-correction': { status: 'DECLINED' } } }),
  },
  FactCorrected: {
    after: [...owing, IN_SERVICE],
    event: {
      ...CORRECTED,
      data: {
        ...CORRECTED.data,
        revision: 2,
        originalType: 'ProjectPutInService',
        replacement: null,
        since: '2022-05-12',
        stages: { started: false, ended: false },
      },
    },
    shows: {
      ledgers: { p1: { status: values(['2022-01-01', 'PLANNED_START']) } },
      ...card(3, { status: values(['2022-01-01', 'PLANNED_START']) }),
      'list-rows': {
        p1: { spans: [span('new-start', '2022-01-01')] },
        'year/2022': { days: { '2022-05-31': cell('PLANNED_START', { target: yi(0.1) }) } },
      },
      compliance: { p1: { ended: false, owing: ['2022-05'], silent: ['2022-05'] }, 'month/2022-05': ANYTHING },
      deadlines: { 'project-p1': { clocks: { 'report/2022-05': dueAt }, nextDueAt: dueAt } },
    },
  },
  ReportSubmitted: {
    after: [...owing, assigned],
    event: submittedInFull,
    shows: {
      'project-cards': {
        p1: {
          revision: 3,
          project: {
            reports: { '2022-05': { status: 'SUBMITTED', figures: FIGURES, accepted: null, late: false } },
          },
          reportTexts: { '2022-05': { progress: '主体施工', ...DETAILS_TOLD } },
        },
      },
      'list-rows': {
        p1: {
          project: { reports: { '2022-05': { figures: FIGURES } } },
          progress: { '2022-05': DETAILS_TOLD.imageProgress },
        },
        'year/2022': {
          days: { '2022-05-31': cell('PLANNED_START', { pending: yi(0.1), reported: 1, target: yi(0.1) }) },
        },
      },
      compliance: {
        p1: {
          months: { '2022-05': { status: 'SUBMITTED', submittedAt: '2022-05-16T02:00:00.000Z', late: false } },
          owing: ['2022-05'],
          silent: [],
        },
        'month/2022-05': owedOf('authority', 'owed', 'reported'),
      },
      deadlines: { 'project-p1': { clocks: {}, nextDueAt: NEVER } },
    },
  },
  SafetyIssueReported: {
    after: [...owing, assigned, submitted(FIGURES)],
    event: { type: 'SafetyIssueReported', data: { month: '2022-05', issue: '深基坑监测超限' } },
    shows: {
      ...card(4, { reports: { '2022-05': { safetyIssue: '深基坑监测超限' } } }),
      deadlines: { 'project-p1': ANYTHING },
      'list-rows': { p1: {} },
    },
  },
  TotalInvestmentExceeded: {
    after: [...owing, assigned, submitted(FIGURES)],
    event: {
      type: 'TotalInvestmentExceeded',
      data: { month: '2022-05', reported: yi(2), totalInvestment: yi(1) },
    },
    shows: {
      ...card(4, { reports: { '2022-05': { exceedsTotal: true } } }),
      'list-rows': { p1: { project: { reports: { '2022-05': { exceedsTotal: true } } } } },
      compliance: { p1: { months: { '2022-05': { exceedsTotal: true } } } },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  ReportRepairMissed: {
    after: [...owing, assigned, submitted(FIGURES), returned()],
    event: {
      type: 'ReportRepairMissed',
      data: { month: '2022-05', dueAt: '2022-05-18T16:00:00.000Z', policyVersion: 1 },
    },
    shows: {
      ...card(5, { reports: { '2022-05': { status: 'RETURNED', repair: { missed: true } } } }),
      'list-rows': { p1: ANYTHING },
      compliance: { p1: { months: { '2022-05': { status: 'RETURNED', repairMissed: true } } } },
      deadlines: { 'project-p1': { clocks: {}, nextDueAt: NEVER } },
    },
  },
  ReportEndorsed: {
    after: [...owing, assigned, submitted(FIGURES)],
    event: EXAMPLES.EndorseReport.event,
    shows: {
      ...card(4, { reports: { '2022-05': { status: 'SUBMITTED', endorsed: true } } }),
      'list-rows': { p1: ANYTHING },
      compliance: { p1: { months: { '2022-05': { status: 'SUBMITTED', endorsed: true } } } },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  SupplementReported: {
    after: [...owing, assigned, submitted(FIGURES), accepted(FIGURES), EXAMPLES.AmendReport.event],
    event: { type: 'SupplementReported', data: { month: '2022-05', late: true } },
    shows: {
      ...card(6, { reports: { '2022-05': { supplement: 'LATE' } } }),
      'list-rows': { p1: ANYTHING },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  ReportReturned: {
    after: [...owing, assigned, submitted(FIGURES)],
    event: returned(),
    shows: {
      ...card(4, { reports: { '2022-05': { status: 'RETURNED', figures: FIGURES } } }),
      'list-rows': {
        p1: { project: { reports: { '2022-05': { status: 'RETURNED' } } } },
        'year/2022': { days: { '2022-05-31': cell('PLANNED_START', { reported: 1 }) } },
      },
      compliance: { p1: { months: { '2022-05': { status: 'RETURNED' } }, silent: [] } },
      deadlines: { 'project-p1': { clocks: { 'repair/2022-05': '2022-05-18T16:00:00.000Z' } } },
    },
  },
  ReportAccepted: {
    after: [...owing, assigned, submitted(FIGURES)],
    event: accepted(FIGURES),
    shows: {
      ...card(4, { reports: { '2022-05': { status: 'ACCEPTED', accepted: FIGURES } } }),
      'list-rows': {
        p1: ANYTHING,
        'year/2022': { days: { '2022-05-31': cell('PLANNED_START', { accepted: yi(0.1), reported: 1 }) } },
      },
      compliance: {
        p1: { months: { '2022-05': { status: 'ACCEPTED' } } },
        'month/2022-05': owedOf('authority', 'accepted', 'reported'),
      },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  ReportAmended: {
    after: [...owing, assigned, submittedInFull, accepted(FIGURES)],
    event: EXAMPLES.AmendReport.event,
    shows: {
      'project-cards': {
        p1: {
          revision: 5,
          project: { reports: { '2022-05': { status: 'SUBMITTED', accepted: FIGURES } } },
          reportTexts: { '2022-05': { imageProgress: DETAILS_TOLD.imageProgress, costs: null } },
        },
      },
      'list-rows': {
        p1: ANYTHING,
        'year/2022': {
          days: { '2022-05-31': cell('PLANNED_START', { accepted: yi(0.1), pending: yi(0.1), reported: 1 }) },
        },
      },
      compliance: {
        p1: { months: { '2022-05': { status: 'SUBMITTED' } } },
        'month/2022-05': owedOf('authority', 'owed', 'reported'),
      },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  ReportMissed: {
    after: [...owing, assigned],
    event: { type: 'ReportMissed', data: { month: '2022-05', dueAt, policyVersion: 1 } },
    shows: {
      ...card(3, { reports: { '2022-05': { status: 'MISSED', figures: null } } }),
      'list-rows': { p1: { project: { reports: { '2022-05': { status: 'MISSED' } } } } },
      compliance: { p1: { months: { '2022-05': { status: 'MISSED', late: true } }, silent: ['2022-05'] } },
      deadlines: { 'project-p1': { clocks: {} } },
    },
  },
  BlockerRaised: {
    after: [registered()],
    event: raised('b1'),
    shows: {
      'project-cards': {
        p1: {
          revision: 1,
          blockerTexts: { b1: { category: 'LAND', description: '征地未完成' } },
          project: { blockers: { b1: { level: 'L1_LEGAL_ENTITY', status: 'RAISED' } } },
        },
      },
      blockers: {
        b1: {
          project: 'p1',
          raisedOn: '2022-05-15',
          status: 'RAISED',
          level: 'L1_LEGAL_ENTITY',
          dueAt: '2022-05-23T16:00:00.000Z',
          levels: [{ level: 'L1_LEGAL_ENTITY', arrivedAt: '2022-05-16T02:00:00.000Z', cause: 'RAISED' }],
        },
        'lead-times/2022': { days: { [today]: { 'discovery|count': 1, 'discovery|days': 1 } } },
      },
      deadlines: {
        'project-p1': {
          clocks: {
            'blocker-warning/b1/L1_LEGAL_ENTITY': '2022-05-20T16:00:00.000Z',
            'blocker/b1/L1_LEGAL_ENTITY': '2022-05-23T16:00:00.000Z',
          },
          nextDueAt: '2022-05-20T16:00:00.000Z',
        },
      },
    },
  },
  BlockerAccepted: {
    after: blocked,
    event: onBlocker(BLOCKER_ACCEPTED),
    shows: {
      ...card(2, { blockers: { b1: { status: 'ACCEPTED' } } }),
      blockers: { b1: { status: 'ACCEPTED' } },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  BlockerEscalated: {
    after: [registered(), raised('b1', '2022-05-19T16:00:00.000Z')],
    event: onBlocker(ESCALATED),
    shows: {
      ...card(2, { blockers: { b1: { level: 'L2_SECTOR_AUTHORITY' } } }),
      blockers: {
        b1: {
          level: 'L2_SECTOR_AUTHORITY',
          dueAt: '2022-05-23T16:00:00.000Z',
          levels: [{ cause: 'RAISED' }, { level: 'L2_SECTOR_AUTHORITY', cause: 'BEYOND_POWERS' }],
        },
      },
      deadlines: { 'project-p1': { nextDueAt: '2022-05-20T16:00:00.000Z' } },
    },
  },
  BlockerWarned: {
    after: blocked,
    event: WARNED,
    shows: {
      ...card(2, { blockers: { b1: { clock: { warnsAt: null } } } }),
      blockers: { b1: { warnedAt: scene.now, dueAt: '2022-05-23T16:00:00.000Z' } },
      deadlines: { 'project-p1': { nextDueAt: '2022-05-23T16:00:00.000Z' } },
    },
  },
  BlockerReturnedDown: {
    after: [...blocked, onBlocker(ESCALATED)],
    event: onBlocker(EXAMPLES.ReturnBlockerDown.event),
    shows: {
      ...card(3, {
        blockers: { b1: { level: 'L1_LEGAL_ENTITY', status: 'RAISED', reached: 'L2_SECTOR_AUTHORITY' } },
      }),
      blockers: {
        b1: {
          level: 'L1_LEGAL_ENTITY',
          levels: [
            { cause: 'RAISED', outcome: '超出权限', revision: 1 },
            { cause: 'BEYOND_POWERS', outcome: '先与村委会签订补偿协议', revision: 2 },
            { level: 'L1_LEGAL_ENTITY', cause: 'RETURNED_DOWN', outcome: null, revision: 3 },
          ],
        },
      },
      deadlines: { 'project-p1': { nextDueAt: '2022-05-20T16:00:00.000Z' } },
    },
  },
  BlockerOverdueAtTop: {
    after: [registered(), onBlocker(raisedAt('L4_LEADING_GROUP'))],
    event: FLAGGED,
    shows: {
      ...card(2, { blockers: { b1: { flags: 1 } } }),
      blockers: { b1: { monthsAtTop: 1, dueAt: '2022-07-16T16:00:00.000Z' } },
      deadlines: { 'project-p1': { clocks: { 'blocker-at-top/b1': '2022-07-16T16:00:00.000Z' } } },
    },
  },
  BlockerHoldRequested: {
    after: blocked,
    event: onBlocker(HOLD_REQUESTED),
    shows: {
      ...card(2, { blockers: { b1: { status: 'RAISED', hold: { reason: '汛期停工' } } } }),
      blockers: { b1: { status: 'RAISED', hold: { reason: '汛期停工', since: null } } },
      deadlines: { 'project-p1': { nextDueAt: '2022-05-20T16:00:00.000Z' } },
    },
  },
  BlockerHeld: {
    after: [...blocked, onBlocker(HOLD_REQUESTED)],
    event: onBlocker(ON_HOLD),
    shows: {
      ...card(3, { blockers: { b1: { status: 'ON_HOLD', clock: null } } }),
      blockers: { b1: { status: 'ON_HOLD', dueAt: null, hold: { since: scene.now } } },
      deadlines: { 'project-p1': { clocks: {}, nextDueAt: NEVER } },
    },
  },
  BlockerResumed: {
    after: [...blocked, onBlocker(BLOCKER_ACCEPTED), onBlocker(ON_HOLD)],
    event: onBlocker(RESUMED),
    shows: {
      ...card(4, { blockers: { b1: { status: 'ACCEPTED', hold: null } } }),
      blockers: { b1: { status: 'ACCEPTED', dueAt: '2022-05-23T16:00:00.000Z', hold: null } },
      deadlines: { 'project-p1': { nextDueAt: '2022-05-20T16:00:00.000Z' } },
    },
  },
  BlockerOutcomeRecorded: {
    after: blocked,
    event: onBlocker(EXAMPLES.RecordLevelOutcome.event),
    shows: {
      ...card(2, { blockers: { b1: { outcomes: { L1_LEGAL_ENTITY: '两次协商未果' } } } }),
      blockers: { b1: { levels: [{ level: 'L1_LEGAL_ENTITY', outcome: '两次协商未果' }] } },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  BlockerReopened: {
    after: [...blocked, onBlocker(RESOLVED), onBlocker(CLOSED)],
    event: onBlocker(EXAMPLES.ReopenBlocker.event),
    shows: {
      ...card(4, { blockers: { b1: { status: 'REOPENED', resolvedBy: null } } }),
      blockers: {
        b1: {
          status: 'REOPENED',
          resolvedAt: null,
          levels: [{ outcome: '已完成征地' }, { level: 'L1_LEGAL_ENTITY', cause: 'REOPENED' }],
        },
        'lead-times/2022': ANYTHING,
      },
      deadlines: { 'project-p1': { nextDueAt: '2022-05-20T16:00:00.000Z' } },
    },
  },
  BlockerResolved: {
    after: blocked,
    event: onBlocker(RESOLVED),
    shows: {
      ...card(2, { blockers: { b1: { status: 'RESOLVED', clock: null, resolvedBy: 'reporter-1' } } }),
      blockers: {
        b1: { status: 'RESOLVED', dueAt: null, resolution: '已完成征地' },
        'lead-times/2022': { days: { [today]: { 'resolution|count': 1 } } },
      },
      deadlines: { 'project-p1': { clocks: {}, nextDueAt: NEVER } },
    },
  },
  BlockerClosed: {
    after: [...blocked, onBlocker(RESOLVED)],
    event: onBlocker(CLOSED),
    shows: {
      ...card(3, { blockers: { b1: { status: 'CLOSED' } } }),
      blockers: { b1: { status: 'CLOSED' } },
      deadlines: { 'project-p1': ANYTHING },
    },
  },
  PlanDrafted: {
    after: [],
    event: drafted,
    shows: { plans: { 2022: { year: 2022, revision: 0, declared: DECLARED, versions: [], months: [] } } },
  },
  PlanEntryIncluded: {
    after: [registered(), drafted],
    event: included,
    shows: {
      plans: { 2022: { revision: 1 } },
      'list-rows': {
        p1: { entries: { 2022: { since: '2022-04-07', lines: [{ value: ENTRY }] } }, years: [2022] },
        'balance/2022': { days: { '2022-04-07': { 'transport|示例镇|count': 1, 'transport|示例镇|total': yi(5) } } },
        'entries/2022': {
          days: {
            '2022-04-07': { 'construction|count': 1, 'construction|total': yi(5), 'construction|annual': yi(1.2) },
          },
        },
        'year/2022': {
          days: { '2022-01-01': cell('PLANNED_START', { count: 1, total: yi(5), annual: yi(1.2) }) },
        },
      },
    },
  },
  PlanEntryRemoved: {
    after: member,
    event: removed,
    shows: {
      plans: { 2022: { revision: 2 } },
      'list-rows': { p1: { entries: {}, years: [] }, 'entries/2022': null, 'balance/2022': null, 'year/2022': null },
    },
  },
  PlanPublished: {
    after: member,
    event: published,
    shows: {
      plans: { 2022: { versions: [{ version: 1, on: '2022-04-07', approvedBy: '示例区政府', document: DOCUMENT }] } },
      deadlines: { 'plan-2022': { clocks: { open: opensAt, end: APRIL_ENDS }, nextDueAt: APRIL_ENDS } },
    },
  },
  ReportingMonthOpened: {
    after: [...member, published, ENTERED, assigned],
    event: monthOpened,
    shows: {
      plans: { 2022: { months: [{ month: '2022-05', opensAt, dueAt }] } },
      compliance: {
        p1: {
          months: { '2022-05': { dueAt, status: 'OWED', submittedAt: null, late: false } },
          owing: ['2022-05'],
          silent: ['2022-05'],
        },
        'month/2022-05': owedOf('authority', 'owed', 'silent'),
      },
      deadlines: {
        'plan-2022': { clocks: { open: opened('2022-06').opensAt, end: APRIL_ENDS } },
        'project-p1': { clocks: { 'report/2022-05': dueAt }, nextDueAt: dueAt, sort: `${dueAt}/project-p1` },
      },
    },
  },
  UnitRegistered: {
    after: [],
    event: onUnit(unitRegistered()),
    shows: { units: { u1: { revision: 0, sort: 'u1', unit: { kind: 'DISTRICT_DEPARTMENT' } } } },
  },
  UnitRenamed: {
    after: [onUnit(unitRegistered())],
    event: onUnit(unitRenamed('2022-05-01', '示例区交通运输委')),
    shows: {
      units: {
        u1: {
          revision: 1,
          unit: { name: values(['2020-01-01', '示例区交通局'], ['2022-05-01', '示例区交通运输委']) },
        },
      },
    },
  },
  UnitMerged: {
    after: [onUnit(unitRegistered()), onUnit(unitRegistered('示例区交通委'), 'successor')],
    event: onUnit(unitMerged('2022-05-01')),
    shows: {
      units: {
        u1: { revision: 1, unit: { merged: { on: '2022-05-01', value: 'successor' } }, absorbed: [] },
        successor: { revision: 0, unit: { merged: null }, absorbed: [{ on: '2022-05-01', unit: 'u1' }] },
      },
    },
  },
  SectorsAssigned: {
    after: [onUnit(unitRegistered())],
    event: onUnit(UNIT_EXAMPLES.AssignSectors.event),
    shows: { units: { u1: { unit: { sectors: values(['2022-05-16', ['transport']]) } } } },
  },
  NoticeRead: {
    after: [onUnit(unitRegistered())],
    event: onUnit(UNIT_EXAMPLES.AcknowledgeNotice.event),
    shows: {
      units: { u1: { revision: 1, receipts: [{ notice: 'bulletin-2022-05', by: OFFICE.id, readAt: scene.now }] } },
    },
  },
  LeadingGroupFormed: {
    after: [],
    event: onGroup(groupFormed),
    shows: { 'leading-group': { 'group-leading': { revision: 0, formed: [{ value: { leader: 'leader-1' } }] } } },
  },
  ProjectGroupFormed: {
    after: [onGroup(groupFormed)],
    event: onGroup(projectGroupFormed),
    shows: { 'leading-group': { 'group-leading': { projectGroups: { rail: [{ value: { name: '轨道项目组' } }] } } } },
  },
  ProjectGroupDissolved: {
    after: [onGroup(groupFormed), onGroup(projectGroupFormed)],
    event: onGroup(LEADING_GROUP_EXAMPLES.DissolveProjectGroup.event),
    shows: { 'leading-group': { 'group-leading': { projectGroups: { rail: [{}, { value: null }] } } } },
  },
  LeaderPortfolioAssigned: {
    after: [onGroup(groupFormed)],
    event: onGroup(portfolioAssigned),
    shows: {
      'leading-group': { 'group-leading': { portfolios: { 'leader-2': [{ value: { units: ['authority'] } }] } } },
    },
  },
  LeaderPortfolioEnded: {
    after: [onGroup(groupFormed), onGroup(portfolioAssigned)],
    event: onGroup(LEADING_GROUP_EXAMPLES.EndLeaderPortfolio.event),
    shows: {
      'leading-group': { 'group-leading': { portfolios: { 'leader-2': [{}, { value: { sectors: [], units: [] } }] } } },
    },
  },
  ...COORDINATION_CASES,
  ...APPROVAL_CASES,
  ...START_CASES,
  ...PLAN_CASES,
  ...NOTICE_CASES,
  ...OUTLINE_CASES,
  ...GOVERNMENT_PLAN_CASES,
  ...FUNDING_CASES,
  ...LIGHT_CASES,
  LiaisonRecorded: {
    after: [registered()],
    event: EXAMPLES.RecordLiaison.event,
    shows: card(1, { liaisons: { 'new-liaison': { on: '2022-05-16', parties: ['示例银行', '示例公司'] } } }),
  },
  StatisticsEntered: {
    after: [registered(), COMMENCED],
    event: EXAMPLES.EnterStatistics.event,
    shows: {
      ...card(2, { statistics: { entered: values(['2022-05-16', true]), investment: [] } }),
      'list-rows': { p1: { project: { statistics: { entered: values(['2022-05-16', true]) } } } },
      deadlines: { 'project-p1': { clocks: {} } },
    },
  },
  StatisticsInvestmentRecorded: {
    after: [registered(), COMMENCED],
    event: EXAMPLES.RecordStatisticsInvestment.event,
    shows: {
      ...card(2, { statistics: { entered: [], investment: values(['2022-04-30', yi(0.2)]) } }),
      deadlines: { 'project-p1': { clocks: {} } },
    },
  },
  ...POOL_CASES,
  ...MEASURE_CASES,
  ...BULLETIN_CASES,
  FileErased: {
    after: [registered(), COMMENCED],
    event: { ...FILE_EXAMPLES.EraseFile.event, stream: `file-${DOCUMENT.sha256}` },
    shows: { files: { [DOCUMENT.sha256!]: { attachedTo: ['project-p1'], erased: true } } },
  },
  // What a subscriber is granted and where it is told is read from its own stream.
  SubscriptionGranted: { after: [], event: onSubscriber(GRANTED), shows: {} },
  SubscriptionRevoked: { after: hooked, event: onSubscriber(SUBSCRIBER_EXAMPLES.RevokeSubscription.event), shows: {} },
  WebhookRegistered: { after: [onSubscriber(GRANTED)], event: onSubscriber(HOOKED), shows: {} },
  WebhookChanged: { after: hooked, event: onSubscriber(SUBSCRIBER_EXAMPLES.ChangeWebhook.event), shows: {} },
  WebhookSecretRotated: {
    after: hooked,
    event: onSubscriber(SUBSCRIBER_EXAMPLES.RotateWebhookSecret.event),
    shows: {},
  },
  WebhookPaused: {
    after: hooked,
    event: onSubscriber({ type: 'WebhookPaused', data: { webhook: 'new-webhook', cause: 'FAILING' } }),
    shows: {},
  },
  WebhookResumed: { after: hooked, event: onSubscriber(SUBSCRIBER_EXAMPLES.ResumeWebhook.event), shows: {} },
  WebhookRemoved: { after: hooked, event: onSubscriber(SUBSCRIBER_EXAMPLES.RemoveWebhook.event), shows: {} },
  PolicyAdopted: {
    after: [],
    event: stackingAdopted,
    shows: { policies: { stacking: { versions: [{ version: 1, rules: { alertFrom: 2 } }] } } },
  },
};

/** A year's figures are kept in a summary for each month; the table tells them in one piece. */
async function documentsOf(view: View, events: readonly Told<AnyEvent>[]): Promise<Map<string, object>> {
  const documents = new Map<string, object>();
  let days: Record<string, object> = {};
  for (const [key, document] of await viewed(view, recorded(events, scene)))
    if (!key.startsWith('year/2022/')) documents.set(key, document);
    else
      documents.set('year/2022', {
        days: (days = { ...days, ...(document as { days: Record<string, object> }).days }),
      });
  return documents;
}

/** The file that an event is the first of its stream to name: that much is true of every event with a document. */
function attaching(after: Case['after'], event: Case['event']): Readonly<Record<string, object>> {
  const names = ({ stream = scene.stream, data }: Case['event']) =>
    JSON.stringify(data).includes(DOCUMENT.sha256!) ? [stream] : [];
  const held = after.flatMap(names);
  const [stream] = names(event);
  if (stream === undefined || held.includes(stream)) return {};
  return { [DOCUMENT.sha256!]: { attachedTo: [...new Set([...held, stream])], erased: false } };
}

/** What an event tells to somebody, under its place in the log or the bulletin's own. */
function noticing(after: Case['after'], { type, stream = scene.stream }: Case['event']): Case['shows'][ViewName] {
  const notice = NOTICED[type];
  if (notice === undefined) return {};
  const revision = after.filter((event) => (event.stream ?? scene.stream) === stream).length;
  return { [stream.startsWith('bulletin-') ? stream : `${stream}.${revision}`]: notice };
}

/** Views of which a table of their own says what each event changes. */
const OF_EVERY_EVENT: {
  readonly [Name in ViewName]?: (...told: [Case['after'], Case['event']]) => object | undefined;
} = { files: attaching, inbox: noticing };

describe.each(Object.entries(TABLE))('%s', (type, { after, event, shows }) => {
  it('stands in its own row', () => {
    expect(event.type).toBe(type);
  });

  it.each(VIEWS.map((view) => [view.name as ViewName, view] as const))(
    'changes in %s what it should, and nothing else',
    async (name, view) => {
      const before = await documentsOf(view, after);
      const now = await documentsOf(view, [...after, event]);
      const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
        (key) => JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key)),
      );
      const expected = shows[name] ?? OF_EVERY_EVENT[name]?.(after, event) ?? {};
      expect(changed.sort()).toEqual(Object.keys(expected).sort());
      for (const [key, document] of Object.entries(expected))
        if (document === null) expect(now.has(key)).toBe(false);
        else expect(now.get(key)).toMatchObject(document);
    },
  );
});

describe('the views', () => {
  it('are those of the table', () => {
    const names: Record<ViewName, true> = {
      'project-cards': true,
      'list-rows': true,
      'project-names': true,
      plans: true,
      outline: true,
      'government-plans': true,
      compliance: true,
      blockers: true,
      tasks: true,
      approvals: true,
      preparation: true,
      'irregular-starts': true,
      postponements: true,
      coordinations: true,
      deadlines: true,
      inbox: true,
      units: true,
      'leading-group': true,
      policies: true,
      pools: true,
      measures: true,
      ledgers: true,
      lights: true,
      files: true,
      funding: true,
      bulletins: true,
    };
    expect(VIEWS.map(({ name }) => name).sort()).toEqual(Object.keys(names).sort());
  });
});

describe('a project that had ended before it was registered', () => {
  const ended = [registered('IN_SERVICE'), drafted, included, published, ENTERED, monthOpened];

  it('owes no month and waits for none', async () => {
    for (const view of VIEWS.filter(({ name }) => name === 'compliance' || name === 'deadlines')) {
      const documents = await documentsOf(view, ended);
      expect(documents.get(view.name === 'compliance' ? 'p1' : 'project-p1')).toMatchObject(
        view.name === 'compliance' ? { ended: true } : { clocks: {}, nextDueAt: NEVER },
      );
      expect(documents.has('month/2022-05')).toBe(false);
      expect(JSON.stringify(documents.get('project-p1') ?? {})).not.toContain('report/');
    }
  });
});

describe('a report', () => {
  const late = [
    ...owing,
    assigned,
    { type: 'ReportMissed', data: { month: '2022-05', dueAt, policyVersion: 1 } } as ProjectEvent,
    submitted(FIGURES, '2022-05', true),
    returned(),
    { ...submitted(FIGURES, '2022-05', true), recordedAt: '2022-05-30T02:00:00.000Z' },
  ];

  it('stays late and keeps the time of its first submission', async () => {
    const compliance = VIEWS.find(({ name }) => name === 'compliance')!;
    const documents = await documentsOf(compliance, late);
    expect(documents.get('p1')).toMatchObject({
      months: { '2022-05': { status: 'SUBMITTED', late: true, submittedAt: '2022-05-16T02:00:00.000Z' } },
    });
    expect(documents.get('month/2022-05')).toEqual(owedOf('authority', 'owed', 'reported', 'late'));
  });

  it('belongs to whoever led on the due day, whatever came later', async () => {
    const compliance = VIEWS.find(({ name }) => name === 'compliance')!;
    const to = (occurredOn: string): ProjectEvent => ({
      type: 'ResponsibilitiesAssigned',
      data: { occurredOn, responsibilities: { ...RESPONSIBILITIES, leadAuthority: 'successor' } },
    });
    const owed = async (event: ProjectEvent) =>
      (await documentsOf(compliance, [...owing, assigned, event])).get('month/2022-05');
    expect(await owed(to('2022-05-26'))).toEqual(owedOf('authority', 'owed', 'silent'));
    expect(await owed(to('2022-05-25'))).toEqual(owedOf('successor', 'owed', 'silent'));
  });
});

describe('amounts in another currency', () => {
  it('are on no sum', async () => {
    const rows = VIEWS.find(({ name }) => name === 'list-rows')!;
    const dollars = { ...registered(), data: { ...registered().data, currency: 'USD' } } as ProjectEvent;
    expect([...(await documentsOf(rows, [dollars, drafted, included])).keys()]).toEqual(['p1']);
  });
});
