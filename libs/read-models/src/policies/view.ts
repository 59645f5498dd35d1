import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import type { PolicyAdopted } from '#libs/domain';

/** A rule set with all its versions, the earliest first. */
export interface PolicyDocument {
  readonly id: string;
  readonly versions: readonly PolicyAdopted['data'][];
}

export const policies: View<PolicyDocument> = {
  name: 'policies',
  version: 1,
  keys: ({ stream }) => (stream.startsWith('policy-') ? [idOf(stream)] : []),
  evolve(before, recorded, id) {
    const { data } = recorded as Recorded<PolicyAdopted>;
    return { id, versions: [...(before?.versions ?? []), data] };
  },
};
