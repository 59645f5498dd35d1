import { type Metadata, status } from '@grpc/grpc-js';
import { defaultAcls, isMetastream, settingsOf } from '../index/settings.js';
import type { Store } from '../store.js';
import { accessDenied, CallError } from '../wire/errors.js';
import type { User, Users } from './users.js';

export type Right = '$r' | '$w' | '$d' | '$mr' | '$mw';

/** Who makes a call, and what they may do. */
export interface Caller {
  name: string;
  /** Throws access-denied. A right on a `$$` stream is one on the metadata of the stream that it describes. */
  demand(right: Right, stream: string): void;
  /** Throws access-denied for callers who may not manage persistent subscriptions. */
  demandOperations(): void;
}

/** Finds out who calls; rejects with UNAUTHENTICATED for wrong credentials. */
export type Guard = (metadata: Metadata) => Promise<Caller>;

const nobodyAsks: Caller = { name: 'anonymous', demand: () => undefined, demandOperations: () => undefined };

/** Without a user file everybody may do everything. */
export const openGuard: Guard = () => Promise.resolve(nobodyAsks);

/** What user streams allow if nothing else is said; system streams and `$all` are for admins only. */
const USER_STREAM_DEFAULTS: Record<Right, string> = { $r: '$all', $w: '$all', $d: '$admins', $mr: '$all', $mw: '$all' };

/** Enforces Basic credentials and `$acl`. */
export function userGuard(store: Store, users: Users): Guard {
  return async (metadata) => {
    const header = metadata.get('authorization')[0];
    if (header === undefined) return callerOf(store, { name: 'anonymous', groups: [] });
    const user = await users.authenticate(String(header));
    if (!user) throw new CallError(status.UNAUTHENTICATED, 'The credentials are wrong.');
    return callerOf(store, user, ['$all']);
  };
}

function callerOf(store: Store, { name, groups }: Pick<User, 'name' | 'groups'>, more: string[] = []): Caller {
  const roles = new Set([name, ...groups, ...more]);
  const isAdmin = roles.has('$admins');
  return {
    name,
    demand: (right, stream) => {
      if (!isAdmin && !allowed(store, right, stream).some((role) => roles.has(role))) throw accessDenied();
    },
    demandOperations: () => {
      if (!isAdmin && !roles.has('$ops')) throw accessDenied();
    },
  };
}

/** The roles and users that have a right: by the stream's metadata, else by `$settings`, else by what is built in. */
function allowed(store: Store, right: Right, name: string): string[] {
  const onMetadata = isMetastream(name);
  const stream = onMetadata ? name.slice(2) : name;
  const wanted: Right = !onMetadata ? right : right === '$r' ? '$mr' : '$mw';
  const { committed } = store.log;
  const isSystem = stream.startsWith('$');
  const defaults = defaultAcls(store, committed)[isSystem ? 'system' : 'user'];
  return (
    rolesIn(settingsOf(store, stream, committed).acl?.[wanted]) ??
    rolesIn(defaults?.[wanted]) ?? [isSystem ? '$admins' : USER_STREAM_DEFAULTS[wanted]]
  );
}

function rolesIn(listed: unknown): string[] | undefined {
  if (typeof listed === 'string') return [listed];
  return Array.isArray(listed) ? listed.filter((role) => typeof role === 'string') : undefined;
}
