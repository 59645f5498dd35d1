import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import { type BulletinContent, bulletinDecider, type BulletinEvent, type BulletinState, dayOf } from '#libs/domain';

/** A bulletin from its draft on, as it was frozen. */
export interface BulletinDocument {
  readonly id: string;
  /** Months in their order. */
  readonly sort: string;
  /** Revision of its last event, which is its ETag. */
  readonly revision: number;
  readonly said: BulletinContent | null;
  readonly bulletin: BulletinState;
  readonly corrects: { readonly bulletin: string; readonly reason: string } | null;
  /** Issued bulletins that correct it. */
  readonly correctedBy: readonly string[];
  readonly issuedOn: string | null;
  readonly publishedOn: string | null;
  /** Why the draft was given up. */
  readonly withdrawn: string | null;
  /** Who may read it, as `audienceOf` names them; the office always may. */
  readonly audience: readonly string[];
}

export const bulletins: View<BulletinDocument> = {
  name: 'bulletins',
  version: 1,
  indexes: [{ 'state.sort': 1 }, { 'state.audience': 1, 'state.sort': 1 }],

  /** A correction concerns both, once it is issued. */
  keys(recorded) {
    if (!recorded.stream.startsWith('bulletin-')) return [];
    const event = recorded as Recorded<BulletinEvent>;
    const own = idOf(event.stream);
    return event.type === 'BulletinIssued' && event.data.corrects !== null ? [own, event.data.corrects] : [own];
  },

  evolve(before, recorded, id) {
    const event = recorded as Recorded<BulletinEvent>;
    const document = before ?? { ...NEW, id };
    if (idOf(event.stream) !== id) return { ...document, correctedBy: [...document.correctedBy, idOf(event.stream)] };
    const bulletin = bulletinDecider.evolve(document.bulletin, event);
    const after = { ...document, sort: `${bulletin.month}/${id}`, revision: event.revision, bulletin };
    const on = dayOf(event.metadata.recordedAt);
    switch (event.type) {
      case 'BulletinDrafted': {
        const { corrects, ...said } = event.data;
        return { ...after, said, corrects };
      }
      case 'BulletinRedrafted':
        return { ...after, said: event.data };
      case 'BulletinIssued':
        return { ...after, issuedOn: on };
      case 'BulletinPublished':
        return { ...after, publishedOn: on, audience: sentTo(document.said!) };
      case 'BulletinWithdrawn':
        return { ...after, withdrawn: event.data.reason };
    }
  },
};

const NEW = {
  sort: '',
  revision: -1,
  said: null,
  bulletin: bulletinDecider.initial,
  corrects: null,
  correctedBy: [],
  issuedOn: null,
  publishedOn: null,
  withdrawn: null,
  audience: [],
};

const sentTo = ({ kind, recipients }: BulletinContent): string[] =>
  kind === 'PUBLIC' ? [EVERYBODY] : [DISTRICT, ...recipients.map(unitNamed)];

const EVERYBODY = 'everybody';
const DISTRICT = 'district';
const unitNamed = (unit: string): string => `unit/${unit}`;

/** Those who work for the district as a whole. */
const DISTRICT_ROLES = ['LG_OFFICE', 'DISTRICT_LEADER', 'LEADING_GROUP', 'AUDITOR'];

/** By what a reader is named among those who may read a bulletin. */
export const audienceOf = ({ role, unit }: { readonly role: string; readonly unit: string | null }): string[] => [
  EVERYBODY,
  ...(DISTRICT_ROLES.includes(role) ? [DISTRICT] : []),
  ...(unit === null ? [] : [unitNamed(unit)]),
];
