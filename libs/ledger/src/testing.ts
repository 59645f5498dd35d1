import { generateKeyPairSync } from 'node:crypto';
import type { EventMetadata, EventStore, Recorded } from '#libs/event-sourcing';
import { ed25519Key } from './key.js';

/** A log as an array, for specs; the events of several streams in turn. */
export function logOf(count: number, streams = 5): Recorded[] {
  return Array.from({ length: count }, (_, at) => ({
    type: 'Happened',
    data: { at, note: `第 ${at} 件`, amount: at * 1.5 },
    id: `event-${at}`,
    stream: `project-${at % streams}`,
    revision: Math.floor(at / streams),
    position: 16 + at * 100,
    metadata: { recordedAt: '2022-05-16T02:00:00.000Z' } as EventMetadata,
  }));
}

/** Reads such an array as the store reads its log. */
export function storeOf(log: readonly Recorded[]): Pick<EventStore, 'read' | 'readAll'> {
  return {
    async *readAll(after = -1) {
      for (const event of log) if (event.position > after) yield await Promise.resolve(event);
    },
    async *read(stream) {
      for (const event of log) if (event.stream === stream) yield await Promise.resolve(event);
    },
  };
}

export const newKey = () => ed25519Key('taizhang/test', generateKeyPairSync('ed25519').privateKey);
