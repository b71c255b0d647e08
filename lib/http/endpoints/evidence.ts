import { z } from "zod";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { deleteEvidence as remove } from "#lib/evidence/delete-evidence.ts";
import { EvidenceInput, Stance } from "#lib/evidence/model.ts";
import { putEvidence as write } from "#lib/evidence/put-evidence.ts";
import { getEvidence as read, listEvidence, listNamedEvidence } from "#lib/evidence/queries.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { cut, NamedQuery, PageQuery, pageOf } from "../page.ts";
import { Person, quotingLimit } from "./annotation-schemas.ts";

const params = z.object({ id: Id });

const every = {
  id: z.string(),
  projectId: z.string(),
  annotationId: z.string(),
  stance: Stance,
  reason: z.string(),
  confidential: z.boolean(),
  viewers: z.array(z.string()),
  version: z.int().min(1),
  author: Person,
  createdAt: z.string(),
  updatedAt: z.string(),
};

export const Evidence = z
  .discriminatedUnion("kind", [
    z.object({
      ...every,
      kind: z.literal("passage"),
      articleId: z.string(),
      articleTitle: z.string(),
      revision: z.int().min(1),
      start: z.int().min(0),
      end: z.int().min(1),
      exact: z.string(),
    }),
    z.object({
      ...every,
      kind: z.literal("web"),
      url: z.string(),
      quotation: z.string().nullable(),
    }),
    z.object({ ...every, kind: z.literal("note"), note: z.string() }),
  ])
  .meta({ id: "Evidence" });

export const getEvidenceOfArticle = endpoint({
  method: "GET",
  path: "/articles/{id}/evidence",
  summary: "The evidence on an article's annotations that the caller may see",
  params,
  query: PageQuery,
  answers: { 200: pageOf(Evidence) },
  handle: async (ctx, { params, query }) => {
    const { id } = await getArticleSummary(ctx, params.id);
    return answer(200, await listEvidence(ctx, id, query));
  },
});

export const getNamedEvidence = endpoint({
  method: "GET",
  path: "/evidence",
  summary: "Several evidence items by their ids",
  description: "Those of them that are there and that the caller may see.",
  query: NamedQuery,
  answers: { 200: pageOf(Evidence) },
  handle: async (ctx, { query }) => {
    const items = await listNamedEvidence(ctx, { ...query, limit: query.limit + 1 });
    return answer(200, cut(items, query.limit));
  },
});

export const getEvidence = endpoint({
  method: "GET",
  path: "/evidence/{id}",
  summary: "An evidence item",
  params,
  answers: { 200: Evidence },
  handle: async (ctx, { params }) => {
    const evidence = await read(ctx, params.id);
    return answer(200, evidence, { version: evidence.version });
  },
});

export const putEvidence = endpoint({
  method: "PUT",
  path: "/evidence/{id}",
  summary: "Put evidence on an annotation, or change what one has put there",
  description:
    "A passage of an article of the project, a web page, or a note. A confidential item is seen by its author, " +
    "its `viewers` and managers.",
  params,
  body: EvidenceInput.meta({ id: "EvidenceInput" }),
  answers: { 200: Evidence, 201: Evidence },
  limitBytes: quotingLimit("evidence.write"),
  handle: async (ctx, { params, body, ifMatch }) => {
    const { evidence, isNew } = await write(ctx, params.id, body, ifMatch);
    const { version } = evidence;
    return isNew ? answer(201, evidence, { version }) : answer(200, evidence, { version });
  },
});

export const deleteEvidence = endpoint({
  method: "DELETE",
  path: "/evidence/{id}",
  summary: "Take evidence away",
  description: "Whoever added it, or a manager.",
  params,
  answers: { 200: z.object({ id: z.string() }) },
  handle: async (ctx, { params, ifMatch }) => {
    await remove(ctx, params.id, ifMatch);
    return answer(200, { id: params.id });
  },
});
