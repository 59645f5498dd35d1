import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './tree.js';

/** Every type of event; `npm run check` keeps the printed page in step with the unions. */
export const eventTypes = (): string[] =>
  [...readFileSync(join(repository, 'docs/events.md'), 'utf8').matchAll(/^### (\w+)$/gm)].map(([, type]) => type!);
