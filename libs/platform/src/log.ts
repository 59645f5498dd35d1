import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { destination, type Logger, pino } from 'pino';

/** The id that ties the lines of one request or job together. */
export const traceContext = new AsyncLocalStorage<{ traceId: string }>();

export type Log = Logger;

/** Structured lines on standard error: standard output belongs to what a command answers. */
export const openLog = (level: string, name: string): Log =>
  pino({ level, name, mixin: () => traceContext.getStore() ?? {} }, destination({ fd: 2, sync: false }));

/** What the framework says, in the same lines; its start-up chatter only when asked for. */
export function nestLog(log: Log): LoggerService {
  const write =
    (level: 'error' | 'warn' | 'debug' | 'trace') =>
    (message: unknown, ...rest: unknown[]): void =>
      log[level]({ rest: rest.length > 0 ? rest : undefined }, String(message));
  return {
    log: write('debug'),
    error: write('error'),
    warn: write('warn'),
    debug: write('debug'),
    verbose: write('trace'),
  };
}
