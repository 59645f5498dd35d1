import type { Actor } from '#libs/event-sourcing/pure';
import type { RefusalCode } from '../refusals.js';
import type { ProjectEvent } from './events.js';

/** The plain case of one command, for its spec. */
export interface Example<C> {
  readonly given: readonly ProjectEvent[];
  readonly command: C;
  readonly by: Actor;
  readonly event: ProjectEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | 'another' | RefusalCode;
}

/** One example for each command; types fail while one is missing. */
export type Examples<C extends { readonly type: string }> = {
  readonly [T in C['type']]: Example<Extract<C, { readonly type: T }>>;
};
