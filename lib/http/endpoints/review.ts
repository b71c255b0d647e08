import { z } from "zod";
import { getAnnotation } from "#lib/annotations/queries.ts";
import { DomainError } from "#lib/errors.ts";
import { approveAnnotation } from "#lib/review/approve-annotation.ts";
import { REJECT_REASONS, RejectInput, ReopenInput } from "#lib/review/model.ts";
import { listReviews } from "#lib/review/queries.ts";
import { listQueue } from "#lib/review/queue.ts";
import { rejectAnnotation } from "#lib/review/reject-annotation.ts";
import { reopenAnnotation } from "#lib/review/reopen-annotation.ts";
import { undoReview } from "#lib/review/undo-review.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { CursorQuery, cut, PageQuery, pageOf } from "../page.ts";
import { Annotation, AnnotationWritten, Person, quotingLimit } from "./annotation-schemas.ts";

const params = z.object({ id: Id });

const Approval = z
  .object({
    annotation: AnnotationWritten.optional().meta({
      description: "Correct and approve: the annotation as corrected.",
    }),
    comment: z.string().trim().max(4000).nullish(),
  })
  .meta({ id: "Approval" });

export const Review = z
  .object({
    id: z.string(),
    annotationId: z.string(),
    reviewer: Person,
    decision: z.enum(["approve", "reject"]),
    reason: z.enum(REJECT_REASONS).nullable(),
    comment: z.string().nullable(),
    version: z.int().meta({ description: "The annotation's version that was judged." }),
    correctedVersion: z.int().nullable(),
    createdAt: z.string(),
    undoneAt: z.string().nullable(),
  })
  .meta({ id: "Review" });

export const postApprove = endpoint({
  method: "POST",
  path: "/annotations/{id}/approve",
  summary: "Approve a submitted annotation, corrected or as it is",
  description: "A reviewer who wrote none of its versions; others are refused with `own-work`.",
  params,
  body: Approval.optional(),
  answers: { 200: Annotation },
  limitBytes: quotingLimit("annotation.review"),
  handle: async (ctx, { params, body, ifMatch }) => {
    const annotation = await approveAnnotation(ctx, params.id, body ?? {}, ifMatch);
    return answer(200, annotation, { version: annotation.version });
  },
});

export const postReject = endpoint({
  method: "POST",
  path: "/annotations/{id}/reject",
  summary: "Send a submitted annotation back to its author, with the reason",
  params,
  body: RejectInput.meta({ id: "Rejection" }),
  answers: { 200: Annotation },
  handle: async (ctx, { params, body, ifMatch }) => {
    const annotation = await rejectAnnotation(ctx, params.id, body, ifMatch);
    return answer(200, annotation, { version: annotation.version });
  },
});

export const postReopen = endpoint({
  method: "POST",
  path: "/annotations/{id}/reopen",
  summary: "Put an approved annotation back to the submitted ones",
  params,
  body: ReopenInput.optional(),
  answers: { 200: Annotation },
  handle: async (ctx, { params, body, ifMatch }) => {
    const annotation = await reopenAnnotation(ctx, params.id, body ?? {}, ifMatch);
    return answer(200, annotation, { version: annotation.version });
  },
});

export const postUndoReview = endpoint({
  method: "POST",
  path: "/annotations/{id}/undo-review",
  summary: "Take one's own last decision back",
  description:
    "While nothing has changed since. A correction that came with the decision is undone as well.",
  params,
  answers: { 200: Annotation },
  handle: async (ctx, { params, ifMatch }) => {
    const annotation = await undoReview(ctx, params.id, ifMatch);
    return answer(200, annotation, { version: annotation.version });
  },
});

export const getReviews = endpoint({
  method: "GET",
  path: "/annotations/{id}/reviews",
  summary: "The decisions on an annotation, oldest first, those taken back too",
  params,
  query: PageQuery,
  answers: { 200: pageOf(Review) },
  handle: async (ctx, { params, query }) => {
    const { id } = await getAnnotation(ctx, params.id);
    const reviews = await listReviews(ctx, id);
    const from = reviews.findIndex((review) => review.id === query.after) + 1;
    if (query.after !== undefined && from === 0) {
      throw new DomainError("invalid", "There is no such review on this annotation.", {
        fields: { after: "There is no such review on this annotation." },
      });
    }
    return answer(200, cut(reviews.slice(from), query.limit));
  },
});

const Queued = Annotation.extend({ submittedAt: z.string(), articleTitle: z.string() }).meta({
  id: "QueuedAnnotation",
});

export const getQueue = endpoint({
  method: "GET",
  path: "/projects/{id}/queue",
  summary: "The submitted annotations that the caller may decide on, the longest waiting first",
  params,
  query: CursorQuery.extend({
    article: Id.optional().meta({ description: "Of this article only." }),
  }),
  answers: { 200: pageOf(Queued) },
  handle: async (ctx, { params, query }) => {
    const { article, ...page } = query;
    return answer(200, await listQueue(ctx, params.id, { ...page, articleId: article }));
  },
});
