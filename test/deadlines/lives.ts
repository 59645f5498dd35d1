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
import { type EscalationRules, LEVELS } from '../../libs/domain/src/policy/escalation.js';
import { type PolicyAdopted, policyStream } from '../../libs/domain/src/policy/policy.js';
import type { ProjectCommand } from '../../libs/domain/src/project/commands.js';
import type { ProjectEvent } from '../../libs/domain/src/project/events.js';
import { EXAMPLES } from '../../libs/domain/src/project/examples.js';
import { AUTHORITY, DETAILS, LEADER, OFFICE, REPORTER } from '../../libs/domain/src/testing.js';
import { UPCASTS } from '../../libs/domain/src/upcasts.js';

const BEGIN = '2022-04-07T02:00:00.000Z';
const STREAM = 'project-p1';

type Adoption = { readonly type: 'AdoptPolicy'; readonly rules: EscalationRules };
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
  .map((rules): Move => ({ type: 'AdoptPolicy', rules }));

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
}

/** Leads a life; what is refused on the way is left out, as it is in the log. */
export async function led(steps: readonly Step[]): Promise<Led> {
  const log = new MemoryLog(UPCASTS);
  const clock = new SteppedClock(new Date(BEGIN));
  const door = new CommandDoor(log, DECIDERS, clock, () => undefined);
  let count = 0;
  const send = async (
    move: { readonly type: string; readonly blocker?: string | null },
    actor: Actor,
  ): Promise<void> => {
    const stream = 'policy' in move ? policyStream(move.policy as 'calendar') : STREAM;
    const commandId = derivedId('life', String(count++));
    try {
      await door.handle({ stream, command: move, actor, commandId, bodyHash: '', correlationId: commandId });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  const adopt = (policy: 'calendar' | 'escalation', rules: object) => {
    const day = new Date(clock.now().getTime() + 32 * 3_600_000).toISOString().slice(0, 10);
    const effectiveFrom = count < 2 ? BEGIN.slice(0, 10) : day;
    return send({ ...{ type: 'AdoptPolicy', policy, effectiveFrom, rules }, source: SOURCE } as Move, SYSTEM);
  };
  await adopt('calendar', DEFAULT_POLICIES.calendar.rules);
  await adopt('escalation', DEFAULT_POLICIES.escalation.rules);
  const details = { occurredOn: '2022-01-01', details: DETAILS, status: 'PLANNED_START', currency: 'CNY' } as const;
  await send({ type: 'RegisterProject', ...details, programme: null } as Move, OFFICE);
  await send({ ...EXAMPLES.RaiseBlocker.command, occurredOn: '2022-04-06' } as Move, REPORTER);
  const { blocker } = log.of(STREAM).at(-1)!.data as { readonly blocker: string };
  for (const { after, move, actor } of steps) {
    await clock.advanceTo(new Date(clock.now().getTime() + after * 3_600_000));
    if (move.type === 'AdoptPolicy') await adopt('escalation', move.rules);
    else await send('blocker' in move ? { ...move, blocker } : move, actor);
  }
  return {
    blocker,
    events: log.of(STREAM) as Recorded<ProjectEvent>[],
    adoptions: log.events.filter(({ type }) => type === 'PolicyAdopted') as Recorded[] as Recorded<PolicyAdopted>[],
  };
}

const { source: SOURCE } = DEFAULT_POLICIES.escalation;
