import { OFFICE } from '../testing.js';
import { DEFAULT_POLICIES } from './defaults.js';
import type { AdoptPolicy, PolicyAdopted } from './policy.js';

const adopted = { policy: 'escalation', effectiveFrom: '2022-04-08', ...DEFAULT_POLICIES.escalation } as const;

/** For the command of a rule set the plain case. */
export const POLICY_EXAMPLES = {
  AdoptPolicy: {
    given: [] as readonly PolicyAdopted[],
    command: { type: 'AdoptPolicy', ...adopted } satisfies AdoptPolicy,
    by: OFFICE,
    event: { type: 'PolicyAdopted', data: { ...adopted, version: 1 } } satisfies PolicyAdopted,
  },
};
