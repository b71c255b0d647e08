import { z } from "zod";
import { listAnnotationHistory } from "#lib/annotations/list-annotation-history.ts";
import { AnnotationState } from "#lib/annotations/model.ts";
import { putAnnotation as write } from "#lib/annotations/put-annotation.ts";
import { getAnnotation as read, listAnnotations } from "#lib/annotations/queries.ts";
import { recallAnnotation } from "#lib/annotations/recall-annotation.ts";
import { submitAnnotation } from "#lib/annotations/submit-annotation.ts";
import { submitArticle as submitAll } from "#lib/annotations/submit-article.ts";
import { withdrawAnnotation } from "#lib/annotations/withdraw-annotation.ts";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { PageQuery, pageOf } from "../page.ts";
import { Annotation, AnnotationWritten, Person, quotingLimit } from "./annotation-schemas.ts";

const params = z.object({ id: Id });

const States = z
  .string()
  .transform((list) => list.split(","))
  .pipe(z.array(AnnotationState));

export const getAnnotations = endpoint({
  method: "GET",
  path: "/articles/{id}/annotations",
  summary: "An article's annotations that the caller may see",
  params,
  query: PageQuery.extend({
    state: States.optional().meta({
      description:
        "Only these states, with commas between them. Left out: all, withdrawn ones too.",
    }),
  }),
  answers: { 200: pageOf(Annotation) },
  handle: async (ctx, { params, query }) => {
    const { id } = await getArticleSummary(ctx, params.id);
    const { state, ...page } = query;
    return answer(
      200,
      await listAnnotations(ctx, id, { ...page, ...(state && { states: state }) }),
    );
  },
});

export const getAnnotation = endpoint({
  method: "GET",
  path: "/annotations/{id}",
  summary: "An annotation",
  params,
  answers: { 200: Annotation },
  handle: async (ctx, { params }) => {
    const annotation = await read(ctx, params.id);
    return answer(200, annotation, { version: annotation.version });
  },
});

export const putAnnotation = endpoint({
  method: "PUT",
  path: "/annotations/{id}",
  summary: "Make an annotation, or change one's own",
  description:
    "The caller chooses the id (UUID version 7). Repeating the request changes nothing, whatever `If-Match` says; " +
    "any other change needs it. Makes a draft; changes a draft or a rejected one; a submitted one becomes draft " +
    "again; a withdrawn one comes back as draft; an approved one is refused.",
  params,
  body: AnnotationWritten,
  answers: { 200: Annotation, 201: Annotation },
  limitBytes: quotingLimit("annotation.write"),
  handle: async (ctx, { params, body, ifMatch }) => {
    const { annotation, isNew } = await write(ctx, params.id, body, ifMatch);
    const { version } = annotation;
    return isNew ? answer(201, annotation, { version }) : answer(200, annotation, { version });
  },
});

export const deleteAnnotation = endpoint({
  method: "DELETE",
  path: "/annotations/{id}",
  summary: "Withdraw an annotation",
  description:
    "A draft, submitted or rejected one; its author or a manager. It is kept as withdrawn.",
  params,
  answers: { 200: Annotation },
  handle: async (ctx, { params, ifMatch }) => {
    const annotation = await withdrawAnnotation(ctx, params.id, ifMatch);
    return answer(200, annotation, { version: annotation.version });
  },
});

export const postSubmit = endpoint({
  method: "POST",
  path: "/annotations/{id}/submit",
  summary: "Hand an annotation to review",
  params,
  answers: { 200: Annotation },
  handle: async (ctx, { params, ifMatch }) => {
    const annotation = await submitAnnotation(ctx, params.id, ifMatch);
    return answer(200, annotation, { version: annotation.version });
  },
});

export const postRecall = endpoint({
  method: "POST",
  path: "/annotations/{id}/recall",
  summary: "Take a submitted annotation back",
  params,
  answers: { 200: Annotation },
  handle: async (ctx, { params, ifMatch }) => {
    const annotation = await recallAnnotation(ctx, params.id, ifMatch);
    return answer(200, annotation, { version: annotation.version });
  },
});

export const postArticleSubmit = endpoint({
  method: "POST",
  path: "/articles/{id}/submit",
  summary: "Hand all that the caller has ready in an article to review",
  description:
    "Their drafts, and those that were rejected and changed since. What is not ready stays and is named with the reason.",
  params,
  answers: {
    200: z.object({
      submitted: z.array(Annotation),
      refused: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
    }),
  },
  handle: async (ctx, { params }) => answer(200, await submitAll(ctx, params.id)),
});

export const HistoryItem = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: Person.nullable().meta({ description: "Null: somebody at the machine itself." }),
    type: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    why: z.string().nullable(),
  })
  .meta({ id: "HistoryItem" });

export const getHistory = endpoint({
  method: "GET",
  path: "/annotations/{id}/history",
  summary: "Every step in an annotation's life, oldest first",
  params,
  query: PageQuery,
  answers: { 200: pageOf(HistoryItem).extend({ guidelinesVersion: z.int().nullable() }) },
  handle: async (ctx, { params, query }) =>
    answer(200, await listAnnotationHistory(ctx, params.id, query)),
});
