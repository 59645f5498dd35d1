import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

const SEQUENCE = 0x30;
const SET = 0x31;
const DAY_MS = 86_400_000;
const ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const COMMON_NAME = [0x55, 0x04, 0x03];
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13];
const SUBJECT_ALT_NAME = [0x55, 0x1d, 0x11];

/** One DER value: tag, length, contents. */
function der(tag: number, ...contents: (Buffer | number[])[]): Buffer {
  const body = Buffer.concat(contents.map((part) => Buffer.from(part)));
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const oid = (bytes: number[]) => der(0x06, bytes);
const generalizedTime = (date: Date) => der(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, '')));
const extension = (id: number[], value: Buffer) => der(SEQUENCE, oid(id), der(0x04, value));

/**
 * Makes a self-signed certificate (EC P-256) for these host names and IPv4 addresses, valid for that many days, and its
 * key, both as PEM. Clients trust it by being given the certificate as their root.
 */
export function makeCertificate(hosts: string[], days: number): { certificate: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, oid(ECDSA_SHA256));
  const name = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, oid(COMMON_NAME), der(0x0c, Buffer.from(hosts[0] ?? 'event-store')))),
  );
  const now = Date.now();
  const names = hosts.map((host) =>
    isIPv4(host) ? der(0x87, host.split('.').map(Number)) : der(0x82, Buffer.from(host)),
  );
  const signed = der(
    SEQUENCE,
    der(0xa0, der(0x02, [2])),
    der(0x02, [0x01], randomBytes(15)),
    algorithm,
    name,
    der(SEQUENCE, generalizedTime(new Date(now - DAY_MS)), generalizedTime(new Date(now + days * DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      der(
        SEQUENCE,
        extension(BASIC_CONSTRAINTS, der(SEQUENCE, der(0x01, [0xff]))),
        extension(SUBJECT_ALT_NAME, der(SEQUENCE, ...names)),
      ),
    ),
  );
  const certificate = der(SEQUENCE, signed, algorithm, der(0x03, [0], sign('sha256', signed, privateKey)));
  return { certificate: pem(certificate), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g)!;
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
