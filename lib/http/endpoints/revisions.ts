import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { FILE_LIMIT } from "#lib/extraction/limits.ts";
import { noteLikenesses } from "#lib/likeness/note-likenesses.ts";
import { listRevisions, readDifference } from "#lib/revisions/queries.ts";
import { reviseArticle } from "#lib/revisions/revise-article.ts";
import { contentTypeOf } from "../content-type.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { pageOf } from "../page.ts";
import { RevisionNumber } from "../revision-number.ts";

const params = z.object({ id: Id });

const CarryCounts = z.object({
  exact: z.int(),
  moved: z.int(),
  changed: z.int(),
  lost: z.int(),
  waiting: z
    .int()
    .meta({ description: "How many of the changed and lost ones wait for a person." }),
});
const Revision = z
  .object({
    number: z.int().min(1),
    isCurrent: z.boolean(),
    hash: z.string(),
    length: z.int(),
    origin: z.object({ kind: z.string(), name: z.string().nullable() }),
    extractor: z.string().nullable(),
    extractorVersion: z.string().nullable(),
    retrievedAt: z.string().nullable(),
    createdAt: z.string(),
    carries: CarryCounts,
  })
  .meta({ id: "Revision", description: "One ingested state of an article." });

const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const Difference = z
  .object({
    from: z.int(),
    to: z.int(),
    rows: z.array(
      z.object({
        kind: z.enum(["same", "changed", "removed", "added"]),
        before: Span.nullable(),
        after: Span.nullable(),
        changes: z.array(z.object({ before: Span, after: Span })).readonly(),
        isMoved: z.boolean(),
      }),
    ),
  })
  .meta({
    id: "RevisionDifference",
    description: "Rows in reading order of both texts; offsets in code points of each.",
  });

export const getRevisions = endpoint({
  method: "GET",
  path: "/articles/{id}/revisions",
  summary: "An article's revisions, the newest first, and what each did to the marks",
  params,
  answers: { 200: pageOf(Revision) },
  handle: async (ctx, { params }) =>
    answer(200, { items: await listRevisions(ctx, params.id), next: null }),
});

export const postRevision = endpoint({
  method: "POST",
  path: "/articles/{id}/revisions",
  summary: "Add a new state of an article's text",
  description:
    "The body is the file as it is, with its Content-Type; `name` is the file's name. Annotations and evidence " +
    "go along where their words stand; the others wait for a person. 200 when the text is the current one.",
  params,
  query: z.object({ name: z.string().trim().min(1).max(1_000).optional() }),
  takesBytes: true,
  answers: {
    200: z.object({ revision: z.int(), isNew: z.boolean(), carries: CarryCounts }),
    201: z.object({ revision: z.int(), isNew: z.boolean(), carries: CarryCounts }),
  },
  limitBytes: FILE_LIMIT,
  admit: async (ctx, { id }) => {
    authorize(ctx.actor, "revision.add", await getArticleSummary(ctx, id));
  },
  handle: async (ctx, { params, query, upload }) => {
    const kind = query.name === undefined ? "paste" : "file";
    const { article, isNew, carries } = await reviseArticle(ctx, params.id, {
      content: { bytes: upload.bytes, ...contentTypeOf(upload) },
      origin: { kind, name: query.name ?? null },
    });
    if (isNew) await noteLikenesses(ctx, params.id);
    const made = { revision: article.revision, isNew, carries };
    return isNew ? answer(201, made) : answer(200, made);
  },
});

export const getDifference = endpoint({
  method: "GET",
  path: "/articles/{id}/revisions/{n}/difference",
  summary: "How a revision differs from the one before, or from another one",
  params: z.object({ id: Id, n: RevisionNumber }),
  query: z.object({ from: RevisionNumber.optional() }),
  answers: { 200: Difference },
  handle: async (ctx, { params, query }) =>
    answer(200, await readDifference(ctx, params.id, params.n, query.from)),
});
