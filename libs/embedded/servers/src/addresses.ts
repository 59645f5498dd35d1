import type { EventStoreUser } from './event-store-keys.js';

/** The event store's address as each of its users. */
export type EventStoreAddresses = Readonly<Record<EventStoreUser, string>>;

/** Where application code finds its three servers. */
export interface Addresses {
  /** As the api, if the server has users of ours. */
  eventStoreUrl: string;
  /** Left out for a server that was given: its address says for all of them who they are. */
  eventStoreUsers?: EventStoreAddresses;
  mongoUri: string;
  redisUrl: string;
}

/** The environment variable of each address, as users set it. */
export const variables = { eventStoreUrl: 'EVENTSTORE_URL', mongoUri: 'MONGODB_URI', redisUrl: 'REDIS_URL' } as const;

export function addressesOf(environment: NodeJS.ProcessEnv): Partial<Addresses> {
  const given = Object.entries(variables).map(([name, variable]) => [name, environment[variable] || undefined]);
  return Object.fromEntries(given) as Partial<Addresses>;
}

/** An address as it may be shown: without user, password and options. */
export const shown = (address: string): string => address.replace(/\/\/[^/@?]*@/, '//').replace(/\?.*$/, '');
