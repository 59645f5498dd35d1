import { categoryOf, idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  type BulletinEvent,
  dayOf,
  type PlanEvent,
  type ProjectEvent,
  type SubscriberEvent,
  type UnitEvent,
} from '#libs/domain';
import { type Recipients, recipientsOf } from './recipients.js';

/** What somebody has to know, once, whoever of its recipients looks. */
export interface Notice extends Recipients {
  /** By which a unit acknowledges it. */
  readonly id: string;
  /** The newest first. */
  readonly sort: string;
  /** Type of the event that tells it. */
  readonly kind: string;
  readonly at: string;
  /** Day by which the places of its project are looked up. */
  readonly on: string;
  readonly project: string | null;
  /** Whose webhook it is about; they are told beside the recipients. */
  readonly subscriber: string | null;
  readonly data: object;
  /** False while a bulletin is not sent out. */
  readonly told: boolean;
  /** The units of which somebody acknowledged it. */
  readonly readBy: readonly string[];
}

type Told = ProjectEvent | PlanEvent | SubscriberEvent;

export const inbox: View<Notice> = {
  name: 'inbox',
  version: 4,
  indexes: [
    { 'state.sort': 1 },
    { 'state.subscriber': 1, 'state.sort': 1 },
    { 'state.units': 1, 'state.sort': 1 },
    { 'state.project': 1, 'state.sort': 1 },
    { 'state.to': 1, 'state.sort': 1 },
    { 'state.kind': 1, 'state.sort': 1 },
  ],

  keys(event) {
    if (categoryOf(event.stream) === 'bulletin') return [event.stream];
    if (event.type === 'NoticeRead') return [(event as Recorded<Of<'NoticeRead'>>).data.notice];
    return recipientsOf(event as Recorded<Told>) ? [`${event.stream}.${event.revision}`] : [];
  },

  evolve(notice, event, id) {
    if (categoryOf(event.stream) === 'bulletin') return ofBulletin(notice, event as Recorded<BulletinEvent>);
    if (event.type === 'NoticeRead') return notice && readBy(notice, idOf(event.stream));
    const of = (category: string) => (categoryOf(event.stream) === category ? idOf(event.stream) : null);
    const about = { project: of('project'), subscriber: of('subscriber') };
    const recipients = recipientsOf(event as Recorded<Told>)!;
    return { ...noticeOf(event, id), ...about, ...recipients, data: event.data, told: true };
  },
};

type Of<T extends UnitEvent['type']> = Extract<UnitEvent, { type: T }>;

function noticeOf({ type, metadata: { recordedAt: at } }: Recorded, id: string) {
  return { id, sort: sortOf(at, id), kind: type, at, on: dayOf(at), readBy: [] };
}

/** After the last instant that a Date can tell nothing is left. */
const LAST = 8.64e15;
const sortOf = (at: string, id: string): string => `${String(LAST - Date.parse(at)).padStart(16, '0')}/${id}`;

/** A bulletin's recipients stand in its draft; they are told once it is sent out. */
function ofBulletin(notice: Notice | null, event: Recorded<BulletinEvent>): Notice | null {
  if (event.type === 'BulletinDrafted' || event.type === 'BulletinRedrafted') {
    const { month, title, recipients: units } = event.data;
    const draft = { project: null, subscriber: null, to: [], units, data: { month, title }, told: false };
    return { ...noticeOf(event, event.stream), ...draft };
  }
  if (event.type !== 'BulletinPublished' || !notice) return event.type === 'BulletinWithdrawn' ? null : notice;
  const { docNo } = event.data;
  return { ...notice, ...noticeOf(event, notice.id), data: { ...notice.data, docNo }, told: true };
}

const readBy = (notice: Notice, unit: string): Notice =>
  notice.readBy.includes(unit) ? notice : { ...notice, readBy: [...notice.readBy, unit] };
