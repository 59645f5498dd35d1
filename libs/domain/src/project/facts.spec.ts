import { DETAILS, OFFICE, project, RESPONSIBILITIES, yi } from '../testing.js';
import type { ProjectCommand } from './commands.js';
import { ENTERED, OPENING, registered } from './examples.js';
import type { Milestone, ProjectEvent } from './events.js';

const at = { actor: OFFICE };

describe('details', () => {
  const renamed: ProjectEvent = {
    type: 'ProjectDetailsChanged',
    data: { occurredOn: '2022-03-01', changes: { name: '示例大道' } },
  };

  it('that hold that very day are left out of the event', () => {
    project
      .given(registered(), renamed)
      .when({ type: 'ChangeDetails', occurredOn: '2022-03-01', changes: { name: '示例大道', town: '另一镇' } }, at)
      .then({ type: 'ProjectDetailsChanged', data: { occurredOn: '2022-03-01', changes: { town: '另一镇' } } });
  });

  it('that are not named are not touched', () => {
    project
      .given(registered())
      .when({ type: 'ChangeDetails', occurredOn: '2022-03-01', changes: { name: undefined, town: undefined } }, at)
      .thenNothing();
  });

  it('become unknown from a day on, which is a fact too', () => {
    project
      .given(registered())
      .when({ type: 'ChangeDetails', occurredOn: '2022-03-01', changes: { town: null } }, at)
      .then({ type: 'ProjectDetailsChanged', data: { occurredOn: '2022-03-01', changes: { town: null } } });
  });

  it('may be told late, between facts that are known', () => {
    const { details } = project
      .given(registered(), renamed, {
        type: 'ProjectDetailsChanged',
        data: { occurredOn: '2022-02-01', changes: { name: '示例小路' } },
      })
      .state();
    expect(details.name.map(({ on, value }) => [on, value])).toEqual([
      ['2022-01-01', DETAILS.name],
      ['2022-02-01', '示例小路'],
      ['2022-03-01', '示例大道'],
    ]);
  });
});

describe('a value that holds already, told of another day', () => {
  const told: [ProjectEvent, ProjectCommand][] = [
    [
      { type: 'TotalInvestmentChanged', data: { occurredOn: '2022-02-01', amount: yi(5), reason: null } },
      { type: 'ChangeTotalInvestment', occurredOn: '2022-03-01', amount: yi(5), reason: null },
    ],
    [
      { type: 'SourcePhaseReported', data: { occurredOn: '2022-02-01', phase: 'Design' } },
      { type: 'ReportSourcePhase', occurredOn: '2022-03-01', phase: 'Design' },
    ],
    [
      {
        type: 'ResponsibilitiesAssigned',
        data: { occurredOn: '2022-02-01', responsibilities: RESPONSIBILITIES },
      },
      { type: 'AssignResponsibilities', occurredOn: '2022-03-01', responsibilities: RESPONSIBILITIES },
    ],
    [
      { type: 'MilestonesScheduled', data: { occurredOn: '2022-02-01', dates: { COMPLETION: '2023-01-01' } } },
      { type: 'ScheduleMilestones', occurredOn: '2022-03-01', dates: { COMPLETION: '2023-01-01' } },
    ],
  ];

  it.each(told)('is recorded, because its neighbour may move: %j', (event, command) => {
    project.given(registered(), event).when(command, at).thenMatches({ type: event.type });
  });
});

describe('the total investment', () => {
  it.each([0.5, Number.MAX_SAFE_INTEGER + 1])('is never %d', (amount) => {
    project
      .given(registered())
      .when({ type: 'ChangeTotalInvestment', occurredOn: '2022-03-01', amount, reason: null }, at)
      .thenRefused('AMOUNT_OUT_OF_RANGE', { field: 'amount' });
  });

  it.each([null, -1, 0])('may be stated as %d, however little sense it makes', (amount) => {
    project
      .given(registered())
      .when({ type: 'ChangeTotalInvestment', occurredOn: '2022-03-01', amount, reason: null }, at)
      .thenMatches({ type: 'TotalInvestmentChanged' });
  });
});

describe('responsibilities', () => {
  const open = { ...RESPONSIBILITIES, legalEntity: null };
  const assign = { type: 'AssignResponsibilities', occurredOn: '2022-03-01', responsibilities: open } as const;

  it.each(['CONCEIVED', 'RESERVED', 'PRELIMINARY'] as const)('may be left open while %s', (status) => {
    project.given(registered(status)).when(assign, at).thenMatches({ type: 'ResponsibilitiesAssigned' });
  });

  it.each(['responsibleUnit', 'legalEntity', 'leadAuthority'] as const)(
    'must name the %s of a planned start',
    (place) => {
      project
        .given(registered('PLANNED_START'))
        .when({ ...assign, responsibilities: { ...RESPONSIBILITIES, [place]: null } }, at)
        .thenRefused('PLACES_LEFT_OPEN');
    },
  );
});

describe('milestones', () => {
  const scheduled: ProjectEvent = {
    type: 'MilestonesScheduled',
    data: { occurredOn: '2022-01-01', dates: { COMMENCEMENT: '2022-06-30', COMPLETION: null } },
  };
  const schedule = (dates: Partial<Record<Milestone, string | null>>) =>
    ({ type: 'ScheduleMilestones', occurredOn: '2022-03-01', dates }) as const;

  it('move freely before the project is in a plan', () => {
    project
      .given(registered(), scheduled)
      .when(schedule({ COMMENCEMENT: '2022-09-30' }), at)
      .thenMatches({ type: 'MilestonesScheduled' });
  });

  it.each(['2022-09-30', null])('that a member agreed on move to %s only with a reason', (date) => {
    project
      .given(registered(), scheduled, ENTERED)
      .when(schedule({ COMMENCEMENT: date }), at)
      .thenRefused('RESCHEDULE_NEEDS_REASON', { milestone: 'COMMENCEMENT', agreed: '2022-06-30' });
  });

  it('of a member are set for the first time without a reason', () => {
    project
      .given(registered(), scheduled, ENTERED)
      .when(schedule({ COMPLETION: '2023-12-31', COMMISSIONING: '2024-03-31' }), at)
      .thenMatches({ type: 'MilestonesScheduled' });
  });

  it('are not moved before they are scheduled', () => {
    project
      .given(registered(), scheduled)
      .when(
        {
          type: 'RescheduleMilestone',
          occurredOn: '2022-03-01',
          milestone: 'STRUCTURE_DONE',
          to: '2022-09-30',
          reason: '用地未批',
          document: null,
        },
        at,
      )
      .thenRefused('MILESTONE_NOT_SCHEDULED', { milestone: 'STRUCTURE_DONE' });
  });
});

describe('opening figures', () => {
  it('of one year stand once recorded', () => {
    project
      .given(registered(), { type: 'OpeningFiguresRecorded', data: OPENING })
      .when({ type: 'RecordOpeningFigures', ...OPENING, yearToDate: yi(0.4) }, at)
      .thenRefused('OPENING_FIGURES_EXIST', { year: 2022 });
  });

  it.each(['yearToDate', 'toLastYearEnd'] as const)('have no negative %s', (field) => {
    project
      .given(registered())
      .when({ type: 'RecordOpeningFigures', ...OPENING, [field]: -1 }, at)
      .thenRefused('AMOUNT_OUT_OF_RANGE', { field });
  });
});

describe('the echo of a plan', () => {
  const enter = (year: number, sourceRevision: number) =>
    ({
      type: 'EnterPlan',
      year,
      category: 'NEW_START',
      annualInvestment: yi(1),
      monthlyTargets: null,
      sourceRevision,
    }) as const;

  it('that comes after a later one changes nothing', () => {
    project.given(registered(), ENTERED).when(enter(2022, 2)).thenNothing();
  });

  it.each([
    [2022, 4, 'PlanEntryChanged'],
    [2023, 0, 'PlanEntered'],
  ])('of %d at revision %d is news: %s', (year, revision, type) => {
    project.given(registered(), ENTERED).when(enter(year, revision)).thenMatches({ type });
  });

  it('from which it was taken out lets it enter again, and leaves alone a project that was never in', () => {
    const leave = { type: 'LeavePlan', year: 2022, sourceRevision: 4 } as const;
    const left = { type: 'PlanLeft', data: { year: 2022, sourceRevision: 4 } } as const;
    project.given(registered()).when(leave).thenNothing();
    project.given(registered(), ENTERED, left).when(enter(2022, 4)).thenNothing();
    project.given(registered(), ENTERED, left).when(enter(2022, 5)).thenMatches({ type: 'PlanEntered' });
  });
});
