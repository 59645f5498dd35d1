import { DOCUMENT, OFFICE, project } from '../../testing.js';
import { assignedTask, CANCELLED, EXAMPLES, registered, reportedTask } from '../examples.js';
import type { ProjectEvent } from '../events.js';

const TICK = { type: 'Tick' } as const;
const overdue = (dueAt = '2022-05-20T16:00:00.000Z', unit = 'helper'): ProjectEvent => ({
  type: 'TaskOverdue',
  data: { task: 'new-task', unit, dueAt },
});
const open = [registered(), assignedTask()];
const LATER = '2022-06-30T00:00:00.000Z';

describe('a task that nobody reported', () => {
  it('is overdue when its day is over, and not a moment before', () => {
    const given = project.given(...open);
    given.when(TICK, { now: '2022-05-20T15:59:59.999Z' }).thenNothing();
    given.when(TICK, { now: '2022-05-20T16:00:00.000Z' }).then(overdue());
    given.when(TICK, { now: LATER }).then(overdue());
  });

  it('is overdue once', () => {
    project
      .given(...open, overdue())
      .when(TICK, { now: LATER })
      .thenNothing();
  });

  it('is overdue again after it was given another day', () => {
    const again = overdue('2022-05-31T16:00:00.000Z');
    for (const before of [[], [overdue()]])
      project
        .given(...open, ...before, EXAMPLES.RescheduleTask.event)
        .when(TICK, { now: LATER })
        .then(again);
  });

  it('is overdue at the unit that has it by then', () => {
    project
      .given(...open, EXAMPLES.ReassignTask.event)
      .when(TICK, { now: LATER })
      .then(overdue('2022-05-20T16:00:00.000Z', 'keeper'));
  });

  it('is overdue before it can be reported in time', () => {
    project
      .given(...open)
      .when(EXAMPLES.ReportTask.command, { actor: OFFICE, now: '2022-05-20T16:00:00.000Z' })
      .thenMatches(overdue(), { type: 'TaskReported' });
  });
});

describe('a task that waits for nobody', () => {
  it.each([
    ['reported', [reportedTask()]],
    ['closed', [reportedTask(), EXAMPLES.CloseTask.event]],
    ['cancelled', [EXAMPLES.CancelTask.event]],
    ['of a project that was cancelled', [CANCELLED]],
  ])('because it is %s is never overdue', (_, events) => {
    project
      .given(...open, ...events)
      .when(TICK, { now: LATER })
      .thenNothing();
  });

  it('waits again once it is returned', () => {
    project
      .given(...open, reportedTask(), EXAMPLES.ReturnTask.event)
      .when(TICK, { now: LATER })
      .then(overdue('2022-05-27T16:00:00.000Z'));
  });

  it('was overdue after all where its project was never cancelled', () => {
    const voided: ProjectEvent = {
      type: 'FactCorrected',
      data: {
        ...{ corrects: 'x', revision: 2, originalType: 'ProjectCancelled', original: { ...CANCELLED.data } },
        ...{ replacement: null, since: '2022-05-12', stages: { started: false, ended: false }, reason: '误录' },
        ...{ document: DOCUMENT, correction: null },
      },
    };
    project
      .given(...open, CANCELLED, voided)
      .when(TICK, { now: LATER })
      .then(overdue());
  });
});
