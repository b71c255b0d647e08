import { z } from "zod";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { answerMissedPassage } from "#lib/review/answer-missed-passage.ts";
import { deleteMissedPassage } from "#lib/review/delete-missed-passage.ts";
import { listMissedPassages } from "#lib/review/missed-queries.ts";
import { MissedAnswer, MissedPassageInput } from "#lib/review/model.ts";
import { putMissedPassage } from "#lib/review/put-missed-passage.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { PageQuery, pageOf } from "../page.ts";
import { Person, quotingLimit } from "./annotation-schemas.ts";

const params = z.object({ id: Id });

const MissedPassage = z
  .object({
    id: z.string(),
    articleId: z.string(),
    revision: z.int().min(1),
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string(),
    comment: z.string().nullable(),
    annotator: Person,
    reviewer: Person,
    createdAt: z.string(),
    answeredAt: z.string().nullable(),
    answer: MissedAnswer.nullable(),
  })
  .meta({ id: "MissedPassage", description: "Words that a reviewer points out to an annotator." });

export const getMissed = endpoint({
  method: "GET",
  path: "/articles/{id}/missed",
  summary: "What reviewers pointed out in an article",
  params,
  query: PageQuery,
  answers: { 200: pageOf(MissedPassage) },
  handle: async (ctx, { params, query }) => {
    const { id } = await getArticleSummary(ctx, params.id);
    return answer(200, await listMissedPassages(ctx, id, query));
  },
});

export const putMissed = endpoint({
  method: "PUT",
  path: "/missed/{id}",
  summary: "Point an annotator to words that they missed",
  params,
  body: MissedPassageInput.meta({ id: "MissedPassageInput" }),
  answers: { 200: MissedPassage, 201: MissedPassage },
  limitBytes: quotingLimit("missed.write"),
  handle: async (ctx, { params, body }) => {
    const { missed, isNew } = await putMissedPassage(ctx, params.id, body);
    return isNew ? answer(201, missed) : answer(200, missed);
  },
});

export const deleteMissed = endpoint({
  method: "DELETE",
  path: "/missed/{id}",
  summary: "Take back what one has pointed out",
  params,
  answers: { 200: z.object({ id: z.string() }) },
  handle: async (ctx, { params }) => {
    await deleteMissedPassage(ctx, params.id);
    return answer(200, { id: params.id });
  },
});

export const postMissedAnswer = endpoint({
  method: "POST",
  path: "/missed/{id}/answer",
  summary: "Say what came of a passage that was pointed out to oneself",
  params,
  body: z.object({ answer: MissedAnswer }),
  answers: { 200: MissedPassage },
  handle: async (ctx, { params, body }) =>
    answer(200, await answerMissedPassage(ctx, params.id, body.answer)),
});
