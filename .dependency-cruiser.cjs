/** The arrows between folders (docs/adr/0001): apps → platform, read-models, sheets → domain → event-sourcing. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(apps|libs|test)/', pathNot: [`^${from}/`, ...allowed.map((folder) => `^${folder}/`)] },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every-import-resolves',
      comment: 'An import that leads nowhere would slip past every arrow below.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules are plain functions: no framework, driver, clock or file.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^(apps|libs|test)/' },
    },
    {
      name: 'rules-know-the-pure-kernel',
      comment: 'Rules and views load no driver.',
      severity: 'error',
      from: { path: '^libs/(domain|read-models)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/event-sourcing/', pathNot: '^libs/event-sourcing/src/(pure|testing)\\.ts$' },
    },
    only('kernel-stands-alone', 'libs/event-sourcing', [], 'The kernel knows no domain word.'),
    only('domain-knows-the-kernel', 'libs/domain', ['libs/event-sourcing'], 'domain → event-sourcing'),
    only('views-know-the-domain', 'libs/read-models', ['libs/domain', 'libs/event-sourcing'], 'read-models → domain'),
    only('contracts-know-the-domain', 'libs/contracts', ['libs/domain', 'libs/event-sourcing'], 'contracts → domain'),
    only('sheets-know-the-domain', 'libs/sheets', ['libs/domain', 'libs/event-sourcing'], 'sheets → domain'),
    only(
      'platform-wires',
      'libs/platform',
      [
        ...['libs/contracts', 'libs/directory', 'libs/domain', 'libs/event-sourcing', 'libs/files'],
        ...['libs/ledger', 'libs/read-models', 'libs/verifier'],
      ],
      'One composition root per process, nothing of an app.',
    ),
    only(
      'feed-reads-what-is-published',
      'libs/feed',
      ['libs/contracts', 'libs/domain', 'libs/event-sourcing', 'libs/ledger', 'libs/platform'],
      'What outsiders are told, for those who hand it out.',
    ),
    only('webhooks-stand-alone', 'libs/webhooks', [], 'Signed requests to guarded addresses, and where they stand.'),
    only('directory-stands-alone', 'libs/directory', [], 'People by id, no domain word.'),
    only('files-stand-alone', 'libs/files', [], 'Bytes by hash, no domain word.'),
    only('ledger-knows-the-kernel', 'libs/ledger', ['libs/event-sourcing', 'libs/verifier'], 'ledger → event-sourcing'),
    {
      name: 'verifier-stands-alone',
      comment: 'Auditors run it without anything of ours or of others.',
      severity: 'error',
      from: { path: '^libs/verifier/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/verifier/', dependencyTypesNot: ['core'] },
    },
    only('event-store-stands-alone', 'libs/embedded/event-store', [], 'A server of its own.'),
    only(
      'servers-stand-alone',
      'libs/embedded/servers',
      ['libs/embedded/event-store'],
      'Starts servers, knows no domain.',
    ),
    {
      name: 'apps-do-not-import-each-other',
      severity: 'error',
      from: { path: '^apps/(?!(?:cli|standalone)/)([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'consumers-stand-alone',
      comment: 'Clients and examples are for other machines, which have nothing of ours.',
      severity: 'error',
      from: { path: '^(clients|examples)/' },
      to: { path: '^(apps|libs|test)/' },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
};
