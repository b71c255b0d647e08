import { z } from "zod";
import type { Article } from "#lib/articles/model.ts";
import { articleReading } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { readTogether } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { lastNewsReading } from "#lib/projects/follow-project.ts";

/** What is known before anything else of a desk is read. */
export type Opening = {
  article: Article;
  /** Folded into another article, which is to be read instead. */
  isMerged: boolean;
  /**
   * The number of the project's last announcement as of the text. What is announced while the rest is
   * read may be in it already, but is never missed.
   */
  announced: number;
};

/** The article at an address, in one statement; not-found also for one of another project. */
export async function readOpening(
  ctx: Context,
  place: { projectId: string; articleId: string },
): Promise<Opening> {
  if (!z.uuid().safeParse(place.projectId).success) throw notFound("project");
  const { found, announced } = await readTogether(ctx.db, {
    found: articleReading(ctx, place.articleId),
    announced: lastNewsReading(ctx, place.projectId),
  });
  const { revisionId: _, ...article } = found.article;
  // The address names both; an article of another project is not at this one.
  if (article.projectId !== place.projectId) throw notFound("article");
  return { article, isMerged: found.isMerged, announced };
}
