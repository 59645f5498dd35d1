import type { Command } from '../shapes.js';
import type { BulletinContent } from './events.js';

export type BulletinCommand =
  | Command<'DraftBulletin', BulletinContent>
  | Command<'RedraftBulletin', BulletinContent>
  /** bulletin: the issued one that is corrected, of the same month. */
  | Command<'CorrectBulletin', BulletinContent & { bulletin: string; reason: string }>
  | Command<'IssueBulletin'>
  | Command<'PublishBulletin', { docNo: string }>
  | Command<'WithdrawBulletin', { reason: string }>;
