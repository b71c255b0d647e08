import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import type { ItemDetails } from "./model.ts";
import { fetchPage } from "./fetch-for-project.ts";
import type { Arrival } from "./take-in.ts";

/** An address that is to be fetched, and how it came to us. */
export type ToFetch = {
  readonly projectId: string;
  readonly url: string | null;
  readonly details: ItemDetails;
  readonly kind: string;
};

/** Fetch what stands at an address. Refused with a sentence: all that the fetcher refuses. */
export async function fetchArrival(
  ctx: Context,
  item: ToFetch,
  signal?: AbortSignal,
): Promise<Arrival> {
  if (item.url === null) throw new DomainError("invalid", NOTHING);
  const page = await fetchPage(ctx, item.projectId, item.url, { signal });
  const isFeed = item.kind === "feed";
  return {
    bytes: page.bytes,
    name: nameIn(page.url),
    mediaType: page.mediaType ?? undefined,
    charset: page.charset ?? undefined,
    origin: { kind: isFeed ? "feed" : "address", name: page.url },
    url: page.url,
    retrievedAt: page.retrievedAt,
    details: item.details,
    detailsFrom: isFeed ? "feed" : item.kind === "table" ? "table" : "sender",
  };
}

const NOTHING =
  "There is nothing of it to take in. Correct it where it came from, and bring it again.";

/** The last part of an address, whose ending is a hint as a file's is. */
function nameIn(url: string): string | null {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  return /\.[a-z0-9]{2,5}$/i.test(last) ? last : null;
}
