import fc from 'fast-check';
import { policyDecider } from '#libs/domain';
import { bodyHashOf, CommandDoor, MemoryLog, SteppedClock } from '#libs/event-sourcing';
import {
  type Actor,
  type AnyDecider,
  categoryOf,
  type DomainEvent,
  type Recorded,
  Refusal,
} from '#libs/event-sourcing/pure';
import { recorded, scenario, type Scene } from '#libs/event-sourcing/testing';
import { BULLETIN_EXAMPLES } from '../../libs/domain/src/bulletin/examples.js';
import { PROJECT_CODE_EXAMPLES } from '../../libs/domain/src/code/examples.js';
import { FILE_EXAMPLES } from '../../libs/domain/src/file/examples.js';
import { fileDecider } from '../../libs/domain/src/file/file.js';
import { GOVERNMENT_PLAN_EXAMPLES } from '../../libs/domain/src/government/examples.js';
import { LEADING_GROUP_EXAMPLES } from '../../libs/domain/src/group/examples.js';
import { MEASURE_EXAMPLES } from '../../libs/domain/src/measure/examples.js';
import { OUTLINE_EXAMPLES } from '../../libs/domain/src/outline/examples.js';
import { PLAN_EXAMPLES } from '../../libs/domain/src/plan/examples.js';
import { POLICY_EXAMPLES } from '../../libs/domain/src/policy/examples.js';
import { POOL_EXAMPLES } from '../../libs/domain/src/pool/examples.js';
import { EXAMPLES } from '../../libs/domain/src/project/examples.js';
import * as domain from '../../libs/domain/src/testing.js';
import { UNIT_EXAMPLES } from '../../libs/domain/src/unit/examples.js';

interface Example {
  readonly given?: readonly DomainEvent[];
  readonly command: { readonly type: string };
  readonly by?: Actor;
  readonly now?: string;
}
interface Kind {
  readonly decider: AnyDecider;
  readonly scene: Scene;
}

const alone = (stream: string): Scene => ({ stream, now: domain.planScene.now, actor: domain.OFFICE });
const KINDS: readonly (readonly [Kind, Readonly<Record<string, Example>>])[] = [
  [domain.project, EXAMPLES],
  [domain.plan, PLAN_EXAMPLES],
  [domain.outline, OUTLINE_EXAMPLES],
  [domain.governmentPlan, GOVERNMENT_PLAN_EXAMPLES],
  [domain.pool, POOL_EXAMPLES],
  [domain.measure, MEASURE_EXAMPLES],
  [domain.bulletin, BULLETIN_EXAMPLES],
  [domain.unit, UNIT_EXAMPLES],
  [domain.leadingGroup, LEADING_GROUP_EXAMPLES],
  [domain.projectCode, PROJECT_CODE_EXAMPLES],
  [scenario(fileDecider, alone('file-a138')), FILE_EXAMPLES],
  [scenario(policyDecider, alone('policy-escalation')), POLICY_EXAMPLES],
];

/** A stream that a scene knows only by its state has that as its one event. */
const knowing = (decider: AnyDecider): AnyDecider => ({
  ...decider,
  evolve: (state: unknown, event: Recorded): unknown =>
    event.type === 'StateKnown' ? (event.data as { state: unknown }).state : decider.evolve(state, event),
});
const DECIDERS = Object.fromEntries(
  KINDS.map(([{ decider, scene }]) => [categoryOf(scene.stream), knowing(decider)] as const),
);

/** The door over a log that holds what an example is given, and the scene's other streams; everybody may ask. */
async function doorTo({ scene }: Kind, { given = [], now = scene.now, by = scene.actor }: Example) {
  const log = new MemoryLog();
  const events = (stream: string, told: readonly DomainEvent[]) =>
    log.append(
      stream,
      -1,
      recorded(told, { ...scene, stream }).map(({ id, metadata, type, data }) => ({
        id,
        metadata,
        event: { type, data },
      })),
    );
  if (given.length > 0) await events(scene.stream, given);
  for (const [stream, state] of Object.entries(scene.others ?? {}))
    if (stream !== scene.stream) await events(stream, [{ type: 'StateKnown', data: { state } }]);
  const door = new CommandDoor(log, DECIDERS, new SteppedClock(new Date(now)), () => undefined);
  const send = (commandId: string, command: { type: string }) => {
    const envelope = { stream: scene.stream, command, actor: by, commandId, correlationId: commandId };
    return door.handle({ ...envelope, bodyHash: bodyHashOf(command) });
  };
  return { log, send };
}

describe.each(
  KINDS.flatMap(([kind, examples]) =>
    Object.values(examples).map((example) => ({ type: example.command.type, kind, example, examples })),
  ),
)('$type under a command id that was taken', ({ kind, example, examples }) => {
  const others = fc.array(fc.constantFrom(...Object.values(examples).map(({ command }) => command)), { maxLength: 4 });

  it('leads to nothing new and gets the first outcome, whatever came in between', async () => {
    await fc.assert(
      fc.asyncProperty(others, async (between) => {
        const { log, send } = await doorTo(kind, example);
        const first = await send('first', example.command);
        expect(log.of(kind.scene.stream).at(-1)).toMatchObject({ ...first, metadata: { commandId: 'first' } });
        for (const [index, command] of between.entries())
          await send(`between-${index}`, command).catch((error: unknown) => {
            // Refused is as good as done: nothing comes of it.
            if (!(error instanceof Refusal)) throw error;
          });
        const { length } = log.events;
        expect(await send('first', example.command)).toEqual(first);
        expect(log.events).toHaveLength(length);
        await expect(send('first', { ...example.command, type: 'Another' })).rejects.toMatchObject({
          code: 'IDEMPOTENCY_KEY_REUSED',
        });
      }),
      { numRuns: 5 },
    );
  });
});
