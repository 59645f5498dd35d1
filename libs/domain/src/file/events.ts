import type { Event } from '../shapes.js';

export type FileEvent =
  /** The bytes of a file were taken away; whatever names its hash stays provable. */
  Event<'FileErased', { reason: string }>;
