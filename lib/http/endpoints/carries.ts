import { z } from "zod";
import { AnnotationState, Tag } from "#lib/annotations/model.ts";
import { CarriedSegment, CarryStatus, SettleInput, Settlement } from "#lib/revisions/model.ts";
import { listChangeNotices } from "#lib/revisions/list-change-notices.ts";
import { listCarries } from "#lib/revisions/queries.ts";
import { settleCarry } from "#lib/revisions/settle-carry.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { PageQuery, pageOf } from "../page.ts";
import { RevisionNumber } from "../revision-number.ts";
import { Person } from "./annotation-schemas.ts";

const params = z.object({ id: Id });

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

export const getCarries = endpoint({
  method: "GET",
  path: "/articles/{id}/carries",
  summary: "What became of an article's marks with its revisions",
  params,
  query: PageQuery.extend({
    revision: RevisionNumber.optional(),
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
