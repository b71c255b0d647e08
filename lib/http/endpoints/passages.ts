import { z } from "zod";
import { findPassages } from "#lib/articles/find-passages.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { CursorQuery, pageOf } from "../page.ts";

const Passage = z
  .object({
    articleId: z.string(),
    title: z.string(),
    revision: z.int().min(1),
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  })
  .meta({
    id: "Passage",
    description: "Words of an article, with up to 60 code points on each side.",
  });

export const getPassages = endpoint({
  method: "GET",
  path: "/projects/{id}/passages",
  summary: "Find words in a project's articles",
  description:
    "Whatever their case, accents, quotation marks and line breaks. A page may be shorter than `limit`, " +
    "also empty, and still have a `next`: a search takes about two seconds at a time.",
  params: z.object({ id: Id }),
  query: CursorQuery.extend({ q: z.string().trim().min(1).max(1_000) }),
  answers: { 200: pageOf(Passage) },
  handle: async (ctx, { params, query }) =>
    answer(
      200,
      await findPassages(ctx, params.id, query.q, { after: query.after, limit: query.limit }),
    ),
});
