import type { Actor } from '#libs/event-sourcing/pure';
import type { RefusalCode } from '../refusals.js';
import { COLLEAGUE, OFFICE, yi } from '../testing.js';
import type { BulletinCommand } from './commands.js';
import type { BulletinContent, BulletinEvent } from './events.js';
import type { BulletinLine } from './figures.js';

const LINE: BulletinLine = {
  ...{ projects: 1, totalInvestment: yi(5), annualInvestment: yi(1.2) },
  ...{ completed: yi(0.3), added: yi(0.1), completionRate: 0.25, covered: 1 },
};

export const CONTENT: BulletinContent = {
  month: '2022-04',
  kind: 'INTERNAL',
  title: '2022年4月重点项目进展情况通报',
  content: '总体平稳',
  recipients: ['u1', 'copied'],
  position: 4_711,
  figures: {
    through: '2022-04-30',
    construction: LINE,
    byCategory: [{ category: 'NEW_START', ...LINE }],
    byTown: [{ town: '示例镇', ...LINE }],
  },
};

export const bulletinDrafted = (
  change: Partial<BulletinContent> = {},
  corrects: { bulletin: string; reason: string } | null = null,
): BulletinEvent => ({ type: 'BulletinDrafted', data: { ...CONTENT, ...change, corrects } });
export const ISSUED: BulletinEvent = { type: 'BulletinIssued', data: { month: '2022-04', corrects: null } };
export const PUBLISHED: BulletinEvent = { type: 'BulletinPublished', data: { docNo: '示例通报〔2022〕1号' } };
const REWRITTEN = { ...CONTENT, content: '总体平稳，个别滞后', position: 4_800 };
const CORRECTION = { bulletin: 'corrected', reason: '示例镇数据有误' };

export interface BulletinExample<Type extends BulletinCommand['type']> {
  readonly given: readonly BulletinEvent[];
  readonly command: Extract<BulletinCommand, { type: Type }>;
  readonly by: Actor;
  readonly event: BulletinEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | 'another' | RefusalCode;
}

/** For each command of a bulletin the plain case. */
export const BULLETIN_EXAMPLES: { readonly [Type in BulletinCommand['type']]: BulletinExample<Type> } = {
  DraftBulletin: {
    given: [],
    command: { type: 'DraftBulletin', ...CONTENT },
    by: OFFICE,
    event: bulletinDrafted(),
    again: 'BULLETIN_EXISTS',
  },
  RedraftBulletin: {
    given: [bulletinDrafted()],
    command: { type: 'RedraftBulletin', ...REWRITTEN },
    by: OFFICE,
    event: { type: 'BulletinRedrafted', data: REWRITTEN },
    again: 'another',
  },
  CorrectBulletin: {
    given: [],
    command: { type: 'CorrectBulletin', ...CONTENT, ...CORRECTION },
    by: OFFICE,
    event: bulletinDrafted({}, CORRECTION),
    again: 'BULLETIN_EXISTS',
  },
  IssueBulletin: {
    given: [bulletinDrafted()],
    command: { type: 'IssueBulletin' },
    by: COLLEAGUE,
    event: ISSUED,
    again: 'nothing',
  },
  PublishBulletin: {
    given: [bulletinDrafted(), ISSUED],
    command: { type: 'PublishBulletin', docNo: '示例通报〔2022〕1号' },
    by: OFFICE,
    event: PUBLISHED,
    again: 'nothing',
  },
  WithdrawBulletin: {
    given: [bulletinDrafted()],
    command: { type: 'WithdrawBulletin', reason: '改为会议通报' },
    by: OFFICE,
    event: { type: 'BulletinWithdrawn', data: { reason: '改为会议通报' } },
    again: 'nothing',
  },
};
