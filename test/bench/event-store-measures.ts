import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { benchData, EVENT_BYTES, STREAMS } from './event-store-event.js';

export interface Rate {
  perSecond: number;
  p50: number;
  p99: number;
}

const event = () => jsonEvent({ type: 'Measured', data: benchData });

function rateOf(times: number[], milliseconds: number): Rate {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { perSecond: (times.length / milliseconds) * 1000, p50: at(0.5), p99: at(0.99) };
}

/** Appends one event a call, so many calls at a time. */
export async function appendRate(client: EventStoreDBClient, total: number, inFlight: number): Promise<Rate> {
  const times: number[] = [];
  const started = performance.now();
  let next = 0;
  const work = async () => {
    while (next < total) {
      const began = performance.now();
      await client.appendToStream(`bench-${next++ % STREAMS}`, event());
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return rateOf(times, performance.now() - started);
}

/** The disk alone: write and fdatasync of as many bytes as an event has, one after the other. */
export function diskRate(folder: string, total: number): Rate {
  const path = join(folder, 'disk-alone');
  const file = openSync(path, 'w');
  const bytes = Buffer.alloc(EVENT_BYTES, 'x');
  const times: number[] = [];
  const started = performance.now();
  for (let i = 0; i < total; i++) {
    const began = performance.now();
    writeSync(file, bytes, 0, bytes.length, i * bytes.length);
    fdatasyncSync(file);
    times.push(performance.now() - began);
  }
  const rate = rateOf(times, performance.now() - started);
  closeSync(file);
  unlinkSync(path);
  return rate;
}

export interface ReadRate {
  perSecond: number;
  events: number;
  /** Microseconds for each event. */
  clientCpu: number;
}

/** Events a second when `$all` is read from its start. */
export async function readRate(client: EventStoreDBClient, maxCount: number): Promise<ReadRate> {
  const started = performance.now();
  const before = process.cpuUsage();
  let events = 0;
  for await (const { event: found } of client.readAll({ maxCount })) if (found) events++;
  const { user, system } = process.cpuUsage(before);
  return { perSecond: (events / (performance.now() - started)) * 1000, events, clientCpu: (user + system) / events };
}

/** Time from an append to its arrival at a subscription, at an even rate. */
export async function deliveryTimes(client: EventStoreDBClient, perSecond: number, seconds: number): Promise<Rate> {
  const sent = new Map<string, number>();
  const times: number[] = [];
  const subscription = client.subscribeToAll({ fromPosition: 'end' });
  await new Promise<void>((resolve) => subscription.on('caughtUp', () => resolve()));
  subscription.on('data', ({ event: found }) => {
    const began = sent.get(found!.id);
    if (began !== undefined) times.push(performance.now() - began);
  });
  const started = performance.now();
  const total = perSecond * seconds;
  const appends: Promise<unknown>[] = [];
  for (let n = 0; n < total;) {
    for (const due = ((performance.now() - started) / 1000) * perSecond; n < due && n < total; n++) {
      const next = event();
      sent.set(next.id, performance.now());
      appends.push(client.appendToStream(`bench-${n % STREAMS}`, next));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(appends);
  while (times.length < total) await new Promise((resolve) => setTimeout(resolve, 5));
  const rate = rateOf(times, performance.now() - started);
  await subscription.unsubscribe();
  return rate;
}
