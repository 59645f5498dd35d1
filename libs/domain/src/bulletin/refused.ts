import { bulletin } from '../testing.js';
import type { RefusalCode } from '../refusals.js';
import { BULLETIN_EXAMPLES, bulletinDrafted, ISSUED, PUBLISHED } from './examples.js';
import type { BulletinEvent } from './events.js';

const asked = (type: keyof typeof BULLETIN_EXAMPLES, ...given: BulletinEvent[]) =>
  bulletin.given(...given).when(BULLETIN_EXAMPLES[type].command);

/** What is refused of bulletins, each with the plainest way to provoke it. */
export const BULLETIN_REFUSED = {
  ISSUER_IS_DRAFTER: () => asked('IssueBulletin', bulletinDrafted()),
  UNKNOWN_BULLETIN: () => asked('IssueBulletin'),
  BULLETIN_EXISTS: () => asked('DraftBulletin', bulletinDrafted()),
  BULLETIN_NOT_DRAFT: () => asked('RedraftBulletin', bulletinDrafted(), ISSUED),
  BULLETIN_NOT_ISSUED: () => asked('PublishBulletin', bulletinDrafted()),
  BULLETIN_PUBLISHED: () =>
    bulletin.given(bulletinDrafted(), ISSUED, PUBLISHED).when({ type: 'PublishBulletin', docNo: '2号' }),
  BULLETIN_MONTH_AHEAD: () => bulletin.given().when({ ...BULLETIN_EXAMPLES.DraftBulletin.command, month: '2022-12' }),
  BULLETIN_OF_OTHER_MONTH: () =>
    bulletin.given().when({ ...BULLETIN_EXAMPLES.CorrectBulletin.command, month: '2022-05' }),
} satisfies Partial<Record<RefusalCode, () => unknown>>;
