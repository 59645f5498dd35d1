import { bodyHashOf, derivedId, NO_STREAM, type CommandDoor, SYSTEM, type Clock } from '#libs/event-sourcing';
import { type AdoptPolicy, dayOf, DEFAULT_POLICIES, type PolicyName, policyStream } from '#libs/domain';

/** Adopts the default rules where none were adopted yet, so that they too are events with a source. */
export async function adoptDefaultPolicies(door: CommandDoor, clock: Clock): Promise<void> {
  for (const policy of Object.keys(DEFAULT_POLICIES) as PolicyName[]) {
    const stream = policyStream(policy);
    if ((await door.streams.load(stream)).revision !== NO_STREAM) continue;
    const effectiveFrom = dayOf(clock.now().toISOString());
    const command: AdoptPolicy = { type: 'AdoptPolicy', policy, effectiveFrom, ...DEFAULT_POLICIES[policy] };
    const commandId = derivedId('default-policy', policy);
    // Two processes that start on two sides of midnight mean the same: the hash covers the rules alone.
    const bodyHash = bodyHashOf(DEFAULT_POLICIES[policy]);
    await door.handle({ stream, command, actor: SYSTEM, commandId, bodyHash, correlationId: commandId });
  }
}
