import { type Documents, LATEST } from '#libs/event-sourcing/pure';
import { DEFAULT_POLICIES, type PolicyName, type PolicyRules } from '#libs/domain';
import { policies, type PolicyDocument } from './view.js';

/** The rules in force on a day, or undefined before the first version. */
export async function rulesOn<N extends PolicyName>(documents: Documents, policy: N, day = LATEST) {
  const versions = (await documents.get(policies, policy))?.versions ?? [];
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)?.rules as PolicyRules[N] | undefined;
}

/** Every rule set with its versions, where each comes from, and which one holds on a day. */
export async function policiesOn(documents: Documents, day = LATEST) {
  const found = await documents.many(policies, Object.keys(DEFAULT_POLICIES));
  return {
    items: [...found.values()].map(({ id, versions }) => ({
      policy: id,
      inForce: inForceOn(versions, day),
      versions: versions.map(({ version, effectiveFrom, source }) => ({ version, effectiveFrom, source })),
    })),
  };
}

/** One rule set in full; undefined where none was adopted. */
export async function policyByName(documents: Documents, name: string, day = LATEST) {
  const found = await documents.get(policies, name);
  return found ? { policy: name, inForce: inForceOn(found.versions, day), versions: found.versions } : undefined;
}

/** The version that holds on a day; null before the first one. */
const inForceOn = (versions: PolicyDocument['versions'], day: string): number | null =>
  versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)?.version ?? null;
