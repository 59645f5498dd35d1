import { idAt } from '#libs/event-sourcing/testing';
import { DEFAULT_POLICIES } from '../../policy/defaults.js';
import type { LightRules } from '../../policy/lights.js';
import { DOCUMENT, judged, OFFICE, planWith, policies, project } from '../../testing.js';
import type { JudgedMonth } from '../../plan/state.js';
import type { ProjectEvent } from '../events.js';
import { CANCELLED, COMMENCED, EXAMPLES, MEMBER, startPlanned } from '../examples.js';
import { EXCUSED } from './examples.js';
import type { Light, Lights } from './events.js';
import { lightsOn } from './shown.js';

const TICK = { type: 'Tick' } as const;
const MAY_ENDS = '2022-05-31T16:00:00.000Z';
const LATE = '2022-09-10T00:00:00.000Z';
const overdue = (plannedStart: string): ProjectEvent => ({ type: 'StartOverdue', data: { plannedStart } });
/** A member that did not start on the planned day, which was said already. */
const MEMBER_TO_START = [...MEMBER, startPlanned('2022-05-20'), overdue('2022-05-20')];

const ended = (...months: JudgedMonth[]) => ({ ...policies(), 'plan-2022': { ...planWith(), judgedMonths: months } });
const MAY_TO_AUGUST = ended(...['2022-05', '2022-06', '2022-07', '2022-08'].map((month) => judged(month)));
const others = MAY_TO_AUGUST;

const startLight = (colour: Light['colour'], monthEnds: number): Lights => ({
  START: { colour, note: null, inputs: { plannedStart: '2022-05-20', monthEnds } },
});
const changed = (month: string, lights: Lights, policyVersion = 1): ProjectEvent => ({
  type: 'ProgressLightChanged',
  data: { year: 2022, month, lights, overall: Object.values(lights)[0]?.colour ?? null, policyVersion },
});
const YELLOW = changed('2022-05', startLight('YELLOW', 1));
const RED = changed('2022-07', startLight('RED', 3));

describe('the lights of a member', () => {
  const given = project.given(...MEMBER_TO_START);

  it('are judged at the end of the month in Shanghai, not a moment earlier', () => {
    given.when(TICK, { now: '2022-05-31T15:59:59.999Z', others: ended() }).thenNothing();
    given.when(TICK, { now: MAY_ENDS, others: ended(judged('2022-05')) }).then(YELLOW);
  });

  it('are recorded once, and again only when they are others', () => {
    project
      .given(...MEMBER_TO_START, YELLOW)
      .when(TICK, { now: '2022-07-10T00:00:00.000Z', others: ended(judged('2022-05'), judged('2022-06')) })
      .thenNothing();
    given.when(TICK, { now: LATE, others }).then(YELLOW, RED);
  });

  it('are judged before whatever is asked next', () => {
    project
      .given(...MEMBER_TO_START)
      .when(
        { type: 'RecordCommencement', occurredOn: '2022-05-30', document: DOCUMENT },
        { actor: OFFICE, now: '2022-06-02T00:00:00.000Z', others: ended(judged('2022-05')) },
      )
      .thenMatches(YELLOW, { type: 'CommencementRecorded' });
  });

  it('never run backwards: what was recorded after the end of a month shows at the next one', () => {
    const late = '2022-06-02T00:00:00.000Z';
    const rescheduled: ProjectEvent = {
      type: 'MilestoneRescheduled',
      data: {
        occurredOn: '2022-04-01',
        milestone: 'COMMENCEMENT',
        from: null,
        to: '2022-04-20',
        reason: '更正',
        document: null,
      },
    };
    const recordedLate = project.given(
      ...[...MEMBER_TO_START, YELLOW],
      { ...rescheduled, recordedAt: late },
      { ...overdue('2022-04-20'), recordedAt: late },
    );
    recordedLate.when(TICK, { now: late, others: ended(judged('2022-05')) }).thenNothing();
    recordedLate
      .when(TICK, { now: LATE, others: ended(judged('2022-05'), judged('2022-06')) })
      .thenMatches({ data: expect.objectContaining({ month: '2022-06', overall: 'RED' }) as object });
  });

  it('name the rules that were in force at the end of the month', () => {
    const rules: LightRules = { ...DEFAULT_POLICIES.lights.rules, start: { yellowFrom: 2, redFrom: 4 } };
    given
      .when(TICK, { now: LATE, others: ended(judged('2022-05', { policyVersion: 2, rules })) })
      .then(changed('2022-05', startLight('GREEN', 1), 2));
  });

  it('go out when it ends, and nothing is judged after that', () => {
    project
      .given(...MEMBER_TO_START, YELLOW, CANCELLED)
      .when(TICK, { now: LATE, others })
      .then(changed('2022-06', {}));
  });
});

describe('a project', () => {
  it.each([
    ['that never entered the plan', MEMBER_TO_START.slice(0, 2), judged('2022-05')],
    ['that was no member at the end of the month', MEMBER_TO_START, judged('2022-05', { members: new Set(['p2']) })],
    ['of which nothing can be judged', MEMBER, judged('2022-05')],
  ])('%s has no lights', (_, given, month) => {
    project
      .given(...given)
      .when(TICK, { now: LATE, others: ended(month) })
      .thenNothing();
  });

  it('that left the plan shows none from that day on', () => {
    const state = project
      .given(...MEMBER_TO_START, YELLOW, { ...LEFT, recordedAt: '2022-06-10T02:00:00.000Z' })
      .state();
    expect(lightsOn(state, '2022-06-09')).toMatchObject({ overall: 'YELLOW' });
    expect(lightsOn(state, '2022-06-10')).toBeNull();
  });
});
const LEFT = EXAMPLES.LeavePlan.event;

describe('an excuse', () => {
  const given = [...MEMBER_TO_START, YELLOW, { ...EXCUSED, recordedAt: '2022-06-10T02:00:00.000Z' }];
  const END: ProjectEvent = { type: 'ExcuseEnded', data: { dimension: 'START', until: '2022-08-15' } };
  const overallOn = (day: string, ...events: ProjectEvent[]) =>
    lightsOn(project.given(...given, ...events).state(), day)?.overall;

  it('shows green with a note until its end, and keeps what was judged', () => {
    expect(lightsOn(project.given(...given).state())).toEqual({
      year: 2022,
      month: '2022-05',
      judgedOn: '2022-05-31',
      policyVersion: 1,
      overall: 'GREEN',
      lights: {
        START: {
          ...startLight('YELLOW', 1).START,
          colour: 'GREEN',
          note: 'EXCUSED',
          judged: 'YELLOW',
          excusedUntil: '2022-08-15',
        },
      },
    });
    expect(['2022-06-09', '2022-06-10', '2022-08-15', '2022-08-16'].map((day) => overallOn(day))).toEqual([
      'YELLOW',
      'GREEN',
      'GREEN',
      'YELLOW',
    ]);
  });

  it('ends with its last day, once, and shows again what was judged meanwhile', () => {
    const moment = '2022-08-15T16:00:00.000Z';
    const scene = project.given(...given);
    const months = ended(...['2022-06', '2022-07'].map((month) => judged(month)));
    scene.when(TICK, { now: '2022-08-15T15:59:59.999Z', others: months }).then(RED);
    scene.when(TICK, { now: moment, others: months }).then(RED, END);
    project
      .given(...given, RED, END)
      .when(TICK, { now: moment, others: months })
      .thenNothing();
    expect(overallOn('9999-12-31', RED)).toBe('GREEN');
    expect(overallOn('9999-12-31', RED, END)).toBe('RED');
  });

  it('may be followed by a longer one, which goes on after it', () => {
    const longer: ProjectEvent = {
      ...EXCUSED,
      data: { ...EXCUSED.data, until: '2022-09-30' } as typeof EXCUSED.data,
    } as ProjectEvent;
    expect(overallOn('2022-09-01', longer)).toBe('GREEN');
    expect(overallOn('9999-12-31', longer, END)).toBe('GREEN');
  });

  it('needs a file and a member of a plan', () => {
    const { command } = EXAMPLES.GrantExcuse;
    const without = { ...command, document: { ...DOCUMENT, sha256: null } };
    project
      .given(...MEMBER)
      .when(without, { actor: OFFICE })
      .thenRefused('DOCUMENT_WITHOUT_FILE', { field: 'document' });
    project
      .given(...MEMBER, LEFT)
      .when(command, { actor: OFFICE })
      .thenRefused('NOT_IN_ANNUAL_PLAN');
  });
});

describe('a light whose basis is corrected', () => {
  const given = [...MEMBER_TO_START, YELLOW];
  const marks = (place: number, type: string, since: string) => {
    const correction = {
      ...EXAMPLES.CorrectFact.event,
      data: {
        ...EXAMPLES.CorrectFact.event.data,
        ...{ corrects: idAt(place), revision: 99, originalType: type, replacement: null, since, stages: null },
      },
    } as ProjectEvent;
    return lightsOn(project.given(...given, correction).state())!.lights.START;
  };

  it('stands, marked, where it looked at such a fact from that day on', () => {
    expect(marks(3, 'MilestonesScheduled', '2022-01-01')).toMatchObject({ colour: 'YELLOW', basisCorrected: true });
  });

  it.each([
    ['MilestonesScheduled', '2022-06-01'],
    ['FundingPaid', '2022-01-01'],
  ])('stays as it is after a correction of %s since %s', (type, since) => {
    expect(marks(3, type, since)).not.toHaveProperty('basisCorrected');
  });
});

it('a start puts out the light of the start', () => {
  project
    .given(...MEMBER_TO_START, YELLOW, COMMENCED)
    .when(TICK, { now: '2022-07-01T00:00:00.000Z', others: ended(judged('2022-06')) })
    .thenMatches({ data: expect.objectContaining({ month: '2022-06', overall: 'RED' }) as object });
});
