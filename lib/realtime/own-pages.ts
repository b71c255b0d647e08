import type { Db } from "#lib/db/client.ts";

/** The channel of what concerns the pages of one person only. */
export const OWN_PAGES = "onrecord_own";

type Told = { projectId: string; userId: string; articleId: string };

/**
 * Say to the pages that a person has open in a project that something of theirs alone has changed at an
 * article, once the transaction is done. Nothing is kept: who is away looks for it on coming back.
 */
export async function tellOwnPages(db: Db, { projectId, userId, articleId }: Told): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${OWN_PAGES}, ${`${projectId} ${userId} ${articleId}`})`;
}

/** What was said on the channel. */
export function readOwnPages(payload: string): Told {
  const [projectId = "", userId = "", articleId = ""] = payload.split(" ");
  return { projectId, userId, articleId };
}
