/** What rules and views are made of: no driver behind it, so that domain specs load in milliseconds. */
export * from './changes.js';
export * from './decider.js';
export * from './documents.js';
export * from './event.js';
export * from './fold.js';
export * from './growing-map.js';
export * from './parked.js';
export * from './refusal.js';
export * from './rules.js';
export * from './series.js';
export * from './steps.js';
export * from './view.js';
