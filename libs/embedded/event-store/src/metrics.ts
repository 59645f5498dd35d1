import { createServer } from 'node:http';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Groups } from './persistent/groups.js';
import type { Store } from './store.js';

const FLUSH_SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2];
const GROUP_SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 512];

/** What the store tells about itself; each metric is read or counted where the thing happens. */
export function metricsOf(store: Store, groups: Groups): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const prefix = 'eventstore_';
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: prefix + name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  const { log, counts } = store;
  gauge('log_bytes', 'Bytes of the log on disk.', () => log.bytes);
  gauge('log_segments', 'Segment files.', () => log.segments.length);
  gauge('events', 'Events in the log.', () => log.committed);
  gauge('streams', 'Streams in the index.', () => store.streams.size);
  gauge('write_queue', 'Appends that wait for the disk.', () => log.writer.waiting);
  gauge('subscriptions', 'Open catch-up subscriptions.', () => counts.subscriptions);
  gauge('persistent_groups', 'Persistent subscriptions.', () => groups.list().length);
  const consumers = () => groups.list().reduce((sum, group) => sum + group.consumers.length, 0);
  gauge('persistent_consumers', 'Connected consumers of persistent subscriptions.', consumers);
  new Counter({
    name: `${prefix}appends_total`,
    help: 'Append calls by outcome.',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const outcome of ['appended', 'repeated', 'refused'] as const) this.inc({ outcome }, counts[outcome]);
    },
  });
  const flush = new Histogram({
    name: `${prefix}flush_seconds`,
    help: 'Time of a write with its fdatasync.',
    buckets: FLUSH_SECONDS,
    registers,
  });
  const size = new Histogram({
    name: `${prefix}flush_appends`,
    help: 'Appends that one flush made durable.',
    buckets: GROUP_SIZES,
    registers,
  });
  log.writer.onFlush = (_, frames, seconds) => {
    flush.observe(seconds);
    size.observe(frames);
  };
  return registry;
}

/** Serves the metrics at `/metrics`; resolves with the port and how to stop. */
export async function serveMetrics(
  registry: Registry,
  host: string,
  port: number,
): Promise<{ port: number; close(): void }> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : port, close: () => void server.close() };
}
