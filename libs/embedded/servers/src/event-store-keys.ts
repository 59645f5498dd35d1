import { randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate, writeUsers } from '#libs/embedded/event-store';

/** Who uses the event store of one machine; `subscribers` is for what lies outside the product. */
export const EVENT_STORE_USERS = ['api', 'projector', 'worker', 'subscribers'] as const;
export type EventStoreUser = (typeof EVENT_STORE_USERS)[number];

type Passwords = Readonly<Record<EventStoreUser | 'admin', string>>;

/** Certificate, users and passwords of the event store in a data folder. */
export interface EventStoreKeys {
  readonly tls: { readonly certificate: string; readonly key: string };
  /** The file that the server checks users against. */
  readonly users: string;
  readonly passwords: Passwords;
}

const LIFETIME_DAYS = 825;
const RENEWED_DAYS_BEFORE = 30;

/** Opens `<data>/event-store-keys`; makes what is missing, and the certificate anew a month before it runs out. */
export async function openEventStoreKeys(data: string): Promise<EventStoreKeys> {
  const folder = join(data, 'event-store-keys');
  const known = readPasswords(folder);
  const passwords = known ?? makePasswords();
  if (!known || !isUsable(folder)) await make(folder, passwords);
  return { ...filesIn(folder), passwords };
}

/** The address as one user; it names the certificate, because no authority vouches for it. */
export const addressAs = (user: keyof Passwords, listening: string, { passwords, tls }: EventStoreKeys): string =>
  `esdb://${user}:${passwords[user]}@${listening}?tls=true&tlsCAFile=${encodeURIComponent(tls.certificate)}`;

const filesIn = (folder: string) => ({
  tls: { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') },
  users: join(folder, 'users.json'),
});

const passwordsIn = (folder: string): string => join(folder, 'passwords.json');

function readPasswords(folder: string): Passwords | undefined {
  const file = passwordsIn(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Passwords) : undefined;
}

function makePasswords(): Passwords {
  const password = (): string => randomBytes(24).toString('base64url');
  return { admin: password(), api: password(), projector: password(), worker: password(), subscribers: password() };
}

function isUsable(folder: string): boolean {
  const { tls, users } = filesIn(folder);
  if (![tls.certificate, tls.key, users].every(existsSync)) return false;
  const validTo = new Date(new X509Certificate(readFileSync(tls.certificate)).validTo);
  return validTo.getTime() - Date.now() > RENEWED_DAYS_BEFORE * 86_400_000;
}

/** Renamed into place whole, so that a start that is interrupted leaves no half of it. */
async function make(folder: string, passwords: Passwords): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const { certificate, key } = makeCertificate(['127.0.0.1', 'localhost'], LIFETIME_DAYS);
  const { tls, users } = filesIn(draft);
  writeFileSync(tls.certificate, certificate, { mode: 0o600 });
  writeFileSync(tls.key, key, { mode: 0o600 });
  writeFileSync(passwordsIn(draft), JSON.stringify(passwords, null, 2), { mode: 0o600 });
  await writeUsers(
    users,
    Object.entries(passwords).map(([name, password]) => ({
      name,
      groups: name === 'admin' ? ['$admins'] : [],
      password,
    })),
  );
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}
