import { DomainError } from "#lib/errors.ts";
import { readEnv } from "#lib/env.ts";
import { checkUrl } from "#lib/fetch/check-url.ts";
import { readAddress } from "#lib/ingestion/address.ts";

/**
 * An address as it is kept, so that the same twice is seen to be the same. Refused at once: what is no
 * web address, and what lies in a private network as far as its writing tells.
 */
export function watchedAddress(typed: string): string {
  const read = readAddress(typed);
  if ("problem" in read) {
    throw new DomainError("invalid", read.problem, { fields: { url: read.problem } });
  }
  return checkUrl(read.address, readEnv().fetchAllow).url.href;
}
