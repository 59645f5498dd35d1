export * from './client.js';
export * from './follow.js';
export type { components, paths } from './interface.js';
