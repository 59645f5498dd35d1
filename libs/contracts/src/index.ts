export * from './asyncapi.js';
export * from './compatibility.js';
export * from './contract.js';
export * from './envelope.js';
export * from './publication.js';
export * from './publish.js';
export type { Json } from './schema.js';
