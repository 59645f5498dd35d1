export * from './feed.js';
export * from './leaves.js';
