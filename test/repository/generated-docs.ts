import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { asyncApiPage, contractPage } from './generated-docs-contract.js';
import { eventsPage } from './generated-docs-events.js';
import { oc4idsPage, openDataPage } from './generated-docs-open.js';
import { errorsPage, rightsPage } from './generated-docs-tables.js';
import { repository } from './generated-docs-place.js';

/** The pages that are printed from the code: `--check` only says which of them are stale, `--folder` is for its spec. */
const PAGES: Readonly<Record<string, () => string>> = {
  'errors.md': errorsPage,
  'rights.md': rightsPage,
  'events.md': eventsPage,
  'contract.md': contractPage,
  'asyncapi.json': asyncApiPage,
  'oc4ids.md': oc4idsPage,
  'open-data.md': openDataPage,
};

async function main(words: readonly string[]): Promise<void> {
  const folder = words.includes('--folder') ? words[words.indexOf('--folder') + 1]! : join(repository, 'docs');
  const settings = await resolveConfig(join(repository, 'README.md'));
  const stale: string[] = [];
  for (const [name, page] of Object.entries(PAGES)) {
    const text = await format(page(), { ...settings, parser: name.endsWith('.md') ? 'markdown' : 'json' });
    if (words.includes('--check')) {
      if (readOrNothing(join(folder, name)) !== text) stale.push(name);
      continue;
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  for (const name of stale) process.stderr.write(`docs/${name} is stale: npm run docs\n`);
  if (stale.length > 0) process.exitCode = 1;
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

await main(process.argv.slice(2));
