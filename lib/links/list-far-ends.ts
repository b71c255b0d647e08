import { visibleAnnotations } from "#lib/access/visibility.ts";
import type { AnnotationState, Segment, Tag } from "#lib/annotations/model.ts";
import { ANNOTATION_SELECT, storedAnnotation } from "#lib/annotations/stored-annotation.ts";
import type { Context } from "#lib/context.ts";
import type { Link } from "./model.ts";

/** An annotation of another article, as far as a link to it shows it. */
export type FarEnd = {
  id: string;
  articleId: string;
  articleTitle: string;
  tag: Tag;
  state: AnnotationState;
  segments: Segment[];
};

/** Where an article's links lead out of it: the annotations of other articles that the caller may see. */
export async function listFarEnds(
  ctx: Context,
  articleId: string,
  links: readonly Pick<Link, "from" | "to">[],
): Promise<FarEnd[]> {
  if (links.length === 0) return [];
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  const rows = await ctx.db.annotation.findMany({
    where: {
      AND: [{ id: { in: ids } }, { articleId: { not: articleId } }, visibleAnnotations(ctx.actor)],
    },
    select: { ...ANNOTATION_SELECT, article: { select: { title: true } } },
  });
  return rows.map((row) => {
    const { id, articleId, tag, state, segments } = storedAnnotation(row);
    return { id, articleId, articleTitle: row.article.title, tag, state, segments };
  });
}
