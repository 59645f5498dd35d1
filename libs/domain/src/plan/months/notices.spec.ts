import { assignable, plan, planScene, policies, project, version } from '../../testing.js';
import { DEFAULT_POLICIES } from '../../policy/defaults.js';
import { MEMBER, registered, submitted } from '../../project/samples.js';
import type { ProjectState } from '../../project/state.js';
import { monthEnded, published, ready as drafted } from '../examples.js';
import type { MonthEvent, PlanEvent } from '../events.js';

const TICK = { type: 'Tick' } as const;
/** No end of a month comes in between. */
const ready = [...drafted, monthEnded('2022-12')];
const DUE = '2022-05-25T16:00:00.000Z';
const opening = plan.given(...ready, published('2022-05', '2022-05-14T16:00:00.000Z'));

/** May as it was opened, with what is told of it. */
const MAY = (() => {
  const found: PlanEvent[] = [];
  opening.when(TICK, { now: '2022-05-14T16:00:00.000Z' }).thenSatisfies((events) => {
    found.push(...(events as PlanEvent[]));
  });
  return found[0]!;
})();
const given = plan.given(...ready, published('2022-05'), MAY);
const about = (at: string) => ({ year: 2022, month: '2022-05', at, policyVersion: 1 });
const reminded = (at: string, ...projects: string[]): MonthEvent => ({
  type: 'ReportsReminded',
  data: { ...about(at), dueAt: DUE, units: projects.length > 0 ? [{ unit: 'builder', projects }] : [] },
});
const lapsed = (at: string): MonthEvent => ({ type: 'ReminderLapsed', data: about(at) });
const escalated = (to: 'SECTOR_AUTHORITY' | 'LG_OFFICE', at: string, ...projects: string[]): MonthEvent => ({
  type: 'SilenceEscalated',
  data: { ...about(at), to, units: projects.length > 0 ? [{ unit: 'authority', projects }] : [] },
});
const [FIRST, SECOND, THIRD, LAST] = [
  '2022-05-14T16:00:00.000Z',
  '2022-05-18T01:00:00.000Z',
  '2022-05-24T01:00:00.000Z',
  '2022-05-25T01:00:00.000Z',
] as const;
const [TO_AUTHORITY, TO_OFFICE] = ['2022-05-26T01:00:00.000Z', '2022-05-30T01:00:00.000Z'] as const;
const TOLD = [FIRST, SECOND, THIRD, LAST].map((at) => reminded(at, 'p1', 'p2'));

/** A member that reported May at an instant. */
const reportedAt = (recordedAt: string): ProjectState =>
  project.given(...MEMBER, { ...submitted({ month: 0, yearToDate: 0 }), recordedAt }).state();
const withP1 = (state: ProjectState) => ({ ...planScene.others, 'project-p1': state });

describe('a reminder', () => {
  it('names the units from which nothing has come, at its very moment and once', () => {
    opening.when(TICK, { now: FIRST }).then(MAY, reminded(FIRST, 'p1', 'p2'));
    given.when(TICK, { now: FIRST }).then(reminded(FIRST, 'p1', 'p2'));
    const after = plan.given(...ready, published('2022-05'), MAY, TOLD[0]!);
    after.when(TICK, { now: '2022-05-18T00:59:59.999Z' }).thenNothing();
    after.when(TICK, { now: SECOND }).then(TOLD[1]!);
  });

  it('leaves out who has reported, and is recorded where nobody is left to remind', () => {
    const after = plan.given(...ready, published('2022-05'), MAY, TOLD[0]!, TOLD[1]!);
    after.when(TICK, { now: THIRD, others: withP1(reportedAt(SECOND)) }).then(reminded(THIRD, 'p2'));
    const both = { ...withP1(reportedAt(SECOND)), 'project-p2': reportedAt(SECOND) };
    after.when(TICK, { now: THIRD, others: both }).then(reminded(THIRD));
  });

  it('that is noticed late is still given, until the next one has come', () => {
    const after = plan.given(...ready, published('2022-05'), MAY, TOLD[0]!);
    after.when(TICK, { now: '2022-05-24T00:59:59.999Z' }).then(TOLD[1]!);
    after.when(TICK, { now: THIRD }).then(lapsed(SECOND), TOLD[2]!);
  });

  it('is not given any more once the report is due', () => {
    const after = plan.given(...ready, published('2022-05'), MAY, TOLD[0]!, TOLD[1]!, TOLD[2]!);
    after.when(TICK, { now: DUE }).then(lapsed(LAST));
  });

  it('goes to the unit that reports today, and to nobody for a project that ended', () => {
    const ended = project
      .given(...MEMBER, { type: 'ProjectCancelled', data: { occurredOn: '2022-05-14', reason: '终止' } } as never)
      .state();
    given.when(TICK, { now: FIRST, others: withP1(ended) }).then(reminded(FIRST, 'p2'));
    given.when(TICK, { now: FIRST, others: withP1(assignable({ legalEntity: null })) }).then({
      type: 'ReportsReminded',
      data: {
        ...about(FIRST),
        dueAt: DUE,
        units: [
          { unit: null, projects: ['p1'] },
          { unit: 'builder', projects: ['p2'] },
        ],
      },
    });
  });
});

describe('silence', () => {
  const after = plan.given(...ready, published('2022-05'), MAY, ...TOLD);

  it('goes to the authority on the next working day and to the office on the third', () => {
    after.when(TICK, { now: '2022-05-26T00:59:59.999Z' }).thenNothing();
    after.when(TICK, { now: TO_AUTHORITY }).then(escalated('SECTOR_AUTHORITY', TO_AUTHORITY, 'p1', 'p2'));
    after
      .when(TICK, { now: TO_OFFICE })
      .then(escalated('SECTOR_AUTHORITY', TO_AUTHORITY, 'p1', 'p2'), escalated('LG_OFFICE', TO_OFFICE, 'p1', 'p2'));
  });

  it('is told as it was at its own moment, however late it is noticed', () => {
    after
      .when(TICK, { now: '2022-06-10T00:00:00.000Z', others: withP1(reportedAt('2022-05-27T00:00:00.000Z')) })
      .then(escalated('SECTOR_AUTHORITY', TO_AUTHORITY, 'p1', 'p2'), escalated('LG_OFFICE', TO_OFFICE, 'p2'));
  });

  it('of nobody is told as well, so that every month shows that it was looked at', () => {
    const both = { ...withP1(reportedAt(SECOND)), 'project-p2': reportedAt(SECOND) };
    after.when(TICK, { now: TO_AUTHORITY, others: both }).then(escalated('SECTOR_AUTHORITY', TO_AUTHORITY));
  });
});

describe('a member without a named reporter', () => {
  const nobody = project.given(registered()).state();
  const missed: MonthEvent = {
    type: 'ReportersMissed',
    data: { ...about(FIRST), units: [{ unit: null, projects: ['p1'] }] },
  };
  const unnamed = { ...assignable({ reporter: null }) };

  it('is told to the lead authority when the month opens, once, ahead of the reminder', () => {
    const data = { ...about(FIRST), units: [{ unit: 'authority', projects: ['p1'] }] };
    given
      .when(TICK, { now: FIRST, others: withP1(unnamed) })
      .then({ type: 'ReportersMissed', data }, reminded(FIRST, 'p1', 'p2'));
    plan
      .given(...ready, published('2022-05'), MAY, { type: 'ReportersMissed', data }, TOLD[0]!)
      .when(TICK, { now: FIRST, others: withP1(unnamed) })
      .thenNothing();
  });

  it('is told where no authority is known either', () => {
    given.when(TICK, { now: FIRST, others: withP1(nobody) }).thenSatisfies((events) => {
      expect(events[0]).toEqual(missed);
    });
  });
});

describe('December', () => {
  const december = { ...planScene.others, ...policies() };
  const given = plan.given(...ready, published('2022-12'));

  it('fixes when it may be supplemented, and tells when that begins', () => {
    given.when(TICK, { now: '2022-12-25T16:00:00.000Z', others: december }).thenSatisfies((events) => {
      const [first] = events as PlanEvent[];
      const window = { opensAt: '2022-12-25T16:00:00.000Z', dueAt: '2023-01-10T16:00:00.000Z' };
      expect(first).toMatchObject({ type: 'ReportingMonthOpened', data: { supplement: window } });
      expect(events.at(-1)).toEqual({
        type: 'SupplementOpened',
        data: { year: 2022, month: '2022-12', at: window.opensAt, dueAt: window.dueAt, policyVersion: 1 },
      });
    });
  });
});

describe('a month whose days no calendar covers', () => {
  const { 2022: known } = DEFAULT_POLICIES.calendar.rules.years;
  const { 2023: next } = DEFAULT_POLICIES.calendar.rules.years;
  const without = version(1, '2022-01-01', { years: { 2022: known! } });
  const knowing = (from: string) => ({
    ...planScene.others,
    ...policies({ calendar: [without, version(2, from, { years: { 2022: known!, 2023: next! } })] }),
  });
  const given = plan.given(...ready, published('2023-01'));
  const alarm: PlanEvent = {
    type: 'CalendarYearMissed',
    data: { year: 2022, month: '2023-01', missing: 2023, calendarVersion: 1 },
  };

  it('raises an alarm instead of opening, once', () => {
    const others = { ...planScene.others, ...policies({ calendar: [without] }) };
    given.when(TICK, { now: '2023-01-14T15:59:59.999Z', others }).thenNothing();
    given.when(TICK, { now: '2023-01-14T16:00:00.000Z', others }).then(alarm);
    plan
      .given(...ready, published('2023-01'), alarm)
      .when(TICK, { now: '2023-03-01T00:00:00.000Z', others })
      .thenNothing();
  });

  it('opens on the first day on which there is one', () => {
    plan
      .given(...ready, published('2023-01'), alarm)
      .when(TICK, { now: '2023-01-20T00:00:00.000Z', others: knowing('2023-01-19') })
      .thenSatisfies((events) => {
        expect(events[0]).toMatchObject({
          type: 'ReportingMonthOpened',
          data: { opensAt: '2023-01-18T16:00:00.000Z', dueAt: '2023-01-25T16:00:00.000Z', calendarVersion: 2 },
        });
      });
  });

  it('is owed by nobody where it was over by then', () => {
    plan
      .given(...ready, published('2023-01'), alarm)
      .when(TICK, { now: '2023-02-03T00:00:00.000Z', others: knowing('2023-02-02') })
      .thenMatches({ data: expect.objectContaining({ month: '2023-01', owing: [], notices: [] }) as object });
  });
});

describe('a month in which preliminary projects do not report', () => {
  it('is owed by the others only', () => {
    const rules = { ...DEFAULT_POLICIES['monthly-report'].rules, preliminaryEvery: 3 };
    const others = { ...planScene.others, ...policies({ 'monthly-report': [version(1, '2022-01-01', rules)] }) };
    const opened = (now: string, month: string, owing: string[]) =>
      plan
        .given(...ready, published(month))
        .when(TICK, { now, others })
        .thenSatisfies(([first]) => {
          expect(first).toMatchObject({ data: { month, owing } });
        });
    opened('2022-05-14T16:00:00.000Z', '2022-05', ['p1']);
    opened('2022-06-14T16:00:00.000Z', '2022-06', ['p1', 'p2']);
  });
});

describe('the bulletin on a month', () => {
  const monthly = (cadence: 'NONE' | 'MONTHLY' | 'QUARTERLY') => ({
    others: {
      ...planScene.others,
      ...policies({ bulletins: [version(3, '2022-01-01', { cadence, daysAfterReports: 10 })] }),
    },
  });
  /** The month as it opens under a cadence, after what happened before. */
  const openedUnder = (month: string, cadence: 'NONE' | 'MONTHLY' | 'QUARTERLY', ...before: PlanEvent[]) => {
    const found: PlanEvent[] = [];
    plan
      .given(...ready, published(month), ...before)
      .when(TICK, { now: `${month}-14T16:00:00.000Z`, ...monthly(cadence) })
      .thenSatisfies((events) => void found.push(events[0] as PlanEvent));
    return [...ready, published(month), ...before, found[0]!];
  };
  const owed = (events: readonly PlanEvent[]) =>
    plan
      .given(...events)
      .state()
      .months.flatMap(({ notices }) => notices.filter(({ kind }) => kind === 'BULLETIN'));
  const LATE = '2022-06-04T16:00:00.000Z';
  const issued: PlanEvent = { type: 'BulletinNoted', data: { year: 2022, month: '2022-05', bulletin: 'b1' } };

  it('is owed where the rules set a cadence, ten days after the last report', () => {
    expect(owed(openedUnder('2022-05', 'MONTHLY'))).toEqual([{ kind: 'BULLETIN', at: LATE, policyVersion: 3 }]);
    expect(owed(openedUnder('2022-06', 'QUARTERLY'))).toHaveLength(1);
    expect(owed(openedUnder('2022-05', 'QUARTERLY'))).toEqual([]);
    expect(owed(openedUnder('2022-05', 'NONE'))).toEqual([]);
  });

  it('is missed at that very moment, once', () => {
    const given = openedUnder('2022-05', 'MONTHLY');
    const missed: PlanEvent = {
      type: 'BulletinDue',
      data: { year: 2022, month: '2022-05', at: LATE, policyVersion: 3 },
    };
    const types = (now: string, ...more: PlanEvent[]) => {
      const found: string[] = [];
      plan
        .given(...given, ...more)
        .when(TICK, { now })
        .thenSatisfies((events) => void found.push(...events.map(({ type }) => type)));
      return found;
    };
    expect(types('2022-06-04T15:59:59.999Z')).not.toContain('BulletinDue');
    expect(types(LATE).at(-1)).toBe('BulletinDue');
    plan
      .given(...given, missed)
      .when(TICK, { now: LATE })
      .thenNothing();
  });

  it('that was issued is owed no more, be it before the month opened', () => {
    expect(owed([...openedUnder('2022-05', 'MONTHLY'), issued])).toEqual([]);
    expect(owed(openedUnder('2022-05', 'MONTHLY', issued))).toEqual([]);
  });
});
