export * from './evidence.js';
export * from './key.js';
export * from './leaf.js';
export * from './ledger.js';
export * from './seal.js';
export { parseTilePath, TILE } from './tiles.js';
export { Tree } from './tree.js';
export * from './verify-log.js';
export * from './witnesses.js';
