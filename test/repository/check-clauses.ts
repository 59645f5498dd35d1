import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clausesIn, gapsBetween } from './clauses.js';
import { repository } from './generated-docs-place.js';

/** Whether docs/clauses.md lists each sentence of the notice that is named, with words that stand in it. */
const notice = readFileSync(process.argv[2]!, 'utf8');
const page = readFileSync(join(repository, 'docs/clauses.md'), 'utf8');
const gaps = gapsBetween(notice, page);
for (const gap of gaps) process.stderr.write(`docs/clauses.md: ${gap}\n`);
process.stdout.write(`${clausesIn(page).length} clauses, ${gaps.length} gaps\n`);
process.exitCode = gaps.length === 0 ? 0 : 1;
