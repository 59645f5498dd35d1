import type { Event } from '../shapes.js';
import type { BulletinFigures } from './figures.js';

/** INTERNAL for its recipients and the district's own roles, PUBLIC for everybody. */
export const BULLETIN_KINDS = ['INTERNAL', 'PUBLIC'] as const;
export type BulletinKind = (typeof BULLETIN_KINDS)[number];

/** All that a bulletin says, and to whom. */
export interface BulletinContent {
  /** The month up to which it tells, YYYY-MM. */
  readonly month: string;
  readonly kind: BulletinKind;
  readonly title: string;
  readonly content: string;
  /** Ids of the units that are sent it, copied ones (抄送) included. */
  readonly recipients: readonly string[];
  /** Position of the log at which the figures were read, from which they can be computed again. */
  readonly position: number;
  readonly figures: BulletinFigures;
}

/** A bulletin (notice §6, 适时通报): 起草, 签发, 印发. */
export type BulletinEvent =
  /** The office drafted a bulletin, or one that corrects another; its figures are frozen. */
  | Event<'BulletinDrafted', BulletinContent & { corrects: { bulletin: string; reason: string } | null }>
  /** The draft was written anew, with the figures as they were then. */
  | Event<'BulletinRedrafted', BulletinContent>
  /** 签发: somebody who did not draft it answers for it; from now on it stands as it is. */
  | Event<'BulletinIssued', { month: string; corrects: string | null }>
  /** 印发: it was sent out under a document number. */
  | Event<'BulletinPublished', { docNo: string }>
  /** The draft was given up. */
  | Event<'BulletinWithdrawn', { reason: string }>;
