import type { Folds } from '#libs/event-sourcing/pure';
import type { BulletinEvent } from './events.js';

export interface BulletinState {
  readonly status: 'NONE' | 'DRAFTED' | 'ISSUED' | 'PUBLISHED' | 'WITHDRAWN';
  /** YYYY-MM */
  readonly month: string;
  /** The bulletin that it corrects. */
  readonly corrects: string | null;
  /** Directory ids of all who wrote at it. */
  readonly drafters: readonly string[];
  readonly docNo: string | null;
}

export const INITIAL_BULLETIN: BulletinState = {
  status: 'NONE',
  month: '',
  corrects: null,
  drafters: [],
  docNo: null,
};

export const bulletinStream = (bulletin: string): string => `bulletin-${bulletin}`;

export const FOLDS: Folds<BulletinState, BulletinEvent> = {
  BulletinDrafted: (_, { data: { month, corrects }, metadata }) => ({
    ...{ status: 'DRAFTED', month, drafters: [metadata.actor.id] },
    corrects: corrects?.bulletin ?? null,
  }),
  BulletinRedrafted: ({ drafters }, { data: { month }, metadata }) => ({
    month,
    drafters: [...new Set([...drafters, metadata.actor.id])],
  }),
  BulletinIssued: () => ({ status: 'ISSUED' }),
  BulletinPublished: (_, { data: { docNo } }) => ({ status: 'PUBLISHED', docNo }),
  BulletinWithdrawn: () => ({ status: 'WITHDRAWN' }),
};
