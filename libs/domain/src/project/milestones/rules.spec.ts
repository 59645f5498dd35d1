import { DOCUMENT, planWith, policies, project } from '../../testing.js';
import type { ProjectEvent } from '../events.js';
import { COMMENCED, COMPLETED, completionPlanned, ENTERED, EXAMPLES, registered, SUSPENDED } from '../examples.js';

const TICK = { type: 'Tick' } as const;
/** No month was opened. */
const others = { ...policies(), 'plan-2022': planWith() };
const STRUCTURE: ProjectEvent = {
  type: 'MilestonesScheduled',
  data: { occurredOn: '2022-01-01', dates: { STRUCTURE_DONE: '2022-06-30', COMMISSIONING: '2022-12-31' } },
};
const given = [registered(), ENTERED, completionPlanned('2022-09-30'), STRUCTURE];
const overdue = (milestone: 'STRUCTURE_DONE' | 'COMPLETION' | 'COMMISSIONING', plannedOn: string): ProjectEvent => ({
  type: 'MilestoneOverdue',
  data: { milestone, plannedOn },
});
const STRUCTURE_LATE = overdue('STRUCTURE_DONE', '2022-06-30');
const LATER = '2023-01-01T00:00:00.000Z';

describe('a milestone of a project under construction', () => {
  it('is overdue when its planned day is over, and once', () => {
    const started = [...given, COMMENCED];
    project
      .given(...started)
      .when(TICK, { now: '2022-06-30T15:59:59.999Z', others })
      .thenNothing();
    project
      .given(...started)
      .when(TICK, { now: '2022-06-30T16:00:00.000Z', others })
      .then(STRUCTURE_LATE);
    project
      .given(...started, STRUCTURE_LATE)
      .when(TICK, { now: LATER, others })
      .then(overdue('COMPLETION', '2022-09-30'), overdue('COMMISSIONING', '2022-12-31'));
  });

  it('is so while construction stands still, and can be again on another day', () => {
    const moved: ProjectEvent = {
      type: 'MilestoneRescheduled',
      data: {
        ...{ occurredOn: '2022-07-01', milestone: 'STRUCTURE_DONE', from: '2022-06-30', to: '2022-08-31' },
        ...{ reason: '停工', document: null },
      },
    };
    project
      .given(...given, COMMENCED, SUSPENDED, STRUCTURE_LATE, moved)
      .when(TICK, { now: '2022-08-31T16:00:00.000Z', others })
      .then(overdue('STRUCTURE_DONE', '2022-08-31'));
  });

  it('is met by its own record, or by the stage that comes with it', () => {
    project
      .given(...given, COMMENCED, EXAMPLES.RecordMilestoneMet.event)
      .when(TICK, { now: '2022-08-31T16:00:00.000Z', others })
      .thenNothing();
    project
      .given(...given, COMMENCED, COMPLETED)
      .when(TICK, { now: LATER, others })
      .then(overdue('COMMISSIONING', '2022-12-31'));
  });

  it('that was over before the project entered a plan, or before it has begun, is nobody’s', () => {
    project
      .given(registered('UNDER_CONSTRUCTION'), STRUCTURE, { ...ENTERED, recordedAt: '2022-06-30T16:00:00.000Z' })
      .when(TICK, { now: '2022-07-01T00:00:00.000Z', others })
      .thenNothing();
    project
      .given(...given)
      .when(TICK, { now: LATER, others })
      .thenNothing();
  });
});

describe('that a milestone was met', () => {
  const { command } = EXAMPLES.RecordMilestoneMet;

  it('is refused of the structure before the start of construction, and not of the design', () => {
    project.given(registered('PLANNED_START')).when(command).thenRefused('PROJECT_NOT_STARTED');
    project
      .given(registered('PRELIMINARY'))
      .when({ ...command, milestone: 'DESIGN_START', document: null })
      .thenMatches({ type: 'MilestoneMet' });
  });

  it('says something new on an earlier day alone', () => {
    const known = project.given(registered('UNDER_CONSTRUCTION'), EXAMPLES.RecordMilestoneMet.event);
    known.when({ ...command, occurredOn: '2022-05-15', document: DOCUMENT }).thenMatches({ type: 'MilestoneMet' });
    known.when({ ...command, document: null }).thenNothing();
  });
});
