export * from './addresses.js';
export * from './attempts.js';
export * from './delivery.js';
export * from './lanes.js';
export * from './secrets.js';
export * from './sender.js';
