import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ListeningProcess } from './event-store-process.js';

const script = (name: string) => fileURLToPath(new URL(`./event-store-${name}.js`, import.meta.url));

/** A server that answers without storing anything. */
export const stub = (): Promise<ListeningProcess> => ListeningProcess.start(script('stub'), []);

/** Fills a log up to so many events, by the store's own code but without the way over gRPC. */
export const fill = (folder: string, events: number): unknown =>
  execFileSync(process.execPath, [script('fill'), folder, String(events)], { stdio: ['ignore', 2, 2] });
