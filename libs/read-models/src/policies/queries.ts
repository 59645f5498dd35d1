import { type Documents, LATEST } from '#libs/event-sourcing/pure';
import type { PolicyName, PolicyRules } from '#libs/domain';
import { policies } from './view.js';

/** The rules in force on a day, or undefined before the first version. */
export async function rulesOn<N extends PolicyName>(documents: Documents, policy: N, day = LATEST) {
  const versions = (await documents.get(policies, policy))?.versions ?? [];
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)?.rules as PolicyRules[N] | undefined;
}
