import { OFFICE, project } from '../../testing.js';
import type { ProjectCommand } from '../commands.js';
import { COMMENCED, EXAMPLES, registered } from '../examples.js';
import type { StageCommand } from './commands.js';
import { STATUSES, type ProjectEvent, type Status } from '../events.js';

type Stage = StageCommand['type'];
type Answer = Extract<ProjectEvent['type'], string> | Parameters<ReturnType<typeof outcomeOf>['thenRefused']>[0];

const outcomeOf = (status: Status, command: ProjectCommand) =>
  project.given(registered(status)).when(command, { actor: OFFICE });

/** What each stage is answered with in each status: its event, or why not. */
const TABLE: Record<Stage, Record<Status, Answer>> = {
  ReserveProject: {
    CONCEIVED: 'ProjectReserved',
    RESERVED: 'PROJECT_NOT_CONCEIVED',
    PRELIMINARY: 'PROJECT_NOT_CONCEIVED',
    PLANNED_START: 'PROJECT_NOT_CONCEIVED',
    UNDER_CONSTRUCTION: 'PROJECT_NOT_CONCEIVED',
    SUSPENDED: 'PROJECT_SUSPENDED',
    COMPLETED: 'PROJECT_NOT_CONCEIVED',
    IN_SERVICE: 'PROJECT_ENDED',
    CANCELLED: 'PROJECT_ENDED',
  },
  BeginPreliminaryWork: {
    CONCEIVED: 'PROJECT_NOT_RESERVED',
    RESERVED: 'PreliminaryWorkBegun',
    PRELIMINARY: 'PROJECT_NOT_RESERVED',
    PLANNED_START: 'PROJECT_NOT_RESERVED',
    UNDER_CONSTRUCTION: 'PROJECT_NOT_RESERVED',
    SUSPENDED: 'PROJECT_SUSPENDED',
    COMPLETED: 'PROJECT_NOT_RESERVED',
    IN_SERVICE: 'PROJECT_ENDED',
    CANCELLED: 'PROJECT_ENDED',
  },
  RecordCommencement: {
    CONCEIVED: 'CommencementRecorded',
    RESERVED: 'CommencementRecorded',
    PRELIMINARY: 'CommencementRecorded',
    PLANNED_START: 'CommencementRecorded',
    UNDER_CONSTRUCTION: 'PROJECT_ALREADY_STARTED',
    SUSPENDED: 'PROJECT_SUSPENDED',
    COMPLETED: 'PROJECT_ALREADY_STARTED',
    IN_SERVICE: 'PROJECT_ENDED',
    CANCELLED: 'PROJECT_ENDED',
  },
  Suspend: {
    CONCEIVED: 'PROJECT_NOT_STARTED',
    RESERVED: 'PROJECT_NOT_STARTED',
    PRELIMINARY: 'PROJECT_NOT_STARTED',
    PLANNED_START: 'PROJECT_NOT_STARTED',
    UNDER_CONSTRUCTION: 'SuspensionReported',
    SUSPENDED: 'PROJECT_SUSPENDED',
    COMPLETED: 'PROJECT_COMPLETED',
    IN_SERVICE: 'PROJECT_ENDED',
    CANCELLED: 'PROJECT_ENDED',
  },
  Resume: {
    CONCEIVED: 'PROJECT_NOT_SUSPENDED',
    RESERVED: 'PROJECT_NOT_SUSPENDED',
    PRELIMINARY: 'PROJECT_NOT_SUSPENDED',
    PLANNED_START: 'PROJECT_NOT_SUSPENDED',
    UNDER_CONSTRUCTION: 'PROJECT_NOT_SUSPENDED',
    SUSPENDED: 'ResumptionReported',
    COMPLETED: 'PROJECT_NOT_SUSPENDED',
    IN_SERVICE: 'PROJECT_ENDED',
    CANCELLED: 'PROJECT_ENDED',
  },
  Complete: {
    CONCEIVED: 'PROJECT_NOT_STARTED',
    RESERVED: 'PROJECT_NOT_STARTED',
    PRELIMINARY: 'PROJECT_NOT_STARTED',
    PLANNED_START: 'PROJECT_NOT_STARTED',
    UNDER_CONSTRUCTION: 'ProjectCompleted',
    SUSPENDED: 'PROJECT_SUSPENDED',
    COMPLETED: 'PROJECT_COMPLETED',
    IN_SERVICE: 'PROJECT_ENDED',
    CANCELLED: 'PROJECT_ENDED',
  },
  PutInService: {
    CONCEIVED: 'PROJECT_NOT_COMPLETED',
    RESERVED: 'PROJECT_NOT_COMPLETED',
    PRELIMINARY: 'PROJECT_NOT_COMPLETED',
    PLANNED_START: 'PROJECT_NOT_COMPLETED',
    UNDER_CONSTRUCTION: 'PROJECT_NOT_COMPLETED',
    SUSPENDED: 'PROJECT_SUSPENDED',
    COMPLETED: 'ProjectPutInService',
    IN_SERVICE: 'PROJECT_ENDED',
    CANCELLED: 'PROJECT_ENDED',
  },
  Cancel: {
    CONCEIVED: 'ProjectCancelled',
    RESERVED: 'ProjectCancelled',
    PRELIMINARY: 'ProjectCancelled',
    PLANNED_START: 'ProjectCancelled',
    UNDER_CONSTRUCTION: 'ProjectCancelled',
    SUSPENDED: 'ProjectCancelled',
    COMPLETED: 'ProjectCancelled',
    IN_SERVICE: 'PROJECT_ENDED',
    CANCELLED: 'PROJECT_ENDED',
  },
};

describe.each(Object.entries(TABLE) as [Stage, Record<Status, Answer>][])('%s', (stage, answers) => {
  const { command, event } = EXAMPLES[stage];

  it.each(STATUSES.map((status) => [status, answers[status]] as const))('while %s: %s', (status, answer) => {
    const outcome = outcomeOf(status, command);
    if (answer === event.type) outcome.then(event);
    else outcome.thenRefused(answer, { status });
  });
});

describe('a stage that happened before the one that the project is in', () => {
  it('takes a correction, or it would be recorded and change nothing', () => {
    project
      .given(registered('PLANNED_START', '2022-01-01'), COMMENCED)
      .when({ ...EXAMPLES.Cancel.command, occurredOn: '2022-02-28' }, { actor: OFFICE })
      .thenRefused('STAGE_BEFORE_CURRENT', { status: 'UNDER_CONSTRUCTION', since: '2022-03-01' });
  });

  it('is told from one of the same day, which is the later one', () => {
    const given = project.given(registered('PLANNED_START', '2022-01-01'), COMMENCED);
    given
      .when({ ...EXAMPLES.Cancel.command, occurredOn: '2022-03-01' }, { actor: OFFICE })
      .thenMatches({ type: 'ProjectCancelled' });
  });
});

describe('a start that is recorded late', () => {
  it('holds from the day on which it was', () => {
    const { status } = project.given(registered('PLANNED_START', '2022-01-01'), COMMENCED).state();
    expect(status.map(({ on, value }) => [on, value])).toEqual([
      ['2022-01-01', 'PLANNED_START'],
      ['2022-03-01', 'UNDER_CONSTRUCTION'],
    ]);
  });
});
