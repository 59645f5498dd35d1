import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';

type Networks = readonly ReturnType<typeof ipaddr.parseCIDR>[];

/** Ranges such as 10.1.0.0/16. Throws for what is none. */
export const networksOf = (texts: readonly string[]): Networks => texts.map((text) => ipaddr.parseCIDR(text));

/** An address that is not to be connected to: of this machine, of the networks around it, or of nobody. */
export class AddressRefused extends Error {}

/** Of the public internet by RFC 6890 and what followed it, or within one of the networks. */
function mayConnect(address: string, networks: Networks, isPlain: boolean): boolean {
  const parsed = ipaddr.process(address);
  const isNamed = networks.some((network) => parsed.kind() === network[0].kind() && parsed.match(network));
  return isNamed || (!isPlain && parsed.range() === 'unicast');
}

/**
 * Connects to what a name means at this moment, and only where each of its addresses is allowed: so that the address that
 * was looked at is the one that is connected to. Without TLS only the named networks are reached.
 */
export function guardedConnector(
  networks: Networks,
  timeout: number,
  lookup: LookupFunction,
): buildConnector.connector {
  const through = (isPlain: boolean): buildConnector.connector => {
    const guarded: LookupFunction = (host, options, done) =>
      lookup(host, { ...options, all: true }, (error, found) => {
        const addresses = found as LookupAddress[];
        if (error) return done(error, '');
        if (!addresses.every(({ address }) => mayConnect(address, networks, isPlain)))
          return done(new AddressRefused(host), '');
        if (options.all) return done(null, addresses);
        return done(null, addresses[0]!.address, addresses[0]!.family);
      });
    const connect = buildConnector({ timeout, lookup: guarded });
    return (options, done) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      // What is an address already is looked up by nobody.
      if (isIP(host) !== 0 && !mayConnect(host, networks, isPlain)) return done(new AddressRefused(host), null);
      return connect(options, done);
    };
  };
  const [plain, tls] = [through(true), through(false)];
  return (options, done) => (options.protocol === 'https:' ? tls : plain)(options, done);
}
