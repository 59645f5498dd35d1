import type { Told } from '#libs/event-sourcing/testing';
import type { BulletinEvent } from '#libs/domain';
import {
  BULLETIN_EXAMPLES,
  bulletinDrafted,
  CONTENT,
  ISSUED,
  PUBLISHED,
} from '../../../domain/src/bulletin/examples.js';

const of = (id: string, event: BulletinEvent): Told<BulletinEvent> => ({ ...event, stream: `bulletin-${id}` });

const drafted = of('1', bulletinDrafted());
const { RedraftBulletin, CorrectBulletin, WithdrawBulletin } = BULLETIN_EXAMPLES;
const correcting: BulletinEvent = { type: 'BulletinIssued', data: { month: '2022-04', corrects: '1' } };

/** Each event of a bulletin, and all that it changes in the views. */
export const BULLETIN_CASES = {
  BulletinDrafted: {
    after: [],
    event: drafted,
    shows: {
      bulletins: {
        1: {
          ...{ id: '1', sort: '2022-04/1', revision: 0, said: CONTENT, corrects: null, audience: [] },
          bulletin: { status: 'DRAFTED' },
        },
      },
    },
  },
  BulletinRedrafted: {
    after: [drafted],
    event: of('1', RedraftBulletin.event),
    shows: { bulletins: { 1: { revision: 1, said: { position: 4_800 } } } },
  },
  BulletinIssued: {
    after: [drafted, of('1', ISSUED), of('2', CorrectBulletin.event)],
    event: of('2', correcting),
    shows: {
      bulletins: {
        1: { revision: 1, correctedBy: ['2'], issuedOn: '2022-05-16' },
        2: {
          corrects: { bulletin: 'corrected', reason: '示例镇数据有误' },
          ...{ issuedOn: '2022-05-16', audience: [], bulletin: { status: 'ISSUED' } },
        },
      },
    },
  },
  BulletinPublished: {
    after: [drafted, of('1', ISSUED)],
    event: of('1', PUBLISHED),
    shows: {
      bulletins: { 1: { publishedOn: '2022-05-16', audience: ['district', 'unit/u1', 'unit/copied'] } },
    },
  },
  BulletinWithdrawn: {
    after: [drafted],
    event: of('1', WithdrawBulletin.event),
    shows: { bulletins: { 1: { withdrawn: '改为会议通报', bulletin: { status: 'WITHDRAWN' } } } },
  },
} satisfies Record<BulletinEvent['type'], { after: Told<BulletinEvent>[]; event: Told<BulletinEvent>; shows: object }>;
