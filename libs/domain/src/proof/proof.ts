import { type Actor, changesBetween, type DomainEvent, type Recorded, Refusal } from '#libs/event-sourcing/pure';
import { dayOf } from '../days.js';
import { unlessMissing } from '../policy/calendar.js';
import { type Level, nextLevel } from '../policy/escalation.js';
import type { PolicyAdopted } from '../policy/policy.js';
import type { BlockerEvent } from '../project/blockers/events.js';
import type { ProjectEvent } from '../project/events.js';
import { projectDecider } from '../project/project.js';
import { currentStatus, isEnded } from '../project/stages/state.js';
import { UPCASTS } from '../upcasts.js';
import { type CountedClock, countedFrom, kept, RulesThen } from './counted.js';
import { type Course, EXPECTED, type Expected } from './expected.js';

/** One event of the chain, with the clock that runs after it as the rules count it. */
export interface ProofStep {
  readonly eventId: string;
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly data: object;
  /** For what time alone brought about, the instant at which it truly fell due. */
  readonly dueAt: string | null;
  readonly level: Level;
  readonly clock: CountedClock | null;
}

/** Where what was recorded is not what the rules make of the events before it. */
export interface Disagreement {
  readonly revision: number;
  /**
   * FIELD: recorded otherwise. EARLY: recorded before it fell due. OVERTAKEN: something that was due already is not
   * before it. OUT_OF_PLACE: no such event follows here. GAP: the revision before it is not there. BACKWARDS: recorded
   * before its predecessor. RULES: the rules that it needs were not in force.
   */
  readonly kind: 'FIELD' | 'EARLY' | 'OVERTAKEN' | 'OUT_OF_PLACE' | 'GAP' | 'BACKWARDS' | 'RULES';
  /** JSON Pointer into the event's data, '' for the event as such. */
  readonly field: string;
  readonly recorded: unknown;
  readonly computed: unknown;
}

export interface ProofOfOrder {
  readonly blocker: string;
  readonly agrees: boolean;
  readonly disagreements: readonly Disagreement[];
  readonly steps: readonly ProofStep[];
  /** The clock that is running at the end of these events. */
  readonly running: CountedClock | null;
}

/**
 * Counts a blocker's course anew from its project's events and the rule sets then in force, and compares each step
 * with what was recorded. `events` is the project's whole stream up to some revision, `adoptions` every version of the
 * rule sets `escalation` and `calendar` in the order of their adoption. Never throws for what was recorded.
 */
export function proofOfOrder(
  blocker: string,
  events: readonly Recorded<ProjectEvent>[],
  adoptions: readonly Recorded<PolicyAdopted>[],
): ProofOfOrder {
  const rules = new RulesThen(adoptions);
  const steps: ProofStep[] = [];
  const disagreements: Disagreement[] = [];
  let project = projectDecider.initial;
  let course: Course | undefined;
  for (const [index, event] of events.entries()) {
    disagreements.push(...inStream(event, index, events[index - 1]));
    const ended = isEnded(currentStatus(project));
    // A calendar that took effect later could not be counted by yet.
    const then = rules.by(dayOf(event.metadata.recordedAt));
    if (ofBlocker(blocker, event)) {
      const expected = expectedOf(event, then, course);
      disagreements.push(...comparison(event, expected, course, then, ended));
      if ('course' in expected) course = expected.course;
      if (course) steps.push(stepOf(event, expected, course));
    } else if (!ended) {
      disagreements.push(...overtaking(event, course, then));
    }
    project = projectDecider.evolve(project, event);
  }
  const running = course && !isEnded(currentStatus(project)) ? course.clock : null;
  return { blocker, agrees: disagreements.length === 0, disagreements, steps, running };
}

/** A stream is numbered without a gap, and its clock never goes back. */
function inStream({ revision, metadata }: Recorded, index: number, before: Recorded | undefined): Disagreement[] {
  const found: Disagreement[] = [];
  if (revision !== index) found.push({ revision, kind: 'GAP', field: '', recorded: revision, computed: index });
  const earliest = before?.metadata.recordedAt ?? '';
  if (metadata.recordedAt < earliest)
    found.push({ revision, kind: 'BACKWARDS', field: '', recorded: metadata.recordedAt, computed: earliest });
  return found;
}

const ofBlocker = (blocker: string, event: Recorded<ProjectEvent>): event is Recorded<BlockerEvent> =>
  Object.hasOwn(EXPECTED, event.type) && 'blocker' in event.data && event.data.blocker === blocker;

type Outcome = Expected | { readonly refused: string } | { readonly outOfPlace: true };

function expectedOf(event: Recorded<BlockerEvent>, rules: RulesThen, course: Course | undefined): Outcome {
  const expect = EXPECTED[event.type] as (...args: unknown[]) => Expected | undefined;
  try {
    const expected = expect(event, rules, course);
    return expected ? beforeWarnings(event, expected) : { outOfPlace: true };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

/** Clocks of the first schema had only their end (see UPCASTS). */
function beforeWarnings({ metadata, type }: Recorded<BlockerEvent>, expected: Expected): Expected {
  const { course, fields } = expected;
  if (metadata.schema !== 1 || !course.clock || !UPCASTS[type]) return expected;
  const clock = { ...course.clock, warnsAt: null };
  return { ...expected, course: { ...course, clock }, fields: { ...fields, clock: kept(clock) } };
}

function comparison(
  event: Recorded<BlockerEvent>,
  expected: Outcome,
  course: Course | undefined,
  then: RulesThen,
  ended: boolean,
): Disagreement[] {
  const { revision, metadata, type } = event;
  const at = { revision, field: '' };
  if ('outOfPlace' in expected) return [{ ...at, kind: 'OUT_OF_PLACE', recorded: type, computed: null }];
  if ('refused' in expected) return [{ ...at, kind: 'RULES', recorded: null, computed: expected.refused }];
  const { dueAt, fields } = expected;
  const early = dueAt !== undefined && (ended || metadata.recordedAt < dueAt);
  return [
    ...(early ? [{ ...at, kind: 'EARLY' as const, recorded: metadata.recordedAt, computed: dueAt }] : []),
    ...(ended ? [] : overtaking(event, course, then, dueAt)),
    ...changesBetween(fields, recordedFields(event, fields)).map(({ field, from, to }) => ({
      ...{ revision, kind: 'FIELD' as const, field, recorded: to ?? null, computed: from ?? null },
    })),
  ];
}

/** Whoever comes along first records what is due by then, so nothing else stands before it. */
function overtaking(event: Recorded, course: Course | undefined, then: RulesThen, dueAt?: string): Disagreement[] {
  const next = course && nextDue(course, then);
  const { id, revision, metadata } = event;
  const isDue = metadata.commandId === id;
  const overtaken = next !== undefined && (dueAt === undefined ? !isDue && next <= metadata.recordedAt : next < dueAt);
  if (!overtaken) return [];
  return [{ revision, kind: 'OVERTAKEN', field: '', recorded: metadata.recordedAt, computed: next }];
}

/** A level whose successor's days are in a year without a calendar waits for it. */
function nextDue({ clock, level, warned }: Course, then: RulesThen): string | undefined {
  if (!clock) return undefined;
  if (clock.warnsAt !== null && !warned) return clock.warnsAt;
  const to = nextLevel(level);
  const next = to ? unlessMissing(() => countedFrom(to, clock.dueAt, then)) : clock;
  return 'missing' in next ? undefined : clock.dueAt;
}

/** Of an event what the rules say something about. */
function recordedFields(event: Recorded<BlockerEvent>, fields: object): object {
  const data = event.data as unknown as Record<string, unknown>;
  return Object.fromEntries(Object.keys(fields).map((name) => [name, data[name]]));
}

const stepOf = (event: Recorded<DomainEvent>, expected: Outcome, course: Course): ProofStep => ({
  eventId: event.id,
  revision: event.revision,
  type: event.type,
  recordedAt: event.metadata.recordedAt,
  actor: event.metadata.actor,
  data: event.data,
  dueAt: ('course' in expected && expected.dueAt) || null,
  level: course.level,
  clock: course.clock,
});
