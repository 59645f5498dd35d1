import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { RefusesToStart } from '../log/lock.js';

const derive = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>;
const KEY_BYTES = 32;
const REMEMBERED = 1000;

/** A user as the user file holds it: `{"users": [{"name", "groups", "password"}]}`. */
export interface User {
  name: string;
  /** `$admins` may do everything, `$ops` manages persistent subscriptions; others count in `$acl`. */
  groups: string[];
  /** `salt:key` of scrypt, both in hex. */
  password: string;
}

/** Writes a user file, readable by its owner only. */
export async function writeUsers(
  path: string,
  users: { name: string; groups: string[]; password: string }[],
): Promise<void> {
  const hashed = await Promise.all(users.map(async (user) => ({ ...user, password: await hash(user.password) })));
  writeFileSync(path, JSON.stringify({ users: hashed }, null, 2), { mode: 0o600 });
}

async function hash(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${(await derive(password, salt, KEY_BYTES)).toString('hex')}`;
}

/** Checks Basic credentials; those that were right once are known by their digest, as scrypt takes its time. */
export class Users {
  private readonly byName: Map<string, User>;
  private readonly known = new Map<string, User>();

  private constructor(users: User[]) {
    this.byName = new Map(users.map((user) => [user.name, user]));
  }

  /** Throws RefusesToStart if the file cannot be used. */
  static load(path: string): Users {
    try {
      const { users } = JSON.parse(readFileSync(path, 'utf8')) as { users: User[] };
      return new Users(users);
    } catch (error) {
      throw new RefusesToStart(`The user file ${path} cannot be read: ${(error as Error).message}.`);
    }
  }

  /** The user of an `authorization: Basic …` header, undefined if it is wrong. */
  async authenticate(header: string): Promise<User | undefined> {
    const digest = createHash('sha256').update(header).digest('base64');
    const known = this.known.get(digest);
    if (known) return known;
    const [, encoded = ''] = /^Basic (.+)$/i.exec(header) ?? [];
    const [, name = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
    const user = this.byName.get(name);
    if (!user || !(await matches(user, password))) return undefined;
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(digest, user);
    return user;
  }
}

async function matches(user: User, password: string): Promise<boolean> {
  const [salt = '', key = ''] = user.password.split(':');
  const expected = Buffer.from(key, 'hex');
  return (
    expected.length === KEY_BYTES &&
    timingSafeEqual(await derive(password, Buffer.from(salt, 'hex'), KEY_BYTES), expected)
  );
}
