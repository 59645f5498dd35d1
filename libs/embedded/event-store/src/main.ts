import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { startEventStore } from './index.js';

/** The event store as a process of its own; it says on stdout where it listens, and logs to stderr. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      'exit-with-stdin': { type: 'boolean', default: false },
      'no-categories': { type: 'boolean', default: false },
      'tls-certificate': { type: 'string' },
      'tls-key': { type: 'string' },
      users: { type: 'string' },
      'metrics-port': { type: 'string' },
      'segment-limit': { type: 'string' },
    },
  });
  if (!values.data) throw new Error('Say where the data is: --data DIR.');
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'info', name: 'event-store' }, pino.destination(2));
  const { 'tls-certificate': certificate, 'tls-key': key, 'metrics-port': metricsPort } = values;
  const running = await startEventStore({
    data: values.data,
    host: values.host,
    port: Number(values.port),
    categories: !values['no-categories'],
    tls: certificate && key ? { certificate, key } : undefined,
    users: values.users,
    metricsPort: metricsPort === undefined ? undefined : Number(metricsPort),
    segmentLimit: values['segment-limit'] === undefined ? undefined : Number(values['segment-limit']),
    logger,
  });
  const listening = `${values.host}:${running.port}`;
  process.stdout.write(`${JSON.stringify({ listening })}\n`);
  logger.info({ listening, data: values.data, metricsPort: running.metricsPort }, 'the event store answers');

  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'the event store stops');
    running.close().then(
      () => process.exit(0),
      (error: unknown) => refuse(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (values['exit-with-stdin']) process.stdin.on('end', () => stop('end of stdin')).resume();
}

function refuse(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(refuse);
