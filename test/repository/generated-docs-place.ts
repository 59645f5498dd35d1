import { join } from 'node:path';

/** The repository, seen from dist: what reads the sources here always runs compiled. */
export const repository = join(import.meta.dirname, '../../..');
