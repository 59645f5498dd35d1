import type { Addresses } from '#libs/embedded/servers';

/**
 * The servers that tests run against: those that EVENTSTORE_URL, MONGODB_URI and REDIS_URL name, else one set that is
 * started for the whole run at the first call (see global-setup.ts). Call it in `beforeAll` with a limit of minutes:
 * on a new machine the first call installs the stand-ins. Share them: a prefix or a database of its own per spec.
 */
export async function testServers(): Promise<Addresses> {
  const { EVENTSTORE_URL: eventStoreUrl, MONGODB_URI: mongoUri, REDIS_URL: redisUrl } = process.env;
  if (eventStoreUrl && mongoUri && redisUrl) return { eventStoreUrl, mongoUri, redisUrl };
  const door = process.env.TAIZHANG_TEST_DOOR;
  if (!door) throw new Error('testServers() works under the test runner only, which opens the door to them.');
  const response = await fetch(door, { headers: { connection: 'close' } });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return JSON.parse(answer) as Addresses;
}
