import fc from 'fast-check';
import {
  type Actor,
  CommandDoor,
  derivedId,
  MemoryLog,
  type Recorded,
  Refusal,
  SteppedClock,
  SYSTEM,
} from '#libs/event-sourcing';
import { DECIDERS } from '#libs/platform';
import { DEFAULT_POLICIES } from '../../libs/domain/src/policy/defaults.js';
import type { CalendarRules } from '../../libs/domain/src/policy/calendar.js';
import { type EscalationRules, LEVELS } from '../../libs/domain/src/policy/escalation.js';
import { type PolicyAdopted, policyStream } from '../../libs/domain/src/policy/policy.js';
import type { ProjectCommand } from '../../libs/domain/src/project/commands.js';
import type { ProjectEvent } from '../../libs/domain/src/project/events.js';
import { EXAMPLES } from '../../libs/domain/src/project/examples.js';
import { addDays, dayOf } from '../../libs/domain/src/days.js';
import { AUTHORITY, DETAILS, LEADER, OFFICE, REPORTER } from '../../libs/domain/src/testing.js';
import { UPCASTS } from '../../libs/domain/src/upcasts.js';

const BEGIN = '2022-04-07T02:00:00.000Z';
const STREAM = 'project-p1';

type Adoption =
  | { readonly type: 'AdoptPolicy'; readonly policy: 'escalation'; readonly rules: EscalationRules }
  | { readonly type: 'AdoptPolicy'; readonly policy: 'calendar'; readonly rules: CalendarRules };
type Move = ProjectCommand | Adoption | { readonly type: 'Tick' };
/** A step of a life: what somebody asks for so many hours after the step before. */
export interface Step {
  readonly after: number;
  readonly move: Move;
  readonly actor: Actor;
}

const moves = fc
  .constantFrom(
    ...(['AcceptBlocker', 'RequestHold', 'ConsentToHold', 'ResumeBlocker', 'RecordLevelOutcome'] as const),
    ...(['ResolveBlocker', 'CloseBlocker', 'ReopenBlocker', 'Cancel', 'ChangeDetails'] as const),
  )
  .map((type): Move => EXAMPLES[type].command);
const between = fc
  .tuple(fc.constantFrom('EscalateBlocker' as const, 'ReturnBlockerDown' as const), fc.constantFrom(...LEVELS))
  .map(([type, from]): Move => ({ ...EXAMPLES[type].command, from }));
const days = fc.integer({ min: 1, max: 9 });
const adoption = fc
  .record({ L1_LEGAL_ENTITY: days, L2_SECTOR_AUTHORITY: days, L3_DISTRICT_LEADER: days })
  .chain((workingDays) => fc.integer({ min: 1, max: 99 }).map((warningPercent) => ({ workingDays, warningPercent })))
  .map((rules): Move => ({ type: 'AdoptPolicy', policy: 'escalation', rules }));

const hours = fc.oneof(fc.nat(48), fc.nat(800));
const one = fc
  .record({
    after: hours,
    move: fc.oneof(
      { weight: 6, arbitrary: moves },
      { weight: 3, arbitrary: between },
      { weight: 1, arbitrary: adoption },
      { weight: 2, arbitrary: fc.constant<Move>({ type: 'Tick' }) },
    ),
    actor: fc.constantFrom(OFFICE, AUTHORITY, REPORTER, LEADER),
  })
  .map((step): Step[] => [step]);
/** Whichever level has the matter, one of these acts for the next. */
const pause = fc
  .tuple(hours, hours)
  .map(([asked, over]): Step[] => [
    { after: asked, move: EXAMPLES.RequestHold.command, actor: REPORTER },
    ...[AUTHORITY, LEADER, OFFICE].map((actor) => ({ after: 1, move: EXAMPLES.ConsentToHold.command, actor })),
    { after: over, move: EXAMPLES.ResumeBlocker.command, actor: OFFICE },
  ]);

/** What may happen to a project with one blocker, its rules included. */
export const life = fc
  .array(fc.oneof({ weight: 5, arbitrary: one }, { weight: 1, arbitrary: pause }), { minLength: 1, maxLength: 20 })
  .map((steps) => steps.flat());

/** What the log holds after a life that was led through the command door. */
export interface Led {
  readonly blocker: string;
  readonly events: readonly Recorded<ProjectEvent>[];
  readonly adoptions: readonly Recorded<PolicyAdopted>[];
  /** Steps that were refused, and why. */
  readonly refused: ReadonlyMap<number, string>;
}

/** Leads a life; what is refused on the way is left out, as it is in the log. */
export async function led(steps: readonly Step[], begin = BEGIN, calendar: CalendarRules = CALENDAR): Promise<Led> {
  const log = new MemoryLog(UPCASTS);
  const clock = new SteppedClock(new Date(begin));
  const door = new CommandDoor(log, DECIDERS, clock, () => undefined);
  const refused = new Map<number, string>();
  const send = async (
    step: number,
    move: { readonly type: string; readonly blocker?: string | null },
    actor: Actor,
  ): Promise<void> => {
    const stream = 'policy' in move ? policyStream(move.policy as 'calendar') : STREAM;
    const commandId = derivedId('life', String(step), move.type);
    try {
      await door.handle({ stream, command: move, actor, commandId, bodyHash: '', correlationId: commandId });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(step, error.code);
    }
  };
  const adopt = (step: number, move: Adoption) => {
    const effectiveFrom = addDays(dayOf(clock.now().toISOString()), step < 0 ? 0 : 1);
    const adoption = { ...move, effectiveFrom, source: SOURCE };
    return send(step, adoption, SYSTEM);
  };
  await adopt(-1, { type: 'AdoptPolicy', policy: 'calendar', rules: calendar });
  await adopt(-2, { type: 'AdoptPolicy', policy: 'escalation', rules: DEFAULT_POLICIES.escalation.rules });
  const details = { occurredOn: '2022-01-01', details: DETAILS, status: 'PLANNED_START', currency: 'CNY' } as const;
  await send(-3, { type: 'RegisterProject', ...details, programme: null } as Move, OFFICE);
  await send(-4, { ...EXAMPLES.RaiseBlocker.command, occurredOn: '2022-04-06' } as Move, REPORTER);
  const { blocker } = log.of(STREAM).at(-1)!.data as { readonly blocker: string };
  for (const [step, { after, move, actor }] of steps.entries()) {
    await clock.advanceTo(new Date(clock.now().getTime() + after * 3_600_000));
    if (move.type === 'AdoptPolicy') await adopt(step, move);
    else await send(step, 'blocker' in move ? { ...move, blocker } : move, actor);
  }
  return {
    blocker,
    events: log.of(STREAM) as Recorded<ProjectEvent>[],
    adoptions: log.events.filter(({ type }) => type === 'PolicyAdopted') as Recorded[] as Recorded<PolicyAdopted>[],
    refused,
  };
}

const { source: SOURCE } = DEFAULT_POLICIES.escalation;
const { rules: CALENDAR } = DEFAULT_POLICIES.calendar;
