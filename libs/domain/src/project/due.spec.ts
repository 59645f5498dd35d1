import { OFFICE, opened, planWith, policies, project, version, yi } from '../testing.js';
import { DEFAULT_POLICIES } from '../policy/defaults.js';
import type { Level } from '../policy/escalation.js';
import {
  CANCELLED,
  COMMENCED,
  COMPLETED,
  MEMBER,
  EXAMPLES,
  FIGURES,
  IN_SERVICE,
  raised,
  registered,
  RESOLVED,
  returned,
  submit,
  submitted,
  SUSPENDED,
} from './examples.js';
import type { ProjectEvent } from './events.js';

const TICK = { type: 'Tick' } as const;
const missed = (month: string, dueAt: string, policyVersion = 1): ProjectEvent => ({
  type: 'ReportMissed',
  data: { month, dueAt, policyVersion },
});
const MAY = missed('2022-05', '2022-05-25T16:00:00.000Z');
const JUNE = missed('2022-06', '2022-06-25T16:00:00.000Z');
const mayAndJune = { ...policies(), 'plan-2022': planWith(opened('2022-05'), opened('2022-06')) };

const escalated = (
  from: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER',
  to: 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP',
  arrivedAt: string,
  clock: { dueAt: string; warnsAt: string | null },
): ProjectEvent => ({
  type: 'BlockerEscalated',
  data: {
    blocker: 'b1',
    from,
    to,
    cause: 'TIME_OVER',
    outcome: null,
    arrivedAt,
    policyVersion: 1,
    clock: { ...clock, policyVersion: 1 },
  },
});
/** Raised on Monday 16 May 2022; 3 June is the Dragon Boat Festival. */
const TO_L2 = escalated('L1_LEGAL_ENTITY', 'L2_SECTOR_AUTHORITY', '2022-05-23T16:00:00.000Z', {
  dueAt: '2022-05-31T16:00:00.000Z',
  warnsAt: '2022-05-30T16:00:00.000Z',
});
const TO_L3 = escalated('L2_SECTOR_AUTHORITY', 'L3_DISTRICT_LEADER', '2022-05-31T16:00:00.000Z', {
  dueAt: '2022-06-13T16:00:00.000Z',
  warnsAt: '2022-06-10T16:00:00.000Z',
});
const TO_L4 = escalated('L3_DISTRICT_LEADER', 'L4_LEADING_GROUP', '2022-06-13T16:00:00.000Z', {
  dueAt: '2022-07-14T16:00:00.000Z',
  warnsAt: null,
});
const warned = (level: Level, dueAt: string): ProjectEvent => ({
  type: 'BlockerWarned',
  data: { blocker: 'b1', level, dueAt, policyVersion: 1 },
});
const WARNED_L1 = warned('L1_LEGAL_ENTITY', '2022-05-23T16:00:00.000Z');
const WARNED_L2 = warned('L2_SECTOR_AUTHORITY', '2022-05-31T16:00:00.000Z');
const WARNED_L3 = warned('L3_DISTRICT_LEADER', '2022-06-13T16:00:00.000Z');
const flagged = (months: number): ProjectEvent => ({
  type: 'BlockerOverdueAtTop',
  data: {
    ...{ blocker: 'b1', months, policyVersion: 1 },
    clock: { dueAt: `2022-${String(months + 7).padStart(2, '0')}-14T16:00:00.000Z`, warnsAt: null, policyVersion: 1 },
  },
});

describe('a report that has not come', () => {
  it('is missed from the 26th on, in Shanghai', () => {
    project
      .given(...MEMBER)
      .when(TICK, { now: '2022-05-25T15:59:59.999Z' })
      .thenNothing();
    project
      .given(...MEMBER)
      .when(TICK, { now: '2022-05-25T16:00:00.000Z' })
      .then(MAY);
  });

  it('is missed once', () => {
    project
      .given(...MEMBER, MAY)
      .when(TICK, { now: '2022-05-26T00:00:00.000Z' })
      .thenNothing();
  });

  it('is missed when somebody asks for anything else', () => {
    project
      .given(...MEMBER)
      .when(EXAMPLES.RenameProject.command, { actor: OFFICE, now: '2022-05-26T00:00:00.000Z' })
      .then(MAY, EXAMPLES.RenameProject.event);
  });

  it('is missed before it is submitted late', () => {
    const submission = submitted(FIGURES, '2022-05', true);
    project
      .given(...MEMBER)
      .when(submit(FIGURES), { now: '2022-05-25T16:00:00.000Z' })
      .then(MAY, submission);
    project
      .given(...MEMBER)
      .when(submit(FIGURES), { now: '2022-05-25T15:59:59.999Z' })
      .then(submitted(FIGURES));
  });

  it('names the due time and the rules that were fixed for the month', () => {
    const dueAt = '2022-05-20T16:00:00.000Z';
    const others = { ...policies(), 'plan-2022': planWith(opened('2022-05', { dueAt, policyVersion: 3 })) };
    project
      .given(...MEMBER)
      .when(TICK, { now: '2022-06-01T00:00:00.000Z', others })
      .then(missed('2022-05', dueAt, 3));
  });

  it.each([submitted(FIGURES), returned()])('is none any more after $type', (event) => {
    project
      .given(...MEMBER, submitted(FIGURES), event)
      .when(TICK, { now: '2022-06-01T00:00:00.000Z' })
      .thenSatisfies((events) => expect(events.map(({ type }) => type)).not.toContain('ReportMissed'));
  });

  it('is owed by a suspended project as well, though it be nil', () => {
    project
      .given(...MEMBER, COMMENCED, SUSPENDED)
      .when(TICK, { now: '2022-05-26T00:00:00.000Z' })
      .then(MAY);
  });

  it.each([
    ['never entered the plan', [registered()], 'p1'],
    ['was no member on the open day', MEMBER, 'p2'],
    ['was put in service', [...MEMBER, COMMENCED, COMPLETED, IN_SERVICE], 'p1'],
    ['was cancelled', [...MEMBER, CANCELLED], 'p1'],
  ])('is not owed by a project that %s', (_, given, owing) => {
    const others = { ...policies(), 'plan-2022': planWith(opened('2022-05', { owing: new Set([owing]) })) };
    project
      .given(...given)
      .when(TICK, { now: '2022-07-01T00:00:00.000Z', others })
      .thenNothing();
  });

  it('was owed until the day on which the end is recorded', () => {
    project
      .given(...MEMBER)
      .when(EXAMPLES.Cancel.command, { actor: OFFICE, now: '2022-05-26T00:00:00.000Z' })
      .then(MAY, CANCELLED);
  });
});

describe('a returned report', () => {
  const given = project.given(...MEMBER, submitted(FIGURES), returned());
  const repairMissed: ProjectEvent = {
    type: 'ReportRepairMissed',
    data: { month: '2022-05', dueAt: '2022-05-18T16:00:00.000Z', policyVersion: 1 },
  };

  it('that is not repaired within its own days is missed, once', () => {
    given.when(TICK, { now: '2022-05-18T15:59:59.999Z' }).thenNothing();
    given.when(TICK, { now: '2022-05-18T16:00:00.000Z' }).then(repairMissed);
    project
      .given(...MEMBER, submitted(FIGURES), returned(), repairMissed)
      .when(TICK, { now: '2022-06-01T00:00:00.000Z' })
      .thenNothing();
  });

  it('is missed before it is repaired late', () => {
    given.when(submit(FIGURES), { now: '2022-05-19T00:00:00.000Z' }).then(repairMissed, submitted(FIGURES));
  });

  it.each<[string, ProjectEvent]>([
    ['was repaired', submitted(FIGURES)],
    ['is of a project that ended', CANCELLED],
  ])('is not missed where it %s', (_, event) => {
    project
      .given(...MEMBER, submitted(FIGURES), returned(), event)
      .when(TICK, { now: '2022-06-01T00:00:00.000Z' })
      .thenNothing();
  });
});

describe('after a standstill', () => {
  const now = '2022-07-01T00:00:00.000Z';

  it('everything that fell due comes in the order in which it did, each with its true time', () => {
    project
      .given(...MEMBER, raised('b1'))
      .when(TICK, { now, others: mayAndJune })
      .then(WARNED_L1, TO_L2, MAY, WARNED_L2, TO_L3, WARNED_L3, TO_L4, JUNE);
  });

  it('of years nothing is forgotten', () => {
    project
      .given(...MEMBER)
      .when(TICK, { now: '2025-07-01T00:00:00.000Z', others: mayAndJune })
      .then(MAY, JUNE);
  });

  it('what came in meanwhile is not missed', () => {
    project
      .given(...MEMBER, submitted({ month: 0, yearToDate: yi(0.1) }))
      .when(TICK, { now, others: mayAndJune })
      .then(JUNE);
  });
});

describe('a blocker whose level lets its time pass', () => {
  it('climbs at the end of the last working day', () => {
    const given = project.given(registered(), raised('b1'), WARNED_L1);
    given.when(TICK, { now: '2022-05-23T15:59:59.999Z' }).thenNothing();
    given.when(TICK, { now: '2022-05-23T16:00:00.000Z' }).then(TO_L2);
  });

  it('is warned when three quarters of its working days are over, rounded up, once', () => {
    project.given(registered(), raised('b1')).when(TICK, { now: '2022-05-20T15:59:59.999Z' }).thenNothing();
    project.given(registered(), raised('b1')).when(TICK, { now: '2022-05-20T16:00:00.000Z' }).then(WARNED_L1);
    project.given(registered(), raised('b1'), WARNED_L1).when(TICK, { now: '2022-05-22T00:00:00.000Z' }).thenNothing();
  });

  it('climbs through every level and stays at the highest, which is flagged from month to month', () => {
    const climb = [WARNED_L1, TO_L2, WARNED_L2, TO_L3, WARNED_L3, TO_L4];
    project
      .given(registered(), raised('b1'))
      .when(TICK, { now: '2022-07-14T15:59:59.999Z' })
      .then(...climb);
    project
      .given(registered(), raised('b1'), ...climb)
      .when(TICK, { now: '2022-09-14T16:00:00.000Z' })
      .then(flagged(1), flagged(2), flagged(3));
    project
      .given(registered(), raised('b1'), ...climb, flagged(1))
      .when(TICK, { now: '2022-08-14T15:59:59.999Z' })
      .thenNothing();
  });

  it('stays where it is once it is resolved', () => {
    project
      .given(registered(), raised('b1'), { ...RESOLVED, data: { ...RESOLVED.data, blocker: 'b1' } })
      .when(TICK, { now: '2023-01-01T00:00:00.000Z' })
      .thenNothing();
  });

  it('climbs before the holder can escalate it', () => {
    project
      .given(registered(), raised('b1'))
      .when({ ...EXAMPLES.EscalateBlocker.command, blocker: 'b1' }, { now: '2022-05-24T00:00:00.000Z' })
      .thenRefused('LEVEL_NOT_HELD', { level: 'L2_SECTOR_AUTHORITY' });
  });

  it.each([
    ['cancelled', [CANCELLED]],
    ['in service', [COMMENCED, COMPLETED, IN_SERVICE]],
  ])('climbs no more once its project is %s', (_, end) => {
    project
      .given(...MEMBER, raised('b1'), ...end)
      .when(TICK, { now: '2022-07-26T00:00:00.000Z' })
      .thenNothing();
  });

  it('climbs beside the others, each by its own clock', () => {
    const at = '2022-05-20T16:00:00.000Z';
    project
      .given(registered(), raised('b1'), WARNED_L1, raised('b2', at, null))
      .when(TICK, { now: '2022-05-24T00:00:00.000Z' })
      .thenMatches({ data: expect.objectContaining({ blocker: 'b2', arrivedAt: at }) as object }, TO_L2);
  });
});

describe('a level that begins under new rules', () => {
  const { rules } = DEFAULT_POLICIES.escalation;
  const shorter = { ...rules, workingDays: { ...rules.workingDays, L1_LEGAL_ENTITY: 1, L2_SECTOR_AUTHORITY: 2 } };
  const others = {
    ...policies({ escalation: [version(1, '2022-01-01', rules), version(2, '2022-05-20', shorter)] }),
    'plan-2022': planWith(),
  };

  it('takes those in force on its arrival, while a running clock keeps its own', () => {
    project
      .given(registered(), raised('b1'), WARNED_L1)
      .when(TICK, { now: '2022-05-24T00:00:00.000Z', others })
      .then({
        ...TO_L2,
        // A quarter of two days is no day: nothing is left to warn of.
        data: { ...TO_L2.data, clock: { dueAt: '2022-05-26T16:00:00.000Z', warnsAt: null, policyVersion: 2 } },
      } as ProjectEvent);
  });

  it('names the rules that made it climb', () => {
    const clock = { dueAt: '2022-05-26T16:00:00.000Z', warnsAt: null, policyVersion: 2 };
    project
      .given(registered(), raised('b1'), { ...TO_L2, data: { ...TO_L2.data, clock } } as ProjectEvent)
      .when(TICK, { now: '2022-05-26T16:00:00.000Z', others })
      .thenMatches({
        data: expect.objectContaining({ policyVersion: 2, arrivedAt: clock.dueAt, to: 'L3_DISTRICT_LEADER' }) as object,
      });
  });
});
