import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import { ItemState, MOST_ITEMS, MOST_UPLOAD_BYTES } from "#lib/ingestion/model.ts";
import { putItem } from "#lib/ingestion/put-item.ts";
import { getIngestion, getItem, listItems } from "#lib/ingestion/queries.ts";
import { retryItem } from "#lib/ingestion/retry-items.ts";
import { contentTypeOf } from "../content-type.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { cut, PageQuery, pageOf } from "../page.ts";

const when = z.string().nullable();

const Item = z
  .object({
    id: z.string(),
    ingestionId: z.string(),
    projectId: z.string(),
    index: z.int(),
    parentId: z.string().nullable(),
    name: z.string(),
    url: z.string().nullable(),
    state: ItemState,
    articleId: z.string().nullable(),
    articleTitle: z.string().nullable(),
    problem: z.string().nullable(),
    attempts: z.int(),
    startedAt: when,
    finishedAt: when,
    createdAt: z.string(),
    canRetry: z.boolean(),
  })
  .meta({
    id: "IngestionItem",
    description: "A file, an address or a row, and what became of it.",
  });

export const getIngestionItems = endpoint({
  method: "GET",
  path: "/ingestions/{id}/items",
  summary: "The items of an ingestion, in the order in which they came",
  params: z.object({ id: Id }),
  query: PageQuery.extend({ state: ItemState.optional() }),
  answers: { 200: pageOf(Item) },
  handle: async (ctx, { params, query }) => {
    const { state, after, limit } = query;
    const rows = await listItems(ctx, params.id, { state, after, limit: limit + 1 });
    return answer(200, cut(rows, limit));
  },
});

export const getIngestionItem = endpoint({
  method: "GET",
  path: "/ingestion-items/{id}",
  summary: "One item",
  params: z.object({ id: Id }),
  answers: { 200: Item },
  handle: async (ctx, { params }) => answer(200, await getItem(ctx, params.id)),
});

export const putIngestionItem = endpoint({
  method: "PUT",
  path: "/ingestions/{id}/items/{index}",
  summary: "Put a file in its place in an ingestion",
  description:
    "The body is the file as it is: a text, a ZIP archive, or the table of a `table` ingestion. `index` is its " +
    "place, from 0. The same file at the same place again is the same item. It is taken in as soon as it is here.",
  params: z.object({
    id: Id,
    index: z.coerce
      .number()
      .int()
      .min(0)
      .max(MOST_ITEMS - 1),
  }),
  query: z.object({
    name: z.string().trim().min(1).max(1_000),
    url: z
      .url({ protocol: /^https?$/ })
      .max(4_000)
      .optional()
      .meta({ description: "Where the page was seen, when it is sent out of a browser." }),
  }),
  takesBytes: true,
  limitBytes: MOST_UPLOAD_BYTES,
  admit: async (ctx, { id }) => {
    authorize(ctx.actor, "ingestion.write", await getIngestion(ctx, id));
  },
  answers: { 200: Item },
  handle: async (ctx, { params, query, upload }) =>
    answer(
      200,
      await putItem(ctx, params.id, params.index, {
        ...query,
        bytes: upload.bytes,
        ...contentTypeOf(upload),
      }),
    ),
});

export const retryIngestionItem = endpoint({
  method: "POST",
  path: "/ingestion-items/{id}/retry",
  summary: "Try one item again that failed or was cancelled",
  params: z.object({ id: Id }),
  answers: { 200: Item },
  handle: async (ctx, { params }) => answer(200, await retryItem(ctx, params.id)),
});
