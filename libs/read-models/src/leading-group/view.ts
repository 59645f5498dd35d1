import { type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  LEADING_GROUP_STREAM,
  leadingGroupDecider,
  type LeadingGroupEvent,
  type LeadingGroupState,
} from '#libs/domain';

export interface LeadingGroupDocument extends LeadingGroupState {
  /** Revision of its last event, which is its ETag. */
  readonly revision: number;
}

/** The leading group with its project groups and its leaders' portfolios, in one document. */
export const leadingGroup: View<LeadingGroupDocument> = {
  name: 'leading-group',
  version: 1,
  keys: ({ stream }) => (stream.startsWith('group-') ? [LEADING_GROUP_STREAM] : []),
  evolve: (before, event) => ({
    ...leadingGroupDecider.evolve(before ?? leadingGroupDecider.initial, event as Recorded<LeadingGroupEvent>),
    revision: event.revision,
  }),
};
