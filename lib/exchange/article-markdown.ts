import { visibleLinks } from "#lib/access/visibility.ts";
import { listByIds } from "#lib/annotations/queries.ts";
import type { Context } from "#lib/context.ts";
import { LinkType } from "#lib/links/model.ts";
import { toMarkdown, type Spoken, type Tie } from "./markdown.ts";
import type { ExportAnnotation, ExportArticle, ExportHeader, Selection } from "./model.ts";
import { readProject } from "./read-project.ts";

/** How far a chain of who said it is followed into other articles. */
const STEPS = 4;

/** The one article of the selection as Markdown, with what other articles say about its annotations. */
export async function articleMarkdown(
  ctx: Context,
  header: ExportHeader,
  selection: Selection,
): Promise<{ markdown: string; annotations: number }> {
  let article: ExportArticle | null = null;
  const annotations: ExportAnnotation[] = [];
  for await (const read of readProject(ctx, selection)) {
    if ("article" in read) article = read.article;
    else annotations.push(...read.annotations);
  }
  if (article === null) throw new Error("The article was there a moment ago.");
  const { others, ties } = await surroundings(ctx, annotations, selection.states);
  return {
    markdown: toMarkdown({ header, article, annotations, others, ties }),
    annotations: annotations.length,
  };
}

async function surroundings(
  ctx: Context,
  annotations: readonly ExportAnnotation[],
  states: readonly string[],
): Promise<{ others: Spoken[]; ties: Tie[] }> {
  const ties = new Map<string, Tie>();
  const own = new Set(annotations.map(({ id }) => id));
  for (const { links } of annotations)
    for (const { id, type, from, to } of links) ties.set(id, { type, from, to });
  const known = new Set(own);
  for (let step = 0; step < STEPS; step++) {
    const news = [...ties.values()]
      .flatMap(({ from, to }) => [from, to])
      .filter((id) => !known.has(id));
    if (news.length === 0) break;
    for (const id of news) known.add(id);
    // Of what stands elsewhere, only who said it matters here.
    const rows = await ctx.db.link.findMany({
      where: {
        AND: [
          { type: "attributes", toId: { in: news }, from: { state: { in: [...states] } } },
          visibleLinks(ctx.actor),
        ],
      },
      select: { id: true, type: true, fromId: true, toId: true },
    });
    for (const row of rows)
      ties.set(row.id, { type: LinkType.parse(row.type), from: row.fromId, to: row.toId });
  }
  const stored = await listByIds(
    ctx,
    [...known].filter((id) => !own.has(id)),
  );
  const titles = await ctx.db.article.findMany({
    where: { id: { in: [...new Set(stored.map(({ articleId }) => articleId))] } },
    select: { id: true, title: true },
  });
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
  const home = annotations[0]?.articleId;
  const others = stored.map((other) => ({
    ...other,
    elsewhere: other.articleId === home ? null : (titleOf.get(other.articleId) ?? null),
  }));
  return {
    others,
    ties: [...ties.values()].toSorted((a, b) => (a.from + a.to).localeCompare(b.from + b.to)),
  };
}
