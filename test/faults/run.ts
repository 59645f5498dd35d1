import { runNamed } from '../run-named.js';

await runNamed(
  'fault test',
  {
    'event-store': async () => (await import('./event-store.js')).faultsEventStore,
    'read-side': async () => (await import('./read-side.js')).faultsReadSide,
    seal: async () => (await import('./seal.js')).faultsSeal,
    tamper: async () => (await import('./tamper.js')).faultsTamper,
    deadlines: async () => (await import('./deadlines.js')).faultsDeadlines,
    subscribers: async () => (await import('./subscribers.js')).faultsSubscribers,
    import: async () => (await import('./import.js')).faultsImport,
    years: async () => (await import('./years.js')).faultsYears,
  },
  process.argv.slice(2),
);
