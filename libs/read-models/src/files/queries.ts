import type { Documents } from '#libs/event-sourcing/pure';
import { files } from './view.js';

/** Where a file is referred to; undefined while nothing refers to it. */
export const fileOf = (documents: Documents, sha256: string) => documents.get(files, sha256);
