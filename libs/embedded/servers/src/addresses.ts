/** Where application code finds its three servers. */
export interface Addresses {
  eventStoreUrl: string;
  mongoUri: string;
  redisUrl: string;
}

/** The environment variable of each address, as users set it. */
export const variables = { eventStoreUrl: 'EVENTSTORE_URL', mongoUri: 'MONGODB_URI', redisUrl: 'REDIS_URL' } as const;

export function addressesOf(environment: NodeJS.ProcessEnv): Partial<Addresses> {
  const given = Object.entries(variables).map(([name, variable]) => [name, environment[variable] || undefined]);
  return Object.fromEntries(given) as Partial<Addresses>;
}
