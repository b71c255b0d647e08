import type { DetailsSource } from "#lib/articles/settle-details.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import type { ItemDetails } from "./model.ts";
import { fetchPage } from "./fetch-for-project.ts";
import { isTableName } from "./tables/is-table-name.ts";
import type { Arrival } from "./take-in.ts";

/** An address that is to be fetched, and how it came to us. */
export type ToFetch = {
  readonly projectId: string;
  readonly url: string | null;
  readonly details: ItemDetails;
  readonly kind: string;
  /** What it came out of: an archive or a table; null when it came by itself. */
  readonly parentName: string | null;
};

/** Fetch what stands at an address. Refused with a sentence: all that the fetcher refuses. */
export async function fetchArrival(
  ctx: Context,
  item: ToFetch,
  signal?: AbortSignal,
): Promise<Arrival> {
  if (item.url === null) throw new DomainError("invalid", NOTHING);
  const page = await fetchPage(ctx, item.projectId, item.url, { signal });
  const from = sourceOf(item);
  return {
    bytes: page.bytes,
    name: nameIn(page.url),
    mediaType: page.mediaType ?? undefined,
    charset: page.charset ?? undefined,
    origin: { kind: from === "feed" ? "feed" : "address", name: page.url },
    url: page.url,
    asked: item.url,
    isLive: true,
    retrievedAt: page.retrievedAt,
    details: item.details,
    detailsFrom: from,
  };
}

/** Who says what is known of an item before its text is read. */
export function sourceOf(item: Pick<ToFetch, "kind" | "parentName">): DetailsSource {
  if (item.kind === "feed") return "feed";
  const isRow = item.parentName !== null && (item.kind === "table" || isTableName(item.parentName));
  return isRow ? "table" : "sender";
}

const NOTHING =
  "There is nothing of it to take in. Correct it where it came from, and bring it again.";

/** The last part of an address, whose ending is a hint as a file's is. */
function nameIn(url: string): string | null {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  return /\.[a-z0-9]{2,5}$/i.test(last) ? last : null;
}
