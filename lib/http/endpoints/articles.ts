import { z } from "zod";
import { addArticle } from "#lib/articles/add-article.ts";
import { correctBlock } from "#lib/articles/correct-block.ts";
import { DetailsFrom, getDetails } from "#lib/articles/details.ts";
import { editArticle } from "#lib/articles/edit-article.ts";
import { ArticleDetails, ArticleInput } from "#lib/articles/model.ts";
import { getArticle as readArticle, listArticles } from "#lib/articles/queries.ts";
import { BlockKind, Boilerplate } from "#lib/cleanup/block.ts";
import { noteLikenesses } from "#lib/likeness/note-likenesses.ts";
import { admitToProject } from "../admit-to-project.ts";
import { contentTypeOf } from "../content-type.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { cut, PageQuery, pageOf } from "../page.ts";

const text = z.string().nullable();

const Block = z
  .object({
    kind: BlockKind,
    boilerplate: Boilerplate.nullable(),
    start: z.int().min(0),
    end: z.int().min(1),
  })
  .meta({
    id: "Block",
    description: "A stretch of the article's text, in code points, end exclusive.",
  });

const described = {
  id: z.string(),
  projectId: z.string(),
  title: z.string(),
  url: text,
  mediaType: z.string(),
  publisher: text,
  byline: text,
  published: text,
  language: text,
  revision: z.int().min(1),
  hash: z.string().meta({ description: "SHA-256 of the text in UTF-8, in hexadecimal." }),
};
const ArticleSummary = z
  .object({ ...described, createdAt: z.string() })
  .meta({ id: "ArticleSummary", description: "An article without its text." });
const Article = z
  .object({ ...described, text: z.string(), blocks: z.array(Block), createdAt: z.string() })
  .meta({ id: "Article" });

/** Ten megabytes of text may take six times as much as JSON; text and files are measured by extract(). */
const BODY_LIMIT = 64 * 1024 * 1024;

export const getArticles = endpoint({
  method: "GET",
  path: "/projects/{id}/articles",
  summary: "A project's articles, without their texts",
  params: z.object({ id: Id }),
  query: PageQuery,
  answers: { 200: pageOf(ArticleSummary) },
  handle: async (ctx, { params, query }) => {
    const rows = await listArticles(ctx, params.id, { after: query.after, limit: query.limit + 1 });
    return answer(200, cut(rows, query.limit));
  },
});

export const postArticle = endpoint({
  method: "POST",
  path: "/projects/{id}/articles",
  summary: "Add an article",
  description:
    "`text` is the raw content of `mediaType`, cleaned and divided into blocks as the `clean` command does. " +
    "An exact duplicate answers 200 with the article that is there.",
  params: z.object({ id: Id }),
  body: ArticleInput,
  answers: { 200: Article, 201: Article },
  limitBytes: BODY_LIMIT,
  admit: admitToProject("article.add"),
  handle: async (ctx, { params, body }) => {
    const { text: content, mediaType, ...details } = body;
    const { article, isNew } = await addArticle(ctx, params.id, {
      content: { text: content, mediaType },
      origin: { kind: "api", name: null },
      details,
    });
    if (isNew) await noteLikenesses(ctx, article.id);
    return isNew ? answer(201, article) : answer(200, article);
  },
});

export const uploadArticle = endpoint({
  method: "POST",
  path: "/projects/{id}/articles/upload",
  summary: "Add an article from a file's bytes",
  description:
    "The body is the file as it is: plain text, HTML, Markdown, a saved page (MHTML), PDF, DOCX, ODT or mail " +
    "(EML). Which it is shows in its content, its encoding is found out here, and the bytes are kept. `name` " +
    "is the file's name, whose ending tells plain text and Markdown apart unless Content-Type does. Without " +
    "a name it is something pasted. An exact duplicate answers 200 with the article that is there.",
  params: z.object({ id: Id }),
  query: z.object({
    name: z.string().trim().min(1).max(1_000).optional(),
    title: ArticleDetails.shape.title,
  }),
  takesBytes: true,
  answers: { 200: ArticleSummary, 201: ArticleSummary },
  limitBytes: BODY_LIMIT,
  admit: admitToProject("article.add"),
  handle: async (ctx, { params, query, upload }) => {
    const { article, isNew } = await addArticle(ctx, params.id, {
      content: { bytes: upload.bytes, ...contentTypeOf(upload) },
      origin: { kind: query.name === undefined ? "paste" : "file", name: query.name ?? null },
      details: { title: query.title },
    });
    if (isNew) await noteLikenesses(ctx, article.id);
    return isNew ? answer(201, article) : answer(200, article);
  },
});

export const getArticle = endpoint({
  method: "GET",
  path: "/articles/{id}",
  summary: "An article with its text and blocks",
  params: z.object({ id: Id }),
  query: z.object({
    revision: z.coerce
      .number("This must be a whole number.")
      .int("This must be a whole number.")
      .min(1)
      .max(2_147_483_647)
      .optional()
      .meta({ description: "The number of an older revision. Left out: the current one." }),
  }),
  answers: { 200: Article },
  handle: async (ctx, { params, query }) =>
    answer(200, await readArticle(ctx, params.id, query.revision)),
});

const SourcedDetails = z
  .object({
    id: z.string(),
    projectId: z.string(),
    title: z.string(),
    url: text,
    publisher: text,
    byline: text,
    published: text,
    language: text,
    from: DetailsFrom.meta({
      description: "Where each detail was found; one of which nobody knows is left out.",
    }),
  })
  .meta({ id: "ArticleDetailsWithSources" });

export const getArticleDetails = endpoint({
  method: "GET",
  path: "/articles/{id}/details",
  summary: "What is known of an article besides its text, and where each detail was found",
  params: z.object({ id: Id }),
  answers: { 200: SourcedDetails },
  handle: async (ctx, { params }) => answer(200, await getDetails(ctx, params.id)),
});

export const patchArticle = endpoint({
  method: "PATCH",
  path: "/articles/{id}",
  summary: "Change an article's title and what else is known about it",
  description: "What is left out stays; null clears it.",
  params: z.object({ id: Id }),
  body: ArticleDetails,
  answers: { 200: ArticleSummary },
  handle: async (ctx, { params, body }) => answer(200, await editArticle(ctx, params.id, body)),
});

export const putBlock = endpoint({
  method: "PUT",
  path: "/articles/{id}/blocks/{index}",
  summary: "Fold a block away as boilerplate, or restore it",
  description:
    "`index` is the block's place in the article's list, from 0. `boilerplate` is null to restore it.",
  params: z.object({ id: Id, index: z.coerce.number().int().min(0).max(2_147_483_647) }),
  body: z.object({ revision: z.int().min(1).optional(), boilerplate: Boilerplate.nullable() }),
  answers: { 200: Block },
  handle: async (ctx, { params, body }) =>
    answer(200, await correctBlock(ctx, params.id, params.index, body)),
});
