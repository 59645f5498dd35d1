import type { Recorded } from '#libs/event-sourcing/pure';
import { dayOf } from '../days.js';
import { type Level, LEVELS, nextLevel } from '../policy/escalation.js';
import type { BlockerEvent, TimeLeft } from '../project/blockers/events.js';
import { countedFrom, type CountedClock, countedLeft, flagged, kept, leftAfter, type RulesThen } from './counted.js';

/** Where a blocker stands by what the rules say, whatever was recorded of its clock. */
export interface Course {
  readonly level: Level;
  readonly arrivedAt: string;
  readonly phase: 'RUNNING' | 'HELD' | 'RESOLVED';
  /** Null unless it is running. */
  readonly clock: CountedClock | null;
  readonly warned: boolean;
  /** Months for which the highest level was flagged. */
  readonly flags: number;
  readonly left: TimeLeft | null;
}

/** What the rules make of an event: where the blocker stands after it, and the fields that must have been recorded. */
export interface Expected {
  readonly course: Course;
  readonly fields: object;
  /** The instant at which it fell due, for what time alone brought about. */
  readonly dueAt?: string;
}

type Of<T extends BlockerEvent['type']> = Recorded<Extract<BlockerEvent, { type: T }>>;

/** For each event that moves a clock or a level; undefined where the rules give no such event. */
export const EXPECTED: {
  readonly [T in BlockerEvent['type']]: (
    event: Of<T>,
    rules: RulesThen,
    course: Course | undefined,
  ) => Expected | undefined;
} = {
  BlockerRaised: ({ metadata }, rules, course) =>
    course ? undefined : starting('L1_LEGAL_ENTITY', metadata.recordedAt, rules, { level: 'L1_LEGAL_ENTITY' }),

  BlockerWarned: (_event, _rules, course) => {
    const { level, clock, warned } = course ?? {};
    if (!course || !clock?.warnsAt || warned) return undefined;
    const fields = { level, dueAt: clock.dueAt, policyVersion: clock.escalation.version };
    return { course: { ...course, warned: true }, fields, dueAt: clock.warnsAt };
  },

  BlockerEscalated: ({ data: { cause }, metadata }, rules, course) => {
    const to = course && nextLevel(course.level);
    if (!course?.clock || !to) return undefined;
    const { level: from, clock } = course;
    const timeOver = cause === 'TIME_OVER';
    const arrivedAt = timeOver ? clock.dueAt : metadata.recordedAt;
    const policyVersion = timeOver ? clock.escalation.version : null;
    const expected = starting(to, arrivedAt, rules, { from, to, arrivedAt, policyVersion });
    return timeOver ? { ...expected, dueAt: clock.dueAt } : expected;
  },

  BlockerReturnedDown: ({ metadata: { recordedAt } }, rules, course) => {
    const to = course && LEVELS[LEVELS.indexOf(course.level) - 1];
    if (!course?.clock || !to) return undefined;
    return starting(to, recordedAt, rules, { from: course.level, to, arrivedAt: recordedAt });
  },

  BlockerOverdueAtTop: (_event, _rules, course) => {
    if (!course?.clock || nextLevel(course.level)) return undefined;
    const { arrivedAt, clock } = course;
    const flags = course.flags + 1;
    const next = flagged(arrivedAt, flags + 1, clock.escalation, clock.startedAt);
    const fields = { months: flags, policyVersion: clock.escalation.version, clock: kept(next) };
    return { course: { ...course, clock: next, flags }, fields, dueAt: clock.dueAt };
  },

  BlockerHeld: ({ metadata: { recordedAt } }, rules, course) => {
    if (!course?.clock) return undefined;
    const { level, clock, warned } = course;
    const left = nextLevel(level) ? leftAfter(clock, warned, dayOf(recordedAt), rules) : null;
    return { course: { ...course, phase: 'HELD', clock: null, left }, fields: { level, left } };
  },

  BlockerResumed: ({ metadata: { recordedAt } }, rules, course) => {
    if (course?.phase !== 'HELD') return undefined;
    const { level, left } = course;
    if (!left) return starting(level, recordedAt, rules, { level });
    const clock = countedLeft(level, left, recordedAt, rules);
    const fields = { level, clock: kept(clock) };
    return { course: { ...standing(level, recordedAt), clock, warned: left.untilWarning === null }, fields };
  },

  BlockerResolved: (_event, _rules, course) => {
    if (!course || course.phase === 'RESOLVED') return undefined;
    return { course: { ...course, phase: 'RESOLVED', clock: null, left: null }, fields: { level: course.level } };
  },

  BlockerReopened: ({ metadata: { recordedAt } }, rules, course) =>
    course?.phase === 'RESOLVED' ? starting(course.level, recordedAt, rules, { level: course.level }) : undefined,

  BlockerAccepted: (_event, _rules, course) => sameLevel(course, 'RUNNING'),
  BlockerHoldRequested: (_event, _rules, course) => sameLevel(course, 'RUNNING'),
  BlockerOutcomeRecorded: (_event, _rules, course) => course && { course, fields: {} },
  BlockerClosed: (_event, _rules, course) => (course?.phase === 'RESOLVED' ? { course, fields: {} } : undefined),
};

const sameLevel = (course: Course | undefined, phase: Course['phase']): Expected | undefined =>
  course?.phase === phase ? { course, fields: { level: course.level } } : undefined;

/** A level begins with its whole time. */
function starting(level: Level, arrivedAt: string, rules: RulesThen, fields: object): Expected {
  const clock = countedFrom(level, arrivedAt, rules);
  return { course: { ...standing(level, arrivedAt), clock }, fields: { ...fields, clock: kept(clock) } };
}

const standing = (level: Level, arrivedAt: string): Course => ({
  ...{ level, arrivedAt, phase: 'RUNNING', clock: null, warned: false, flags: 0, left: null },
});
