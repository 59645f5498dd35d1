import { LEVELS } from '../../policy/escalation.js';
import { COLLEAGUE, DOCUMENT, OFFICE, planWith, policies, project, REPORTER } from '../../testing.js';
import { INITIAL_UNIT } from '../../unit/state.js';
import {
  assignedTask,
  CANCELLED,
  coordinated,
  COMMENCED,
  COMPLETED,
  EXAMPLES,
  HELD,
  IN_SERVICE,
  raised,
  raisedAt,
  registered,
  reportedTask,
  RESOLVED,
} from '../examples.js';
import type { ProjectEvent } from '../events.js';

const { command: hold } = EXAMPLES.HoldCoordination;
const given = [registered(), raisedAt('L2_SECTOR_AUTHORITY')];
const statusAfter = (...events: ProjectEvent[]) => project.given(...events).state().blockers['new-blocker']!.status;
const ESCALATED = { ...EXAMPLES.EscalateBlocker.event } as ProjectEvent;

describe('a coordination', () => {
  it.each([
    ['L1_LEGAL_ENTITY', 'LEGAL_ENTITY'],
    ['L2_SECTOR_AUTHORITY', 'SECTOR_AUTHORITY'],
    ['L3_DISTRICT_LEADER', 'DISTRICT_LEADER'],
    ['L4_LEADING_GROUP', 'LEADING_GROUP'],
  ] as const)('of %s is told by %s or the office, and by no other level', (level, role) => {
    for (const other of ['LEGAL_ENTITY', 'SECTOR_AUTHORITY', 'DISTRICT_LEADER', 'LEADING_GROUP', 'LG_OFFICE']) {
      const outcome = project
        .given(registered(), raisedAt(level))
        .when({ ...hold, level }, { actor: { ...OFFICE, role: other } });
      if (other === role || other === 'LG_OFFICE') outcome.thenMatches({ type: 'CoordinationHeld' });
      else outcome.thenRefused('COORDINATION_OF_OTHER_LEVEL', { level });
    }
  });

  it('skips no level: none above the one that the matter has reached', () => {
    for (const held of LEVELS)
      for (const level of LEVELS) {
        const outcome = project.given(registered(), raisedAt(held)).when({ ...hold, level }, { actor: OFFICE });
        if (level > held) outcome.thenRefused('LEVEL_NOT_REACHED', { level, reached: held });
        else outcome.thenMatches({ type: 'CoordinationHeld' });
      }
  });

  it('was not held at a level before the matter came there', () => {
    const escalated = project.given(registered(), raised(), ESCALATED);
    escalated.when({ ...hold, occurredOn: '2022-05-15' }, { actor: OFFICE }).thenRefused('LEVEL_NOT_REACHED');
    escalated.when(hold, { actor: OFFICE }).thenMatches({ type: 'CoordinationHeld' });
  });

  it('at the first level may have spoken of a matter before anybody raised it', () => {
    project
      .given(registered(), raised())
      .when({ ...hold, occurredOn: '2022-05-02', level: 'L1_LEGAL_ENTITY' }, { actor: OFFICE })
      .thenMatches({ type: 'CoordinationHeld' });
  });

  it('names no blocker of another project, and may name none', () => {
    project
      .given(registered())
      .when({ ...hold, blockers: ['constructor'] }, { actor: OFFICE })
      .thenRefused('UNKNOWN_BLOCKER');
    project
      .given(registered())
      .when({ ...hold, blockers: [] }, { actor: OFFICE })
      .thenMatches({ type: 'CoordinationHeld' });
  });

  it('on the same day with other minutes is another one', () => {
    project
      .given(...given, coordinated())
      .when({ ...hold, minutes: { ...DOCUMENT, docNo: '示例〔2022〕2号' } }, { actor: OFFICE })
      .thenMatches({ type: 'CoordinationHeld' });
  });
});

describe('what a coordination names', () => {
  it('is being coordinated where its level has it', () => {
    expect(statusAfter(...given, coordinated())).toBe('COORDINATING');
    expect(statusAfter(...given, coordinated('L1_LEGAL_ENTITY'))).toBe('RAISED');
  });

  it('begins anew at the next level', () => {
    expect(statusAfter(registered(), raised(), coordinated('L1_LEGAL_ENTITY'), ESCALATED)).toBe('RAISED');
  });

  it.each([
    ['ON_HOLD', HELD],
    ['RESOLVED', RESOLVED],
  ] as const)('stays %s', (status, event) => {
    const told = [registered(), raised(), event, coordinated('L1_LEGAL_ENTITY')];
    expect(statusAfter(...told)).toBe(status);
  });

  it('keeps its clock', () => {
    const { blockers } = project.given(...given, coordinated()).state();
    expect(blockers['new-blocker']!.clock).toEqual(raised().data.clock);
  });
});

describe('a coordination that was not so', () => {
  const correct = (revision: number, replacement: object | null): ProjectEvent => ({
    type: 'FactCorrected',
    data: {
      ...{ corrects: 'x', revision, originalType: 'CoordinationHeld', original: { ...coordinated().data } },
      ...{ replacement: replacement && { ...coordinated().data, ...replacement }, since: '2022-05-16', stages: null },
      ...{ reason: '误录', document: DOCUMENT, correction: null },
    },
  });

  it('moved nothing', () => {
    expect(statusAfter(...given, coordinated(), correct(2, null))).toBe('ACCEPTED');
    expect(statusAfter(...given, coordinated(), correct(2, { blockers: [] }))).toBe('ACCEPTED');
    expect(statusAfter(...given, coordinated(), correct(2, { occurredOn: '2022-05-15' }))).toBe('COORDINATING');
  });

  it('leaves what another one of the level moved', () => {
    expect(statusAfter(...given, coordinated(), coordinated(), correct(2, null))).toBe('COORDINATING');
  });

  it('is corrected by its own rule, also when the matter is solved', () => {
    const told = project.given(...given, coordinated(), { ...RESOLVED });
    const [, , corrects] = told.state().facts.keys();
    const correction = { type: 'CorrectFact', reason: '误录', document: DOCUMENT } as const;
    const replacement = { command: 'HoldCoordination', fields: { ...hold, occurredOn: '2022-05-17' } };
    told.when({ ...correction, corrects: corrects!, replacement }, { actor: OFFICE }).thenRefused('FACT_IN_FUTURE');
    told
      .when({ ...correction, corrects: corrects!, replacement: null }, { actor: OFFICE })
      .thenMatches({ type: 'FactCorrected' });
  });
});

describe('a task', () => {
  const { command: assign } = EXAMPLES.AssignTask;
  const { command: report } = EXAMPLES.ReportTask;
  const open = project.given(registered(), assignedTask());
  const reported = project.given(registered(), assignedTask(), reportedTask());

  it('is due at the end of a day that is not over', () => {
    const due = (dueOn: string) => project.given(registered()).when({ ...assign, dueOn });
    due('2022-05-16').thenMatches({ data: expect.objectContaining({ dueAt: '2022-05-16T16:00:00.000Z' }) as object });
    due('2022-05-15').thenRefused('TASK_DUE_IN_PAST', { field: 'dueOn', today: '2022-05-16' });
    for (const type of ['ReturnTask', 'RescheduleTask'] as const)
      (type === 'ReturnTask' ? reported : open)
        .when({ ...EXAMPLES[type].command, dueOn: '2022-05-15' }, { actor: OFFICE })
        .thenRefused('TASK_DUE_IN_PAST');
  });

  it('for a blocker is assigned while that is open', () => {
    const about = { ...assign, blocker: 'new-blocker' };
    project.given(registered(), raised()).when(about).thenMatches({ type: 'TaskAssigned' });
    project.given(registered()).when(about).thenRefused('UNKNOWN_BLOCKER');
    project.given(registered(), raised(), RESOLVED).when(about).thenRefused('BLOCKER_NOT_OPEN');
  });

  it.each([
    ['cancelled', [CANCELLED]],
    ['in service', [COMMENCED, COMPLETED, IN_SERVICE]],
  ])('is not assigned for a project that is %s, while an old one is still reported', (_, end) => {
    project
      .given(registered(), ...end)
      .when(assign)
      .thenRefused('PROJECT_ENDED');
    project
      .given(registered(), assignedTask(), ...end)
      .when(report, { actor: OFFICE })
      .thenMatches({ type: 'TaskReported' });
  });

  it('goes to no unit that was merged or is only sent copies', () => {
    const merged = { on: '2022-05-01', revision: 1, value: 'successor' };
    for (const [unit, code] of [
      [{ ...INITIAL_UNIT, merged }, 'UNIT_MERGED'],
      [{ ...INITIAL_UNIT, kind: 'COPIED' }, 'COPIED_UNIT_HOLDS_NO_PLACE'],
    ] as const) {
      const others = { ...policies(), 'plan-2022': planWith(), 'unit-helper': unit, 'unit-keeper': unit };
      project.given(registered()).when(assign, { others }).thenRefused(code);
      open.when(EXAMPLES.ReassignTask.command, { actor: OFFICE, others }).thenRefused(code);
    }
  });

  it('is reported by its unit or the office', () => {
    open.when(report, { actor: REPORTER }).thenRefused('TASK_OF_OTHER_UNIT', { unit: 'helper' });
    open.when(report, { actor: OFFICE }).thenMatches({ type: 'TaskReported' });
    const moved = project.given(registered(), assignedTask(), EXAMPLES.ReassignTask.event);
    moved.when(report, { actor: EXAMPLES.ReportTask.by }).thenRefused('TASK_OF_OTHER_UNIT', { unit: 'keeper' });
  });

  it('that was overdue is reported late', () => {
    open
      .when(report, { actor: OFFICE, now: '2022-05-21T02:00:00.000Z' })
      .thenMatches({ type: 'TaskOverdue' }, { data: expect.objectContaining({ late: true }) as object });
  });

  it('is closed or returned by someone other than who reported it', () => {
    for (const type of ['CloseTask', 'ReturnTask'] as const) {
      reported.when(EXAMPLES[type].command, { actor: REPORTER }).thenRefused('TASK_JUDGE_IS_REPORTER');
      reported.when(EXAMPLES[type].command, { actor: COLLEAGUE }).thenMatches(EXAMPLES[type].event);
      open.when(EXAMPLES[type].command, { actor: COLLEAGUE }).thenRefused('TASK_NOT_REPORTED');
    }
  });

  it('that waits to be judged moves no more, but can be cancelled', () => {
    for (const type of ['ReassignTask', 'RescheduleTask'] as const)
      reported.when(EXAMPLES[type].command, { actor: OFFICE }).thenRefused('TASK_REPORTED');
    reported.when(EXAMPLES.CancelTask.command, { actor: OFFICE }).thenMatches({ type: 'TaskCancelled' });
  });

  it('that has ended stays so', () => {
    const closed = project.given(registered(), assignedTask(), reportedTask(), EXAMPLES.CloseTask.event);
    for (const type of ['ReportTask', 'ReassignTask', 'RescheduleTask', 'CancelTask'] as const)
      closed.when(EXAMPLES[type].command, { actor: OFFICE }).thenRefused('TASK_ENDED');
    closed.when(EXAMPLES.ReturnTask.command, { actor: OFFICE }).thenRefused('TASK_NOT_REPORTED');
  });

  it('of another name is none', () => {
    for (const type of ['ReportTask', 'ReturnTask', 'CloseTask', 'ReassignTask', 'CancelTask'] as const)
      open.when({ ...EXAMPLES[type].command, task: 'constructor' }, { actor: OFFICE }).thenRefused('UNKNOWN_TASK');
  });
});
