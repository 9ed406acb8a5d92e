import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate for mail servers of tests, as PEM: signed by itself, made anew in memory, good for a day. */
export function aCertificate(names: readonly string[] = ['localhost'], now = new Date()) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('tsudoi test'))));
  const validity = sequence(utcTime(now.getTime() - DAY), utcTime(now.getTime() + DAY));
  const dns = names.map((one) => der(0x82, Buffer.from(one)));
  // 127.0.0.1, by which tests call their servers.
  const alternatives = sequence(...dns, der(0x87, Buffer.from([127, 0, 0, 1])));
  const extension = sequence(oid('2.5.29.17'), der(0x04, alternatives));
  const signed = sequence(
    der(0xa0, integer(2)),
    integer(1),
    ECDSA,
    ...[name, validity, name, publicKey],
    der(0xa3, sequence(extension)),
  );
  const certificate = sequence(signed, ECDSA, der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

const DAY = 24 * 3600 * 1000;

/** One value in DER (X.690): tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const set = (...parts: readonly Buffer[]) => der(0x31, ...parts);
const integer = (value: number) => der(0x02, Buffer.from([value]));
const utf8 = (text: string) => der(0x0c, Buffer.from(text));
const utcTime = (at: number) =>
  der(
    0x17,
    Buffer.from(
      new Date(at)
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(2),
    ),
  );

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): readonly number[] {
  const digits = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

const ECDSA = sequence(oid('1.2.840.10045.4.3.2'));
