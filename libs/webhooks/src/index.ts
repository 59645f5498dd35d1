export * from './addresses.js';
export * from './attempts.js';
export * from './cursors.js';
export * from './delivery.js';
export { type Endpoint, type HeldLane, LaneLost, Lanes, type Spread } from './lanes.js';
export * from './secrets.js';
export * from './sender.js';
