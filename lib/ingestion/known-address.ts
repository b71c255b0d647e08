import type { Context } from "#lib/context.ts";

/**
 * The address by which a page is known: the one that it calls its own, when that is on the same site,
 * else the one where it was found. A page that names another site's is believed by nobody.
 */
export function ownAddress(found: string, stated: string | null): string {
  return stated !== null && siteOf(stated) === siteOf(found) ? withoutFragment(stated) : found;
}

/**
 * The article of a project that is known under one of these addresses, the oldest where there are
 * several; null when none is. Called in a transaction: two that bring the same page wait for each other
 * here, until the first has committed.
 */
export async function findByAddress(
  ctx: Context,
  projectId: string,
  addresses: readonly string[],
): Promise<string | null> {
  const wanted = [...new Set(addresses)].sort();
  for (const address of wanted) {
    await ctx.db
      .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address ${projectId} ${address}`}, 0))`;
  }
  const found = await ctx.db.article.findFirst({
    where: { projectId, url: { in: wanted } },
    select: { id: true, mergedIntoId: true },
    orderBy: { createdAt: "asc" },
  });
  return found?.mergedIntoId ?? found?.id ?? null;
}

function siteOf(address: string): string {
  if (!URL.canParse(address)) return "";
  return new URL(address).hostname.replace(/^(?:www|m|mobile|amp)\./, "");
}

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}
