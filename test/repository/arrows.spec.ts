import { createRequire } from 'node:module';
import { join } from 'node:path';
import { plant, repository, run, uproot } from './tree.js';

interface Rules {
  forbidden: { name: string }[];
}
const rules = (createRequire(import.meta.filename)(join(repository, '.dependency-cruiser.cjs')) as Rules).forbidden;

/** Every arrow that is allowed, by both ways of writing an import. */
const clean: Record<string, string> = {
  'libs/event-sourcing/src/index.ts': `import { MongoClient } from 'mongodb';\nexport const kernel = MongoClient;\n`,
  'libs/event-sourcing/src/pure.ts': `export const kernel = 'pure';\n`,
  'libs/domain/src/index.ts': `import { kernel } from '#libs/event-sourcing/pure';\nexport const domain = kernel;\n`,
  'libs/domain/src/domain.spec.ts': `import fc from 'fast-check';\nimport { domain } from './index.js';\nexport default [fc, domain];\n`,
  'libs/read-models/src/index.ts': `import { domain } from '#libs/domain';\nexport const views = domain;\n`,
  'libs/sheets/src/index.ts': `import ExcelJS from 'exceljs';\nimport { domain } from '#libs/domain';\nexport const sheets = [ExcelJS, domain];\n`,
  'libs/contracts/src/index.ts': `import { kernel } from '#libs/event-sourcing';\nimport { domain } from '#libs/domain';\nexport const contract = [kernel, domain];\n`,
  'libs/verifier/src/index.ts': `import { hash } from 'node:crypto';\nexport const verifier = hash;\n`,
  'libs/ledger/src/index.ts': `import canonicalize from 'canonicalize';\nimport { kernel } from '#libs/event-sourcing';\nimport { verifier } from '#libs/verifier';\nexport const ledger = [canonicalize, kernel, verifier];\n`,
  'libs/platform/src/index.ts': `import { Module } from '@nestjs/common';\nimport { views } from '#libs/read-models';\nexport const platform = [Module, views];\n`,
  'libs/embedded/event-store/src/index.ts': `import { open } from 'node:fs';\nexport const store = open;\n`,
  'libs/embedded/servers/src/index.ts': `import { store } from '#libs/embedded/event-store';\nexport const servers = store;\n`,
  'apps/api/src/main.ts': `import { platform } from '#libs/platform';\nimport { sheets } from '#libs/sheets';\nexport const api = [platform, sheets];\n`,
  'apps/worker/src/main.ts': `import { platform } from '#libs/platform';\nexport const worker = platform;\n`,
  'apps/standalone/src/main.ts': `import { api } from '../../api/src/main.js';\nimport { servers } from '#libs/embedded/servers';\nexport const all = [api, servers];\n`,
  'clients/typescript/src/index.ts': `import { hash } from 'node:crypto';\nexport const client = hash;\n`,
  'examples/over-http/consumer.ts': `import { client } from '../../clients/typescript/src/index.js';\nexport const consumer = client;\n`,
  'test/acceptance/start.ts': `import { all } from '../../apps/standalone/src/main.js';\nexport const started = all;\n`,
};

/** [rule, the file that offends, what it imports, where that leads] */
const offences: [rule: string, from: string, specifier: string, to: string][] = [
  ['no-circular', 'libs/domain/src/circle-a.ts', './circle-b.js', 'libs/domain/src/circle-b.ts'],
  ['domain-is-pure', 'libs/domain/src/nest.ts', '@nestjs/common', 'node_modules/@nestjs/common'],
  ['domain-is-pure', 'libs/domain/src/driver.ts', 'mongodb', 'node_modules/mongodb'],
  ['domain-is-pure', 'libs/domain/src/tool.ts', 'fast-check', 'node_modules/fast-check'],
  ['domain-is-pure', 'libs/domain/src/file.ts', 'node:fs', 'fs'],
  ['domain-knows-the-kernel', 'libs/domain/src/view.ts', '#libs/read-models', 'libs/read-models/src/index.ts'],
  [
    'rules-know-the-pure-kernel',
    'libs/domain/src/store.ts',
    '../../event-sourcing/src/index.js',
    'libs/event-sourcing/src/index.ts',
  ],
  ['kernel-stands-alone', 'libs/event-sourcing/src/domain.ts', '#libs/domain', 'libs/domain/src/index.ts'],
  [
    'kernel-stands-alone',
    'libs/event-sourcing/src/relative.ts',
    '../../domain/src/index.js',
    'libs/domain/src/index.ts',
  ],
  ['views-know-the-domain', 'libs/read-models/src/wired.ts', '#libs/platform', 'libs/platform/src/index.ts'],
  ['sheets-know-the-domain', 'libs/sheets/src/view.ts', '#libs/read-models', 'libs/read-models/src/index.ts'],
  ['contracts-know-the-domain', 'libs/contracts/src/view.ts', '#libs/read-models', 'libs/read-models/src/index.ts'],
  ['platform-wires', 'libs/platform/src/app.ts', '../../../apps/api/src/main.js', 'apps/api/src/main.ts'],
  ['platform-wires', 'libs/platform/src/local.ts', '#libs/embedded/servers', 'libs/embedded/servers/src/index.ts'],
  [
    'event-store-stands-alone',
    'libs/embedded/event-store/src/kernel.ts',
    '#libs/event-sourcing',
    'libs/event-sourcing',
  ],
  ['feed-reads-what-is-published', 'libs/feed/src/view.ts', '#libs/read-models', 'libs/read-models/src/index.ts'],
  ['webhooks-stand-alone', 'libs/webhooks/src/kernel.ts', '#libs/event-sourcing', 'libs/event-sourcing'],
  ['directory-stands-alone', 'libs/directory/src/kernel.ts', '#libs/event-sourcing', 'libs/event-sourcing'],
  ['files-stand-alone', 'libs/files/src/kernel.ts', '#libs/event-sourcing', 'libs/event-sourcing'],
  ['ledger-knows-the-kernel', 'libs/ledger/src/domain.ts', '#libs/domain', 'libs/domain/src/index.ts'],
  ['verifier-stands-alone', 'libs/verifier/src/ledger.ts', '#libs/ledger', 'libs/ledger/src/index.ts'],
  ['verifier-stands-alone', 'libs/verifier/src/tool.ts', 'canonicalize', 'node_modules/canonicalize'],
  ['servers-stand-alone', 'libs/embedded/servers/src/domain.ts', '#libs/domain', 'libs/domain/src/index.ts'],
  ['apps-do-not-import-each-other', 'apps/api/src/worker.ts', '../../worker/src/main.js', 'apps/worker/src/main.ts'],
  ['consumers-stand-alone', 'clients/typescript/src/contract.ts', '#libs/contracts', 'libs/contracts/src/index.ts'],
  ['tests-stay-outside', 'apps/api/src/test.ts', '../../../test/acceptance/start.js', 'test/acceptance/start.ts'],
  ['every-import-resolves', 'apps/api/src/typo.ts', '#libs/dommain', '#libs/dommain'],
];

async function cruise(files: Record<string, string>) {
  const root = await plant(['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'], files);
  try {
    return await run(root, 'dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['apps', 'libs', 'clients', 'examples', 'test', '--config', '.dependency-cruiser.cjs'],
    ]);
  } finally {
    await uproot(root);
  }
}

describe('a tree whose imports follow the arrows', () => {
  it('passes', async () => {
    const { code, output } = await cruise(clean);
    expect(output).toContain('no dependency violations found');
    expect(code).toBe(0);
  }, 60_000);
});

describe('a tree with forbidden imports', () => {
  let output: string;
  let code: number;

  beforeAll(async () => {
    const planted = offences.map(([, from, specifier]) => [from, `export * as found from '${specifier}';\n`]);
    const circle = { 'libs/domain/src/circle-b.ts': `export * as found from './circle-a.js';\n` };
    ({ code, output } = await cruise({ ...clean, ...circle, ...Object.fromEntries(planted) }));
  }, 60_000);

  it('fails', () => expect(code).not.toBe(0));

  it.each(offences)('names the rule %s for %s, which imports %s', (rule, from, _specifier, to) => {
    const named = output.split('error ').find((violation) => violation.startsWith(`${rule}: ${from} →`));
    expect(named).toContain(to);
  });

  it('has an offence planted for every rule', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual([...new Set(offences.map(([rule]) => rule))].sort());
  });
});
