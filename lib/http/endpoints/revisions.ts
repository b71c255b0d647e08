import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { noteLikenesses } from "#lib/likeness/note-likenesses.ts";
import { CarriedSegment, CarryStatus, SettleInput, Settlement } from "#lib/revisions/model.ts";
import { AnnotationState, Tag } from "#lib/annotations/model.ts";
import {
  readDifference,
  listCarries,
  listChangeNotices,
  listRevisions,
} from "#lib/revisions/queries.ts";
import { readOriginal } from "#lib/revisions/read-original.ts";
import { reviseArticle } from "#lib/revisions/revise-article.ts";
import { settleCarry } from "#lib/revisions/settle-carry.ts";
import { FILE_LIMIT } from "#lib/extraction/limits.ts";
import { contentTypeOf } from "../content-type.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { PageQuery, pageOf } from "../page.ts";
import { Person } from "./annotation-schemas.ts";

const params = z.object({ id: Id });
const number = z.coerce
  .number("This must be a whole number.")
  .int("This must be a whole number.")
  .min(1)
  .max(2_147_483_647);

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

const Carry = z
  .object({
    id: z.string(),
    articleId: z.string(),
    revision: z.int().min(1),
    from: z.int().min(1),
    status: CarryStatus,
    segments: z.array(CarriedSegment),
    settlement: Settlement.nullable(),
    settledAt: z.string().nullable(),
    settledBy: Person.nullable(),
    createdAt: z.string(),
    annotation: z
      .object({
        id: z.string(),
        tag: Tag,
        state: AnnotationState,
        version: z.int(),
        revision: z.int(),
        author: Person,
      })
      .nullable(),
    evidence: z
      .object({
        id: z.string(),
        annotationId: z.string(),
        version: z.int(),
        revision: z.int(),
      })
      .nullable(),
  })
  .meta({
    id: "Carry",
    description: "What became of an annotation, or of an evidence passage, with a new revision.",
  });

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
  params: z.object({ id: Id, n: number }),
  query: z.object({ from: number.optional() }),
  answers: { 200: Difference },
  handle: async (ctx, { params, query }) =>
    answer(200, await readDifference(ctx, params.id, params.n, query.from)),
});

export const getCarries = endpoint({
  method: "GET",
  path: "/articles/{id}/carries",
  summary: "What became of an article's marks with its revisions",
  params,
  query: PageQuery.extend({
    revision: number.optional(),
    waiting: z
      .enum(["true", "false"])
      .optional()
      .meta({ description: "Only what waits for a person." }),
  }),
  answers: { 200: pageOf(Carry) },
  handle: async (ctx, { params, query }) => {
    const { waiting, ...asked } = query;
    return answer(
      200,
      await listCarries(ctx, params.id, { ...asked, waiting: waiting === "true" }),
    );
  },
});

export const getChangeNotices = endpoint({
  method: "GET",
  path: "/projects/{id}/changes",
  summary: "Articles whose outlet changed what it said, with marks that wait for a person",
  params,
  answers: {
    200: pageOf(
      z.object({
        articleId: z.string(),
        title: z.string(),
        publisher: z.string().nullable(),
        revision: z.int(),
        changedAt: z.string(),
        changed: z.int(),
        lost: z.int(),
      }),
    ),
  },
  handle: async (ctx, { params }) =>
    answer(200, { items: await listChangeNotices(ctx, params.id), next: null }),
});

export const postSettleCarry = endpoint({
  method: "POST",
  path: "/carries/{id}/settle",
  summary: "Put a mark on the words that stand in its place, or leave it on the old revision",
  params,
  body: SettleInput,
  answers: { 200: Carry },
  handle: async (ctx, { params, body, ifMatch }) =>
    answer(200, await settleCarry(ctx, params.id, body, ifMatch)),
});

export const getOriginal = endpoint({
  method: "GET",
  path: "/articles/{id}/original",
  summary: "The bytes that an article came from, exactly as they came",
  params,
  query: z.object({ revision: number.optional() }),
  answers: { 200: z.string().meta({ description: "The file, to be saved." }) },
  mediaType: "application/octet-stream",
  handle: async (ctx, { params, query }) => {
    const { bytes, fileName, mediaType, hash } = await readOriginal(ctx, params.id, query.revision);
    return new Response(Buffer.from(bytes), {
      headers: {
        // Saved, never shown: whatever it is, it is somebody else's.
        "Content-Type": mediaType.startsWith("text/") ? "application/octet-stream" : mediaType,
        "Content-Disposition": `attachment; filename="${plain(fileName)}"; filename*=UTF-8''${encoded(fileName)}`,
        "Content-Length": String(bytes.length),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
        ETag: `"${hash}"`,
      },
    });
  },
});

/** What headers may hold; the whole name stands beside it. */
function plain(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
}

function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}
