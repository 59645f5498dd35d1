import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { HASH_OF, type LedgerAlgorithm } from '#libs/ledger';

/** What a process needs to know, read once from the environment. */
export interface Config {
  readonly eventStoreUrl: string;
  readonly mongoUri: string;
  readonly mongoDb: string;
  /** Database of names and phones, apart from the views. */
  readonly directoryDb: string;
  readonly redisUrl: string;
  readonly port: number;
  readonly host: string;
  /** Folder of the one-machine start, with its keys. */
  readonly data: string;
  /** Folder of the files that events refer to; processes on several machines share it. */
  readonly files: string;
  readonly ledger: LedgerSettings;
  readonly tokens: TokenSettings;
  /** Who publishes open data, and how the ids of its projects begin in OC4IDS. */
  readonly publisher: { readonly name: string; readonly prefix: string };
  readonly webhooks: WebhookSettings;
  /** A reader of a stream who takes nothing of what was handed to it for so long is let go. */
  readonly feedPatienceMilliseconds: number;
  readonly logLevel: string;
}

/** Where the seals of the log lie. */
export interface LedgerSettings {
  /** Folder of tiles and checkpoints; worker and API share it. */
  readonly folder: string;
  /** File of the key that signs checkpoints; only who seals needs it. */
  readonly key: string;
  /** Of the ledger from its beginning. */
  readonly algorithm: LedgerAlgorithm;
}

/** How others are told at addresses of theirs. */
export interface WebhookSettings {
  /** File of the key from which the secrets follow; worker and API share it. */
  readonly key: string;
  /** Ranges of addresses, such as 10.1.0.0/16, that may be told beside those of the public internet. */
  readonly networks: readonly string[];
}

/** Whose tokens count. */
export interface TokenSettings {
  /** File or URL of a JWK set; undefined for the local issuer of the data folder. */
  readonly jwks: string | undefined;
  readonly issuer: string | undefined;
  readonly audience: string;
}

/** Everything that is wrong with the environment, at once. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the environment; servers may still be missing if this process starts them itself. Throws `ConfigError`. */
export function readConfig(environment: Environment, options: { startsServers: boolean }): Config {
  const wrong: string[] = [];
  const value = (name: string): string | undefined => {
    const file = environment[`${name}_FILE`];
    if (file === undefined) return environment[name] || undefined;
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      wrong.push(`${name}_FILE: cannot read ${file}`);
      return undefined;
    }
  };
  const address = (name: string, form: RegExp): string => {
    const given = value(name);
    if (given === undefined && !options.startsServers) wrong.push(`${name} is not set`);
    if (given !== undefined && !form.test(given)) wrong.push(`${name} is not of the form ${form.source}`);
    return given ?? '';
  };
  const port = Number(value('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) wrong.push('PORT is not a port number');
  const logLevel = value('LOG_LEVEL') ?? 'info';
  if (!LEVELS.includes(logLevel)) wrong.push(`LOG_LEVEL is none of ${LEVELS.join(', ')}`);
  const jwks = value('TAIZHANG_JWKS');
  const issuer = value('TAIZHANG_ISSUER');
  if ((jwks === undefined) !== (issuer === undefined))
    wrong.push('TAIZHANG_JWKS and TAIZHANG_ISSUER are set together or not at all');
  const host = value('HOST') ?? '127.0.0.1';
  if (jwks === undefined && !LOOPBACK.test(host))
    wrong.push(`HOST ${host} is not a loopback address: without TAIZHANG_JWKS tokens are signed here, for here only`);

  const networks = value('TAIZHANG_WEBHOOK_NETWORKS')?.split(',') ?? [];
  for (const network of networks)
    if (!ipaddr.isValidCIDR(network))
      wrong.push(`TAIZHANG_WEBHOOK_NETWORKS: ${network} is no range such as 10.1.0.0/16`);

  const patience = Number(value('TAIZHANG_FEED_PATIENCE') ?? 30);
  if (!Number.isInteger(patience) || patience < 1 || patience > 3_600)
    wrong.push('TAIZHANG_FEED_PATIENCE is no number of seconds from 1 to 3600');

  const data = resolve(value('TAIZHANG_DATA') ?? '.taizhang');
  const algorithm = value('TAIZHANG_LEDGER_ALGORITHM') ?? 'ed25519-sha256';
  if (!Object.hasOwn(HASH_OF, algorithm))
    wrong.push(`TAIZHANG_LEDGER_ALGORITHM ${algorithm} is none of ${Object.keys(HASH_OF).join(', ')}`);
  const ledger = resolve(value('TAIZHANG_LEDGER') ?? join(data, 'ledger'));
  const mongoDb = value('MONGODB_DB') ?? 'taizhang';
  const config: Config = {
    eventStoreUrl: address('EVENTSTORE_URL', /^esdb(\+discover)?:\/\//),
    mongoUri: address('MONGODB_URI', /^mongodb(\+srv)?:\/\//),
    mongoDb,
    directoryDb: value('MONGODB_DIRECTORY_DB') ?? `${mongoDb}-directory`,
    redisUrl: address('REDIS_URL', /^rediss?:\/\//),
    port,
    host,
    data,
    files: resolve(value('TAIZHANG_FILES') ?? join(data, 'files')),
    ledger: {
      folder: ledger,
      key: resolve(value('TAIZHANG_LEDGER_KEY') ?? join(ledger, 'key')),
      algorithm: algorithm as LedgerAlgorithm,
    },
    tokens: { jwks, issuer, audience: value('TAIZHANG_AUDIENCE') ?? 'taizhang' },
    publisher: {
      name: value('TAIZHANG_PUBLISHER') ?? '重点项目台账',
      prefix: value('TAIZHANG_OC4IDS_PREFIX') ?? 'taizhang',
    },
    webhooks: { key: resolve(value('TAIZHANG_WEBHOOK_KEY') ?? join(data, 'webhook-key')), networks },
    feedPatienceMilliseconds: patience * 1_000,
    logLevel,
  };
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  return config;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;
