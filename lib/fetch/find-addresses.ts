import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { CheckedUrl } from "./check-url.ts";
import { fetchError } from "./fetch-error.ts";
import { isPublicAddress } from "./public-address.ts";

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** As the machine itself finds them. */
export const resolveName: Resolve = async (name) => {
  const found = await lookup(name, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

/**
 * The addresses to which the connection may go: those that the name has now, if every one of them is
 * public. They are used as they are; the name is never looked up again for this request.
 *
 * A name that is nobody's and one of the house get the same sentence, so that nobody learns from here
 * which names a house has.
 */
export async function findAddresses(
  { host, isAllowed }: CheckedUrl,
  resolve: Resolve,
): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  const found = await resolve(host).catch((error: unknown) => refuseLookup(error, host));
  const isPublic = isAllowed || found.every(isPublicAddress);
  if (found.length === 0 || !isPublic) throw noSuchSite(host);
  return found.filter((address) => isIP(address) !== 0);
}

function refuseLookup(error: unknown, host: string): never {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOTFOUND" || code === "ENODATA") throw noSuchSite(host);
  throw fetchError(
    "name-service",
    `The site ${host} cannot be looked up just now (the name service does not answer). Try again later.`,
    { isTemporary: true },
  );
}

function noSuchSite(host: string) {
  return fetchError(
    "no-such-site",
    `There is no public site named ${host}. Check the spelling; a page inside your own network is not fetched: paste its text.`,
  );
}
