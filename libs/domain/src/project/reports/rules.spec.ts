import fc from 'fast-check';
import {
  AUTHORITY,
  endorsedFirst,
  OFFICE,
  opened,
  planWith,
  policies,
  project,
  projectScene,
  REPORTER,
  yi,
} from '../../testing.js';
import {
  accepted,
  CANCELLED,
  COMMENCED,
  COMPLETED,
  MEMBER,
  EXAMPLES,
  FIGURES,
  IN_SERVICE,
  OPENING,
  raised,
  registered,
  returned,
  submit,
  submitted,
  SUSPENDED,
} from '../examples.js';
import type { Figures, ProjectEvent } from '../events.js';

const MISSED: ProjectEvent = {
  type: 'ReportMissed',
  data: { month: '2022-05', dueAt: '2022-05-25T16:00:00.000Z', policyVersion: 1 },
};

describe('who owes a report', () => {
  it('is no project that never entered the plan', () => {
    project.given(registered()).when(submit(FIGURES)).thenRefused('NO_REPORT_OWED', { month: '2022-05' });
  });

  it('is no project that was no member on the open day', () => {
    const others = { ...policies(), 'plan-2022': planWith(opened('2022-05', { owing: new Set(['p2']) })) };
    project
      .given(...MEMBER)
      .when(submit(FIGURES), { others })
      .thenRefused('NO_REPORT_OWED');
  });

  it.each([IN_SERVICE, CANCELLED])('is no project after $type', (event) => {
    project
      .given(...MEMBER, COMMENCED, COMPLETED, event)
      .when(submit(FIGURES))
      .thenRefused('NO_REPORT_OWED');
  });

  it('is a completed project that is not in service', () => {
    project
      .given(...MEMBER, COMMENCED, COMPLETED)
      .when(submit(FIGURES))
      .thenMatches({ type: 'ReportSubmitted' });
  });

  it('is nobody before the month opens', () => {
    project
      .given(...MEMBER)
      .when(submit(FIGURES, { month: '2022-06' }))
      .thenRefused('MONTH_NOT_OPEN', { month: '2022-06' });
  });

  it('is a member of an earlier year too, whose report comes in years later', () => {
    project
      .given(...MEMBER, MISSED)
      .when(submit(FIGURES), { now: '2024-07-01T02:00:00.000Z' })
      .thenMatches({ data: expect.objectContaining({ late: true }) as unknown });
  });
});

describe('figures', () => {
  const before = submitted({ month: yi(0.2), yearToDate: yi(0.5) }, '2022-04');
  const opening: ProjectEvent = { type: 'OpeningFiguresRecorded', data: OPENING };
  const others = { ...policies(), 'plan-2022': planWith(opened('2022-05'), opened('2022-06')) };

  it.each<[string, ProjectEvent[], number]>([
    ['nothing', [], 0],
    ['the opening figures', [opening], yi(0.3)],
    ['the month before, accepted or not', [opening, before], yi(0.5)],
    [
      'the last month that came in, over one that was missed',
      [opening, before, MISSED],
      yi(0.5), // asked for June
    ],
  ])('follow on %s', (_, given, previous) => {
    const month = given.includes(MISSED) ? '2022-06' : '2022-05';
    const followed = project.given(...MEMBER, ...given);
    const figures = { month: yi(0.1), yearToDate: previous + yi(0.1) };
    followed.when(submit(figures, { month }), { others }).thenMatches({ type: 'ReportSubmitted' });
    followed
      .when(submit({ ...figures, yearToDate: figures.yearToDate + 1 }, { month }), { others })
      .thenRefused('CUMULATIVE_DOES_NOT_FOLLOW', { expected: figures.yearToDate });
  });

  it('that do not follow need a reason', () => {
    project
      .given(...MEMBER, before)
      .when(submit({ month: yi(0.1), yearToDate: yi(0.4) }, { correctionReason: '上月多报' }))
      .thenMatches({ type: 'ReportSubmitted' });
  });

  it('that are negative need a reason', () => {
    const figures = { month: -yi(0.1), yearToDate: yi(0.4) };
    const given = project.given(...MEMBER, before);
    given.when(submit(figures)).thenRefused('NEGATIVE_MONTH_NEEDS_REASON');
    given.when(submit(figures, { correctionReason: '核减' })).thenMatches({ type: 'ReportSubmitted' });
  });

  it('above the total investment are taken, or the truth comes late', () => {
    project
      .given(...MEMBER, {
        type: 'TotalInvestmentChanged',
        data: { occurredOn: '2022-01-01', amount: yi(1), reason: null },
      })
      .when(submit({ month: yi(2), yearToDate: yi(2) }))
      .then(submitted({ month: yi(2), yearToDate: yi(2) }), {
        type: 'TotalInvestmentExceeded',
        data: { month: '2022-05', reported: yi(2), totalInvestment: yi(1) },
      });
  });

  it('are above it together with the years before, until figures come that are not', () => {
    const total: ProjectEvent = {
      type: 'TotalInvestmentChanged',
      data: { occurredOn: '2022-01-01', amount: OPENING.toLastYearEnd + yi(0.5), reason: null },
    };
    const given = [...MEMBER, total, opening];
    const reported = { month: yi(0.3), yearToDate: OPENING.yearToDate + yi(0.3) };
    project
      .given(...given)
      .when(submit(reported))
      .thenMatches({ type: 'ReportSubmitted' }, { type: 'TotalInvestmentExceeded' });
    const flagged = project.given(
      ...given,
      submitted(reported),
      {
        type: 'TotalInvestmentExceeded',
        data: { month: '2022-05', reported: 0, totalInvestment: 0 },
      },
      accepted(reported),
    );
    expect(flagged.state().reports['2022-05']).toMatchObject({ exceedsTotal: true });
    const less = { month: 0, yearToDate: OPENING.yearToDate };
    flagged
      .when({ type: 'AmendReport', month: '2022-05', figures: less, reason: '审计核定' })
      .thenMatches({ type: 'ReportAmended' });
    const amended = project.given(...given, submitted(reported), accepted(reported), EXAMPLES.AmendReport.event);
    expect(amended.state().reports['2022-05']).toMatchObject({ exceedsTotal: false });
  });

  it.each([
    { month: 0.5, yearToDate: 0 },
    { month: 0, yearToDate: Number.MAX_SAFE_INTEGER + 1 },
  ])('are whole 分: %j', (figures) => {
    project
      .given(...MEMBER)
      .when(submit(figures))
      .thenRefused('AMOUNT_OUT_OF_RANGE');
  });

  it('are taken exactly where the cumulative is the one before plus the month', () => {
    const amount = fc.integer({ min: 0, max: yi(100) });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: -3, max: 3 }), (previous, month, off) => {
        const { when } = project.given(...MEMBER, submitted({ month: 0, yearToDate: previous }, '2022-04'));
        const outcome = when(submit({ month, yearToDate: previous + month + off }));
        if (off === 0) outcome.thenMatches({ type: 'ReportSubmitted' });
        else outcome.thenRefused('CUMULATIVE_DOES_NOT_FOLLOW', { expected: previous + month });
      }),
    );
  });
});

describe('a suspended project', () => {
  const given = project.given(...MEMBER, COMMENCED, SUSPENDED);
  const nil: Figures = { month: 0, yearToDate: 0 };

  it('reports nil with its reason', () => {
    given.when(submit(nil, { nilReason: '停工' })).thenMatches({ type: 'ReportSubmitted' });
  });

  it.each([
    ['no reason', submit(nil)],
    ['an investment', submit(FIGURES, { nilReason: '停工' })],
  ])('reports nothing with %s', (_, command) => {
    given.when(command).thenRefused('SUSPENDED_REPORTS_NIL');
  });
});

describe('the blockers that a report names', () => {
  it('are those of the project', () => {
    const given = project.given(...MEMBER, raised('b1'));
    given.when(submit(FIGURES, { blockers: ['b1'] })).thenMatches({ type: 'ReportSubmitted' });
    given.when(submit(FIGURES, { blockers: ['b1', 'b2'] })).thenRefused('UNKNOWN_BLOCKER', { blocker: 'b2' });
  });
});

describe('punctuality', () => {
  const late = (expected: boolean) => ({ data: expect.objectContaining({ late: expected }) as unknown });

  it('is judged at the first submission: a repair does not make the report late, though it be late itself', () => {
    project
      .given(...MEMBER, submitted(FIGURES), returned())
      .when(submit(FIGURES), { now: '2022-05-27T02:00:00.000Z' })
      .thenMatches({ type: 'ReportRepairMissed' }, late(false));
  });

  it('is lost for good once the report was missed', () => {
    project
      .given(...MEMBER, MISSED)
      .when(submit(FIGURES))
      .thenMatches(late(true));
    project
      .given(...MEMBER, MISSED, submitted(FIGURES, '2022-05', true), returned())
      .when(submit(FIGURES))
      .thenMatches(late(true));
  });
});

describe('the review', () => {
  const ready = [...MEMBER, submitted(FIGURES)];
  const review = [EXAMPLES.ReturnReport.command, EXAMPLES.AcceptReport.command];

  it.each(review)('$type is not for whoever reported', (command) => {
    project
      .given(...ready)
      .when(command, { actor: REPORTER })
      .thenRefused('REVIEWER_IS_REPORTER', { month: '2022-05' });
  });

  it.each(review)('$type needs a report', (command) => {
    project
      .given(...MEMBER)
      .when(command, { actor: OFFICE })
      .thenRefused('UNKNOWN_REPORT');
  });

  it.each(review)('$type needs one that is pending', (command) => {
    for (const event of [returned(), MISSED])
      project
        .given(...ready, event)
        .when(command, { actor: OFFICE })
        .thenRefused('REPORT_NOT_PENDING');
  });

  it('gives two working days for the repair', () => {
    const returnedOn = (day: string, dueAt: string) =>
      project
        .given(...ready)
        .when(EXAMPLES.ReturnReport.command, { actor: OFFICE, now: `${day}T02:00:00.000Z` })
        .thenMatches({ data: expect.objectContaining({ repairDueAt: dueAt }) as unknown });
    returnedOn('2022-05-25', '2022-05-27T16:00:00.000Z');
    returnedOn('2022-06-02', '2022-06-07T16:00:00.000Z'); // Dragon Boat Festival and a weekend
  });

  it('accepts the figures that came last', () => {
    const repaired = { month: yi(0.3), yearToDate: yi(0.3) };
    project
      .given(...ready, returned(), submitted(repaired))
      .when(EXAMPLES.AcceptReport.command, { actor: OFFICE })
      .then(accepted(repaired));
  });
});

describe('a review that the lead authority begins', () => {
  const others = endorsedFirst;
  const endorsed = EXAMPLES.EndorseReport.event;
  const { command } = EXAMPLES.AcceptReport;

  it('ends with the office, once the authority has endorsed the report', () => {
    const ready = project.given(...MEMBER, submitted(FIGURES));
    ready.when(command, { actor: OFFICE, others }).thenRefused('REPORT_NOT_ENDORSED');
    ready.when(command, { actor: AUTHORITY, others }).thenRefused('OFFICE_ACCEPTS_LAST');
    const after = project.given(...MEMBER, submitted(FIGURES), endorsed);
    after.when(command, { actor: OFFICE, others }).then(accepted(FIGURES));
    after.when(command, { actor: AUTHORITY, others }).thenRefused('OFFICE_ACCEPTS_LAST');
  });

  it.each([
    ['repaired', [returned(), submitted(FIGURES)]],
    ['amended', [accepted(FIGURES), EXAMPLES.AmendReport.event]],
  ])('begins anew where the report was %s', (_, events) => {
    project
      .given(...MEMBER, submitted(FIGURES), endorsed, ...events)
      .when(command, { actor: OFFICE, others })
      .thenRefused('REPORT_NOT_ENDORSED');
  });

  it('is not begun by whoever reported, nor without a report that waits', () => {
    const endorse = EXAMPLES.EndorseReport.command;
    project
      .given(...MEMBER, submitted(FIGURES))
      .when(endorse, { actor: REPORTER })
      .thenRefused('REVIEWER_IS_REPORTER');
    project
      .given(...MEMBER)
      .when(endorse, { actor: AUTHORITY })
      .thenRefused('UNKNOWN_REPORT');
    project
      .given(...MEMBER, submitted(FIGURES), returned())
      .when(endorse, { actor: AUTHORITY })
      .thenRefused('REPORT_NOT_PENDING');
  });
});

describe('the year-end supplement', () => {
  const supplement = { opensAt: '2022-12-25T16:00:00.000Z', dueAt: '2023-01-10T16:00:00.000Z' };
  const others = { ...projectScene.others, 'plan-2022': planWith(opened('2022-12', { supplement })) };
  const figures = { month: yi(0.2), yearToDate: yi(0.2) };
  const amend = { type: 'AmendReport', month: '2022-12', figures, reason: '年末补报' } as const;
  const given = project.given(...MEMBER, submitted(FIGURES, '2022-12'), accepted(FIGURES, '2022-12'));
  const reported = (late: boolean) => ({ type: 'SupplementReported', data: { month: '2022-12', late } });

  it.each([
    ['2022-12-25T15:59:59.999Z', []],
    ['2022-12-25T16:00:00.000Z', [reported(false)]],
    ['2023-01-10T15:59:59.999Z', [reported(false)]],
    ['2023-01-10T16:00:00.000Z', [reported(true)]],
  ])('is an amendment of December, at %s', (now, expected) => {
    given.when(amend, { now, others }).thenMatches({ type: 'ReportAmended' }, ...expected);
  });
});

describe('an accepted report', () => {
  const given = project.given(...MEMBER, submitted(FIGURES), accepted(FIGURES));

  it('is only amended', () => {
    given.when(submit(FIGURES)).thenRefused('REPORT_ACCEPTED', { month: '2022-05' });
  });

  it('that was amended waits again while the accepted figures stand', () => {
    const { reports } = project
      .given(...MEMBER, submitted(FIGURES), accepted(FIGURES), EXAMPLES.AmendReport.event)
      .state();
    expect(reports['2022-05']).toMatchObject({
      status: 'SUBMITTED',
      accepted: FIGURES,
      figures: { month: yi(0.2), yearToDate: yi(0.2) },
    });
  });
});

describe('an amendment', () => {
  const { command } = EXAMPLES.AmendReport;

  it('needs a report that was accepted', () => {
    project
      .given(...MEMBER)
      .when(command)
      .thenRefused('UNKNOWN_REPORT');
    for (const event of [submitted(FIGURES), MISSED])
      project
        .given(...MEMBER, event)
        .when(command)
        .thenRefused('REPORT_NOT_ACCEPTED');
  });
});

describe('a report of the month that counts to its due day', () => {
  it('keeps the cut-off that was fixed when the month opened', () => {
    const others = { ...projectScene.others, 'plan-2022': planWith(opened('2022-05', { cutOff: '2022-05-25' })) };
    project
      .given(...MEMBER)
      .when(submit(FIGURES), { others })
      .thenMatches({ data: expect.objectContaining({ cutOff: '2022-05-25' }) as unknown });
  });
});

describe('the safety flag', () => {
  const issue = '深基坑监测超限';

  it('is recorded beside the report, and ends with a submission that has none', () => {
    project
      .given(...MEMBER)
      .when(submit(FIGURES, { safetyIssue: issue }))
      .then(submitted(FIGURES), { type: 'SafetyIssueReported', data: { month: '2022-05', issue } });
    const flagged: ProjectEvent[] = [
      ...MEMBER,
      submitted(FIGURES),
      { type: 'SafetyIssueReported', data: { month: '2022-05', issue } },
    ];
    expect(project.given(...flagged).state().reports['2022-05']).toMatchObject({ safetyIssue: issue });
    const again = project.given(...flagged, returned(), submitted(FIGURES)).state();
    expect(again.reports['2022-05']).toMatchObject({ safetyIssue: null });
  });
});
