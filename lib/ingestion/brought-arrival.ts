import type { Origin } from "#lib/articles/save-revision.ts";
import type { DetailsSource } from "#lib/articles/settle-details.ts";
import { sourceOf } from "./fetch-arrival.ts";
import type { ItemDetails } from "./model.ts";
import type { Arrival } from "./take-in.ts";

/** Something whose bytes are here, and how it came. */
export type BroughtItem = {
  readonly kind: string;
  readonly name: string;
  /** What it came out of: an archive or a table; null when it came by itself. */
  readonly parentName: string | null;
  readonly url?: string | null | undefined;
  readonly mediaType?: string | null | undefined;
  readonly charset?: string | null | undefined;
  readonly details?: ItemDetails | undefined;
};

/** What was brought with its bytes, as it arrives: a file, a row of a table, a page out of a browser. */
export function broughtArrival(item: BroughtItem, bytes: Uint8Array): Arrival {
  const { name, url = null } = item;
  const from = sourceOf(item);
  const isPage = url !== null && (item.kind === "share" || from === "feed");
  return {
    bytes,
    // What a row or a page is called says nothing of its kind.
    name: from === "table" || isPage ? null : name,
    mediaType: item.mediaType ?? undefined,
    charset: item.charset ?? undefined,
    origin: originOf(from, name, isPage ? url : null),
    url,
    // Somebody has the page in front of them; a feed's own text may be an extract.
    isLive: isPage && from !== "feed",
    retrievedAt: null,
    details: item.details ?? {},
    detailsFrom: from,
  };
}

function originOf(from: DetailsSource, name: string, url: string | null): Origin {
  if (from === "table" || from === "feed") return { kind: from, name: url ?? name };
  return url === null ? { kind: "file", name } : { kind: "address", name: url };
}
