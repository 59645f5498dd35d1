import { pino } from 'pino';
import { openStore } from '../../libs/embedded/event-store/src/open.js';
import { benchEvent } from './event-store-event.js';

/** Fills a log without the way over gRPC, so that large ones are made in bearable time. */
const [folder = '', events = '0', bytes = '1024'] = process.argv.slice(2);
const PER_APPEND = 10;
const IN_FLIGHT = 100;

const store = openStore(folder, pino({ level: 'silent' }));
const total = Number(events);
let flights: Promise<void>[] = [];
while (store.log.count < total) {
  const drafts = Array.from({ length: Math.min(PER_APPEND, total - store.log.count) }, (_, i) =>
    benchEvent(store.log.count + i, Number(bytes)),
  );
  flights.push(store.write(drafts).done);
  if (flights.length < IN_FLIGHT) continue;
  await Promise.all(flights);
  flights = [];
}
await Promise.all(flights);
await store.close();
