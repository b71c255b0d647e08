import type { Entry } from "./feed.ts";
import { sameAddress } from "./feed-entries.ts";

/** More come in with the next fetch. */
const MOST_AT_ONCE = 10_000;

/**
 * The entries of a feed that were not seen before, oldest first as feeds go. One is known by its key
 * and by its address: a feed that gives old entries new ids, or new addresses for old ids, brings
 * nothing again.
 */
export function chooseNewEntries(
  entries: readonly Entry[],
  seen: { readonly keys: ReadonlySet<string>; readonly urls: ReadonlySet<string> },
): Entry[] {
  return entries
    .filter(({ key, url }) => !seen.keys.has(key) && !(url && seen.urls.has(sameAddress(url))))
    .toReversed()
    .slice(0, MOST_AT_ONCE);
}
