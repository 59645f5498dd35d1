export * from './bundle.js';
export * from './checkpoint.js';
export * from './hash.js';
export * from './lines.js';
export * from './merkle.js';
export * from './note.js';
