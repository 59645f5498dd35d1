import { runNamed } from '../run-named.js';

await runNamed(
  'benchmark',
  {
    'event-store': async () => (await import('./event-store.js')).benchEventStore,
    import: async () => (await import('./import.js')).benchImport,
    command: async () => (await import('./command.js')).benchCommand,
    domain: async () => (await import('./domain.js')).benchDomain,
    audit: async () => (await import('./audit.js')).benchAudit,
    workbook: async () => (await import('./workbook.js')).benchWorkbook,
    deadlines: async () => (await import('./deadlines.js')).benchDeadlines,
    feed: async () => (await import('./feed.js')).benchFeed,
    live: async () => (await import('./live.js')).benchLive,
    queries: async () => (await import('./queries.js')).benchQueries,
    asof: async () => (await import('./asof.js')).benchAsOf,
    'rebuild-all': async () => (await import('./rebuild-all.js')).benchRebuildAll,
    'rebuild-one': async () => (await import('./rebuild-one.js')).benchRebuildOne,
  },
  process.argv.slice(2),
);
