import {
  type PersistentSubscriptionToStream,
  type PersistentSubscriptionToStreamSettings,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
} from '@eventstore/db-client';
import { freshName, numbered, until, withEventStore } from './harness.js';

export interface Heard {
  n: number;
  retry: number;
  event: Parameters<PersistentSubscriptionToStream['ack']>[0];
}

export const many = (count: number) => Array.from({ length: count }, (_, n) => numbered(n));

/** A running store with what tests of persistent subscriptions need; each stream has one group, `g`. */
export function withGroups() {
  const context = withEventStore();

  /** Connects and notes what comes; answers nothing by itself. */
  function connect(name: string, group: string, bufferSize = 10) {
    const subscription = context.client.subscribeToPersistentSubscriptionToStream(name, group, { bufferSize });
    const heard: Heard[] = [];
    const errors: Record<string, unknown>[] = [];
    let confirmed = false;
    subscription.on('confirmation', () => (confirmed = true));
    subscription.on('error', (error) => errors.push(error as unknown as Record<string, unknown>));
    subscription.on('data', (event) => {
      const n = ((event.event?.data ?? {}) as { n?: number }).n ?? -1;
      heard.push({ n, retry: event.retryCount, event });
    });
    return { subscription, heard, errors, ready: () => until(() => confirmed), seen: () => heard.map(({ n }) => n) };
  }

  const infoOf = (name: string) => context.client.getPersistentSubscriptionToStreamInfo(name, 'g');

  /** The name of a fresh stream with a group from its start. */
  async function made(settings: Partial<PersistentSubscriptionToStreamSettings> = {}) {
    const name = freshName('source');
    const complete = streamSettings({ startFrom: 'start', ...settings });
    await context.client.createPersistentSubscriptionToStream(name, 'g', complete);
    return name;
  }

  return { context, connect, infoOf, made };
}
