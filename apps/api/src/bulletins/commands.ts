import { type BulletinCommand, bulletinStream } from '#libs/domain';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { Text } from '../http/fields.js';

export class PublishBulletinBody implements BodyOf<BulletinCommand, 'PublishBulletin'> {
  @Text(100) docNo: string;
}

export class WithdrawBulletinBody implements BodyOf<BulletinCommand, 'WithdrawBulletin'> {
  @Text() reason: string;
}

/** What is written, `BulletinDrafts` takes, because it reads the figures. */
type Written = Extract<BulletinCommand, { type: 'DraftBulletin' | 'RedraftBulletin' | 'CorrectBulletin' }>;

const BULLETIN_ROUTES: CommandRoutes<Exclude<BulletinCommand, Written>> = {
  IssueBulletin: { path: ':id/issue' },
  PublishBulletin: { path: ':id/publish', body: PublishBulletinBody },
  WithdrawBulletin: { path: ':id/withdraw', body: WithdrawBulletinBody },
};

/** 通报: 签发, 印发, or given up. */
export const BULLETIN_COMMANDS = [
  commandController({ path: 'bulletins', tag: 'bulletins', key: 'id', stream: bulletinStream }, BULLETIN_ROUTES),
];
