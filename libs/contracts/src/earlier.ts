import type { Json } from './schema.js';

/** Printed by `npm run contract`: the schemas of released versions that nothing writes any more but the log may hold. */
export const EARLIER: Readonly<Record<string, Json>> = {};
