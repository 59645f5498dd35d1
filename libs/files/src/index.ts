export * from './file-store.js';
export { MEDIA_TYPES } from './media-types.js';
