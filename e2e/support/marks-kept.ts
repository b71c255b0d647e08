import type { Installation } from "./installation.ts";

/** The tag and the words of every annotation that stands on the article in the database, oldest first. */
export async function marksKept(
  { db }: Installation,
  articleId: string,
): Promise<{ tag: string; words: string[] }[]> {
  const rows = await db.annotation.findMany({
    where: { articleId, state: { not: "withdrawn" } },
    include: { segments: { orderBy: { start: "asc" } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ tag, segments }) => ({ tag, words: segments.map(({ exact }) => exact) }));
}
