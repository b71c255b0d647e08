import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

export type Certificate = { readonly cert: string; readonly key: string };
export type Authority = Certificate & { readonly name: string; readonly privateKey: KeyObject };

const DAY_MS = 86_400_000;

/** A certificate authority that nobody knows until a test says that it is to be believed. */
export function makeAuthority(name = "Estuary Test Authority"): Authority {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const cert = makeCertificate({
    issuer: name,
    subject: name,
    publicKey,
    signer: privateKey,
    extensions: [
      extension("551d13", sequence(der(0x01, Buffer.from([0xff])))),
      extension("551d0f", der(0x03, Buffer.from([0x01, 0x06]))),
    ],
  });
  return { cert, key: pem(privateKey), name, privateKey };
}

/** A server's certificate for these names, by the authority, or by itself when none is given. */
export function certify(
  names: readonly string[],
  by: Authority | null,
  validity: { from?: Date; until?: Date } = {},
): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const [subject = ""] = names;
  const alternatives = names.map((name) => der(0x82, Buffer.from(name)));
  const cert = makeCertificate({
    issuer: by?.name ?? subject,
    subject,
    publicKey,
    signer: by?.privateKey ?? privateKey,
    ...validity,
    extensions: [extension("551d11", sequence(...alternatives))],
  });
  return { cert, key: pem(privateKey) };
}

/** X.509 version 3, as RFC 5280 lays it out, in DER. */
function makeCertificate(given: {
  issuer: string;
  subject: string;
  publicKey: KeyObject;
  signer: KeyObject;
  from?: Date;
  until?: Date;
  extensions: readonly Buffer[];
}): string {
  const now = Date.now();
  const signedBy = sequence(oid("2a8648ce3d040302"));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    signedBy,
    distinguishedName(given.issuer),
    sequence(
      time(given.from ?? new Date(now - DAY_MS)),
      time(given.until ?? new Date(now + DAY_MS)),
    ),
    distinguishedName(given.subject),
    given.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...given.extensions)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, given.signer)]);
  const whole = sequence(body, signedBy, der(0x03, signature));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n").trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function der(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

function distinguishedName(commonName: string): Buffer {
  return sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(commonName)))));
}

function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, "");
  return der(0x18, Buffer.from(digits));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), der(0x04, value));
}

function pem(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}
