import { type Fact, type Recorded, type Series, withFact } from '#libs/event-sourcing/pure';
import { isCoordinatedBy, type ProjectEvent } from '#libs/domain';
import type { BlockerDocument, Meeting } from './document.js';

type Event<Type extends ProjectEvent['type']> = Recorded<Extract<ProjectEvent, { type: Type }>>;
type Held = Event<'CoordinationHeld'>['data'];

/** The level that has the matter coordinates it from then on. */
export function coordinated(blocker: BlockerDocument, { revision, data }: Event<'CoordinationHeld'>): BlockerDocument {
  const after = withMeetings(blocker, withFact(blocker.meetings, factOf(data, revision)));
  return isCoordinatedBy(data.level, blocker) ? { ...after, status: 'COORDINATING' } : after;
}

/** A meeting that was otherwise: what no meeting of its level named goes back to being taken on. */
export function otherwiseCoordinated(blocker: BlockerDocument, { data }: Event<'FactCorrected'>): BlockerDocument {
  const replacement = data.replacement as Held | null;
  const others = blocker.meetings.filter(({ revision }) => revision !== data.revision);
  const isNamed = replacement?.blockers.includes(blocker.id);
  const meetings = isNamed ? withFact(others, factOf(replacement!, data.revision)) : others;
  const after = withMeetings(blocker, meetings);
  if (isNamed && isCoordinatedBy(replacement!.level, blocker)) return { ...after, status: 'COORDINATING' };
  return after.status === 'COORDINATING' && !meetings.some(({ value }) => value.level === after.level)
    ? { ...after, status: 'ACCEPTED' }
    : after;
}

/** The blockers that a meeting names, once each. */
export const namedIn = (...meetings: readonly unknown[]): string[] => [
  ...new Set(meetings.flatMap((meeting) => (meeting as Held | null)?.blockers ?? [])),
];

const factOf = ({ coordination, occurredOn: on, level, minutes }: Held, revision: number): Fact<Meeting> => ({
  ...{ on, revision },
  value: { coordination, level, minutes },
});

const withMeetings = (blocker: BlockerDocument, meetings: Series<Meeting>): BlockerDocument => ({
  ...blocker,
  meetings,
  coordinatedOn: meetings[0]?.on ?? null,
});
