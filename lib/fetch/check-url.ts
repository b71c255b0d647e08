import { isIP } from "node:net";
import { fetchError } from "./fetch-error.ts";
import { ADDRESS_LENGTH_LIMIT } from "./limits.ts";
import { isPublicAddress } from "./public-address.ts";

/** An address that may be asked for, as far as its writing tells. */
export type CheckedUrl = {
  readonly url: URL;
  /** Its host without the brackets of IPv6. */
  readonly host: string;
  readonly port: number;
  /** The operator has named it: it may lie in the house. */
  readonly isAllowed: boolean;
};

/** Where the web is served. Other ports are other services, which must not be knocked at. */
const PORTS = new Set([80, 443, 8000, 8008, 8080, 8081, 8443, 8888]);

/**
 * Look at an address as it is written; `base` is the page that leads to it. Refused: what is no web
 * address, one with a name or password in it, unusual ports, and numbers that are not public in
 * whatever way they are written (decimal, octal, hex: a URL has only one form of each).
 */
export function checkUrl(address: string, allow: readonly string[], base?: URL): CheckedUrl {
  const written = address.trim();
  if (written.length > ADDRESS_LENGTH_LIMIT) {
    throw fetchError("address", "This address is longer than 4,000 characters. Check it.");
  }
  if (!URL.canParse(written, base)) {
    throw fetchError(
      "address",
      "This is no web address. It begins with https:// or http:// and a name.",
    );
  }
  const url = new URL(written, base);
  url.hash = "";
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw fetchError("address", "Only addresses that begin with https:// or http:// are fetched.");
  }
  if (url.username !== "" || url.password !== "") {
    throw fetchError(
      "address",
      "This address holds a name or a password. Take it out, or paste the text of the page.",
    );
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const isAllowed = allow.includes(`${url.hostname}:${port}`);
  if (!isAllowed) refuse(host, port);
  return { url, host, port, isAllowed };
}

function refuse(host: string, port: number): void {
  if (!PORTS.has(port)) {
    throw fetchError(
      "address",
      `Pages are not served on port ${port}, so nothing is asked there. Check the address.`,
    );
  }
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    throw fetchError(
      "not-public",
      "This address lies in a private network, not on the public web, and is not fetched. Paste the text of the page.",
    );
  }
}
