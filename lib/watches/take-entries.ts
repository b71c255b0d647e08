import { v7 } from "uuid";
import { saveOriginal } from "#lib/articles/save-revision.ts";
import type { Context } from "#lib/context.ts";
import { bring } from "#lib/ingestion/create-ingestion.ts";
import { ItemDetails } from "#lib/ingestion/model.ts";
import type { NewItem } from "#lib/ingestion/save-items.ts";
import { chooseNewEntries } from "./choose-new-entries.ts";
import { sameAddress } from "./feed-entries.ts";
import type { Entry, Feed } from "./feed.ts";
import type { Watch } from "./model.ts";

/**
 * Bring the entries of a feed that were not seen before as one ingestion, and remember them. Call it
 * with the watch locked: two fetches that meet would bring them twice. Answers with how many are new.
 */
export async function takeEntries(ctx: Context, watch: Watch, feed: Feed): Promise<number> {
  const fresh = chooseNewEntries(feed.entries, await seenBefore(ctx, watch.id, feed.entries));
  if (fresh.length === 0) return 0;
  const rows = fresh.map(({ key, url }) => ({ key, url: url && sameAddress(url) }));
  // One statement, however many there are.
  await ctx.db.$executeRaw`
    INSERT INTO "feed_entry" ("watch_id", "key", "url", "seen_at")
    SELECT ${watch.id}::uuid, r."key", r."url", ${ctx.now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("key" text, "url" text)`;
  const items: NewItem[] = [];
  for (const entry of fresh) items.push(await toItem(ctx, entry, items.length, feed));
  await bring(ctx, watch.projectId, {
    id: v7(),
    name: `Feed: ${feed.title ?? watch.title ?? watch.url}`.slice(0, 300).toWellFormed(),
    kind: "feed",
    items,
    complete: true,
  });
  return fresh.length;
}

async function seenBefore(ctx: Context, watchId: string, entries: readonly Entry[]) {
  const keys = entries.map(({ key }) => key);
  const urls = entries.flatMap(({ url }) => (url === null ? [] : [sameAddress(url)]));
  const rows = await ctx.db.$queryRaw<{ key: string; url: string | null }[]>`
    SELECT "key", "url" FROM "feed_entry"
     WHERE "watch_id" = ${watchId}::uuid AND ("key" = ANY(${keys}::text[]) OR "url" = ANY(${urls}::text[]))`;
  return {
    keys: new Set(rows.map(({ key }) => key)),
    urls: new Set(rows.flatMap(({ url }) => url ?? [])),
  };
}

async function toItem(
  ctx: Context,
  { url, title, content, published, byline }: Entry,
  index: number,
  feed: Feed,
): Promise<NewItem> {
  const name = title ?? url ?? "An entry without a title";
  const details = detailsOf({
    title,
    published,
    byline,
    publisher: feed.title,
    language: feed.language,
  });
  if (url !== null) return { index, name, url, details };
  const originalHash = await saveOriginal(ctx, Buffer.from(content ?? ""));
  return { index, name, originalHash, mediaType: "text/html", charset: "utf-8", details };
}

/** What the feed states of an entry, as far as it has a form that we keep. */
function detailsOf(stated: Record<string, string | null>): ItemDetails {
  const entries = Object.entries(stated).filter(([name, value]) => {
    return value !== null && ItemDetails.safeParse({ [name]: value }).success;
  });
  return ItemDetails.parse(Object.fromEntries(entries));
}
