import { isDeepStrictEqual } from 'node:util';
import { BACKWARDS, END, type EventStoreDBClient, jsonEvent, StreamNotFoundError } from '@eventstore/db-client';
import type { EventStoreUser } from './event-store-keys.js';

const READERS: EventStoreUser[] = ['api', 'projector', 'worker'];
const WRITERS: EventStoreUser[] = ['api', 'worker'];

/** User streams without an `$acl` of their own; only admins delete. The worker sets the `$acl` of what it publishes. */
const DEFAULTS = { $userStreamAcl: { $r: READERS, $w: WRITERS, $d: '$admins', $mr: READERS, $mw: ['worker'] } };

/** Who else than admins may read a system stream. */
const SYSTEM_READERS: Readonly<Record<string, EventStoreUser[]>> = {
  $all: READERS,
  '$ce-public': ['subscribers'],
};

/** Gives each user what it needs and no more, by `$settings` and `$acl` as on any server; writes only what is new. */
export async function grantRights(admin: EventStoreDBClient): Promise<void> {
  if (!isDeepStrictEqual(await defaultsOf(admin), DEFAULTS))
    await admin.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: DEFAULTS }));
  for (const [stream, readRoles] of Object.entries(SYSTEM_READERS)) {
    const { metadata } = await admin.getStreamMetadata(stream);
    if (!isDeepStrictEqual(metadata?.acl?.readRoles, readRoles))
      await admin.setStreamMetadata(stream, { ...metadata, acl: { ...metadata?.acl, readRoles } });
  }
}

async function defaultsOf(admin: EventStoreDBClient): Promise<unknown> {
  let found: unknown;
  try {
    const newest = admin.readStream('$settings', { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
    // Read to its end: the client cannot be closed while a read that was left early is open.
    for await (const { event } of newest) found = event?.data;
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return found;
}
